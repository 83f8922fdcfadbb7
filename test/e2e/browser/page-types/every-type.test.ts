/**
 * Every page type on the narrowest phone, light and dark, on a wide screen and half of one, and as whoever sees little has it. In a run
 * that somebody waits for, axe looks at the other colours and widths of a few only: what all parts look like stands on `components/`.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { thorough } from "../../../fuzz-runs.ts";
import { axeFindings } from "../axe.ts";
import { needsServer, nginx, startServer, type Running } from "../../serving/servers.ts";
import { brokenWords } from "./broken-words.ts";
import { openSite } from "../open-site.ts";
import { pageTypes, visitorOf, widthOf, type Noticed, type Visitor } from "./page-types.ts";

const opened = openSite();
const height = 900;
const [narrow, phone, half, wide] = [320, 375, 960, 1280];

/** The pages that axe looks at in every colour and width. */
const inEveryLook = thorough ? pageTypes : ["", "roles/doo/", "2024/items/3.5.12/", "components/"];

/** What was noticed on each page type, of those that were opened. */
const noticed = new Map<string, Noticed>();
/** The shipped nginx, where there is one: it sends the policy under which pages have to work. */
let server: Running | undefined;
let visitor: Visitor;
beforeAll(async () => {
  server = nginx.program === undefined ? undefined : await startServer(nginx, opened.site.out);
  const address = server === undefined ? opened.address : `${server.address}/`;
  visitor = await visitorOf(opened.browser, address, { viewport: { width: narrow, height } });
});
afterAll(() => server?.stop());

// All in one visit: to load a page, and axe in it, takes longer than what is then looked at.
test.each(pageTypes)(
  "/%s: axe finds nothing, nothing scrolls sideways, no word is broken, nobody else is asked, nothing fails",
  async (path) => {
    const { page } = visitor;
    const resize = (width: number): Promise<void> => page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: "light" });
    await resize(narrow);
    const seen = await visitor.open(path);
    noticed.set(path, seen);
    const runs = await page.evaluate(async () => ({
      font: (await document.fonts.ready, document.fonts.check("16px 'Golos Text'")),
      ruled: getComputedStyle(document.body).containerType,
    }));
    expect(runs).toEqual({ font: true, ruled: "inline-size" });
    if (path === "roles/doo/") await page.locator(".answer.ready").waitFor();
    if (path === "roles/doo/sheet/") expect(await page.locator("button.print").isVisible()).toBe(true);
    expect(await widthOf(page)).toBeLessThanOrEqual(narrow);
    expect(await brokenWords(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    const axeFinds = async (look: string, which?: "colours"): Promise<void> => {
      if (inEveryLook.includes(path)) expect(await axeFindings(page, which), look).toEqual([]);
    };
    await page.emulateMedia({ colorScheme: "dark" });
    await axeFinds("dark", "colours");
    await page.emulateMedia({ colorScheme: "light" });

    await resize(half);
    expect(await brokenWords(page), `${half} px`).toEqual([]);
    await resize(wide);
    expect(await widthOf(page)).toBeLessThanOrEqual(wide);
    expect(await brokenWords(page), `${wide} px`).toEqual([]);
    await axeFinds(`${wide} px`);

    // Letters twice as large, white on black, far apart.
    await resize(phone);
    // Not by the mouse, which waits for the page to stand still; how one chooses is tested where it is said.
    await page.evaluate(
      (choices) => {
        for (const choice of choices) document.querySelector<HTMLElement>(choice)!.click();
      },
      [".view summary", "#sz200", "#ct2", "#sp1"],
    );
    expect(await widthOf(page), "large letters").toBeLessThanOrEqual(phone);
    await axeFinds("white on black", "colours");
    expect(seen.faults).toEqual([]);
  },
);

/** What the test of a page type has noticed; else the page is opened for it. */
const seenOn = async (path: string): Promise<Noticed> => noticed.get(path) ?? (await visitor.open(path));

test("all of it behind nginx, under the policy that it sends, and 120 kB at most with everything a page asks for, the document aside", async (context) => {
  needsServer(nginx, context);
  for (const path of pageTypes) {
    const { policy, weight } = await seenOn(path);
    expect(policy, path).toContain("default-src 'none'");
    expect(weight, path).toBeGreaterThan(20_000);
    if (!path.includes("document")) expect(weight, path).toBeLessThanOrEqual(120_000);
  }
});

test("figures, signs and English letters come in small files: no page type asks for the whole of Latin", async () => {
  const all = new Set<string>();
  for (const path of pageTypes) for (const name of (await seenOn(path)).fonts) all.add(name);
  expect([...all].sort()).toEqual([
    "golos-text-cyrillic-wght-normal.woff2",
    "plan-sans-letters.woff2",
    "plan-sans-signs.woff2",
    "plan-serif-letters.woff2",
    "plan-serif-signs.woff2",
    "pt-serif-cyrillic-400-normal.woff2",
  ]);
});

test("axe says what is wrong with a page, and with its colours", async () => {
  const page = await opened.browser.newPage();
  await page.setContent(
    '<title>x</title><main><h1>x</h1><img src="x"><p style="color: #ccc; background: #fff">Бледно</p>',
  );
  expect(await axeFindings(page)).toContainEqual(expect.stringMatching(/^image-alt: <img/));
  expect(await axeFindings(page, "usual")).toContainEqual(expect.stringMatching(/^html-has-lang:/));
  expect(await axeFindings(page, "colours")).toEqual([expect.stringMatching(/^color-contrast: <p/)]);
  await page.close();
});
