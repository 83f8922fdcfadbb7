import { afterAll, beforeAll, expect, test } from "vitest";
import { sitemaps } from "../../../site/sitemap.ts";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { brokenLinks } from "./links.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildForTest({ site: "https://plan.example", base: "/plan/" });
});
afterAll(() => site.remove());

test("under a base path every link stays under it", () => expect(brokenLinks(site)).toEqual([]));

test("canonical addresses and subscriptions carry origin and base", () => {
  expect(site.read("roles/doo/index.html")).toContain(
    '<link rel="canonical" href="https://plan.example/plan/roles/doo/">',
  );
  expect(site.read("roles/doo/subscribe/index.html")).toContain("webcal://plan.example/plan/feeds/doo.ics");
});

test("fonts are asked for under the base", () => {
  const styles = site.files
    .filter((path) => path.endsWith(".css"))
    .map((path) => site.read(path))
    .join("");
  expect(styles).toContain("/plan/fonts/");
});

const pages = (): string[] =>
  site.files
    .filter((path) => path.endsWith("index.html"))
    .map((path) => `https://plan.example/plan/${path.replace(/index\.html$/, "")}`);

test("every page names its own whole address, and to those who share it what it is", () => {
  for (const path of site.files.filter((each) => each.endsWith("index.html"))) {
    const html = site.read(path);
    const own = `https://plan.example/plan/${path.replace(/index\.html$/, "")}`;
    expect(html, path).toContain(`<link rel="canonical" href="${own}">`);
    expect(html, path).toContain(`<meta property="og:url" content="${own}">`);
    const [title, ogTitle] = [
      /<title>([^<]*)</.exec(html)?.[1],
      /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1],
    ];
    // A preview names the site by itself.
    const plain = (text: string | undefined): string => text!.replace(/&#34;|&quot;/g, '"');
    expect([plain(ogTitle), `${plain(ogTitle)}\u00a0– План ГИС «Образование»`], path).toContain(plain(title));
    for (const name of ["og:description", "og:site_name", "og:type"])
      expect(html, path).toMatch(new RegExp(`<meta property="${name}" content="[^"]+"`));
    const picture = /<meta property="og:image" content="https:\/\/plan\.example\/plan\/([^"]*)"/.exec(html)?.[1];
    expect(site.files, path).toContain(picture);
    expect(picture, path).toMatch(/^(?:card|\d+\/cards\/[\d-]+)\.png$/);
  }
});

test("an item with one date, and the day, are shown by that day; everything else by the card of the series", () => {
  const picture = (path: string): string | undefined =>
    /<meta property="og:image" content="https:\/\/plan\.example\/plan\/([^"]*)"/.exec(site.read(path))?.[1];
  expect(picture("2024/items/2.1.8/index.html")).toBe("2024/cards/2024-09-06.png");
  expect(picture("2024/days/09-06/index.html")).toBe("2024/cards/2024-09-06.png");
  for (const path of [
    "index.html",
    "2024/items/3.5.12/index.html",
    "2024/items/3.2.1/index.html",
    "roles/doo/index.html",
  ])
    expect(picture(path), path).toBe("card.png");
});

test("the sitemap lists every page, once, and nothing else; robots.txt leads there and blocks nothing", () => {
  const listed = [...site.read("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]!);
  expect(listed.toSorted()).toEqual(pages().toSorted());
  const robots = site.read("robots.txt");
  expect(robots).toContain("Sitemap: https://plan.example/plan/sitemap.xml");
  expect(robots).not.toMatch(/^Disallow: *\S/m);
});

test("a page that is not there names no address and asks not to be listed", () => {
  expect(site.read("404.html")).toContain('<meta name="robots" content="noindex">');
  expect(site.read("404.html")).not.toContain("canonical");
});

test("more pages than one sitemap may list stand in several, and no address breaks the markup", () => {
  const files = sitemaps("https://plan.example/", ["a/", "b/?x=1&y=<2>", "c/"], "", 2);
  expect(files.map(({ path }) => path)).toEqual(["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
  expect(files[0]!.text).toContain("<loc>https://plan.example/b/?x=1&amp;y=&lt;2&gt;</loc>");
  expect(files[2]!.text).toContain("<sitemap><loc>https://plan.example/sitemap-2.xml</loc></sitemap>");
});
