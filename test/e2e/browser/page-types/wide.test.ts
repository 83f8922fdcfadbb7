/** Every page type on a wide screen, and on half of one. */
import { beforeAll, expect, test } from "vitest";
import { axeFindings } from "../axe.ts";
import { brokenWords } from "./broken-words.ts";
import { openSite } from "../open-site.ts";
import { pageTypes, visitorOf, widthOf, type Visitor } from "./page-types.ts";

const opened = openSite();
const viewport = { width: 1280, height: 900 };
/** The fonts that each page type has asked for, of those that were opened. */
const asked = new Map<string, ReadonlySet<string>>();
let visitor: Visitor;
beforeAll(async () => {
  visitor = await visitorOf(opened.browser, opened.address, { viewport });
});

test.each(pageTypes)(
  "/%s: axe finds nothing, nothing scrolls sideways, no word is broken, nobody else is asked, nothing fails",
  async (path) => {
    const { page } = visitor;
    await page.setViewportSize(viewport);
    const { faults, fonts } = await visitor.open(path);
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
    expect(await axeFindings(page)).toEqual([]);
    for (const width of [viewport.width, 960]) {
      await page.setViewportSize({ ...viewport, width });
      expect(await brokenWords(page), `${width} px`).toEqual([]);
    }
    expect(faults).toEqual([]);
    asked.set(path, fonts);
  },
);

/** The fonts of a page type: what the test of the page has seen, else the page is opened for them. */
const fontsOf = async (path: string): Promise<ReadonlySet<string>> =>
  asked.get(path) ?? (await visitor.open(path)).fonts;

test("figures, signs and English letters come in small files: no page type asks for the whole of Latin", async () => {
  const all = new Set<string>();
  for (const path of pageTypes) for (const name of await fontsOf(path)) all.add(name);
  expect([...all].sort()).toEqual([
    "golos-text-cyrillic-wght-normal.woff2",
    "plan-sans-letters.woff2",
    "plan-sans-signs.woff2",
    "plan-serif-letters.woff2",
    "plan-serif-signs.woff2",
    "pt-serif-cyrillic-400-normal.woff2",
  ]);
});
