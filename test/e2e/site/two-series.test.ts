import { afterAll, beforeAll, expect, test } from "vitest";
import { isSiteFolder } from "../../../compiler/resolve/checks/reserved-names.ts";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { brokenLinks } from "./links.ts";
import { wordsOf } from "./page-text.ts";
import { twoSeries } from "./two-series-plan.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildForTest({ plan: twoSeries, base: "/plan/" });
});
afterAll(() => site.remove());

test("a second series stands in its own folder, in its own language, and moves nothing of the first", () => {
  expect(site.read("library/index.html")).toContain('<html lang="en"');
  expect(site.read("index.html")).toContain('<html lang="ru"');
  expect(site.files).toContain("roles/doo/index.html");
  expect(site.files).toContain("library/roles/branches/index.html");
});

test("no series can be called as a folder at the root of the site is", () => {
  const folders = new Set(site.files.flatMap((path) => (path.includes("/") ? [path.split("/")[0]!] : [])));
  expect([...folders].filter((name) => !/^\d{4}$/.test(name) && name !== "library" && !isSiteFolder(name))).toEqual([]);
});

test("an address that nobody gave is not made up", () => {
  const pages = site.files.filter((path) => path.endsWith(".html"));
  expect(pages.filter((path) => /rel="canonical"|og:url|og:image/.test(site.read(path)))).toEqual([]);
  expect(site.read("roles/doo/subscribe/index.html")).toContain("webcal://localhost:4321/plan/feeds/doo.ics");
  expect(wordsOf(site.read("roles/doo/subscribe/index.html"))).toContain("Адрес сайта при сборке не указан");
  expect(site.files).not.toContain("sitemap.xml");
  expect(site.read("robots.txt")).toBe("User-agent: *\nDisallow:\n");
});

test("no Russian word is left on the pages of an English series", () => {
  const pages = site.files.filter((path) => path.startsWith("library/") && path.endsWith(".html"));
  expect(pages.filter((path) => /[а-яё]/i.test(site.read(path)))).toEqual([]);
});

test("the first home lists the other plan, and that one leads back", () => {
  expect(site.read("index.html")).toMatch(/<a href="\/plan\/library\/" lang="en" hreflang="en">[^<]+<\/a>/);
  expect(site.read("library/index.html")).toContain('<a href="/plan/" hreflang="ru">All plans of this site</a>');
});

test("a role of which the plan asks nothing is told so, in a few words and without empty months", () => {
  const page = site.read("roles/museum/index.html");
  expect(page.replaceAll("\u00a0", " ")).toContain("В плане этого года для этой роли ничего нет.");
  expect(/class="month|id="podpiska"|class="year/.exec(page)?.[0]).toBeUndefined();
  expect(site.files).not.toContain("feeds/museum.ics");
});

test("a part that a plan has not is not announced", () => {
  expect(/Slips|Abbreviations/.exec(site.read("library/2031/document/index.html"))?.[0]).toBeUndefined();
  expect(site.read("library/2031/events/index.html")).toContain("No deadline of this plan counts from an event.");
});

test("its links stay inside it", () => expect(brokenLinks(site)).toEqual([]));
