/** Every page type on a wide screen, and on half of one. */
import { expect, test } from "vitest";
import { axeFindings } from "../axe.ts";
import { brokenWords } from "./broken-words.ts";
import { openSite } from "../open-site.ts";
import { openPage, pageTypes, widthOf } from "./page-types.ts";

const opened = openSite();
const viewport = { width: 1280, height: 900 };
const asked = new Set<string>();

test.each(pageTypes)(
  "/%s: axe finds nothing, nothing scrolls sideways, no word is broken, nobody else is asked, nothing fails",
  async (path) => {
    const context = await opened.browser.newContext({ viewport, reducedMotion: "reduce" });
    const { page, faults, fonts } = await openPage(context, opened.address, path);
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
    expect(await axeFindings(page)).toEqual([]);
    for (const width of [viewport.width, 960]) {
      await page.setViewportSize({ ...viewport, width });
      expect(await brokenWords(page), `${width} px`).toEqual([]);
    }
    expect(faults).toEqual([]);
    for (const name of fonts) asked.add(name);
    await context.close();
  },
);

// After the pages above, which ask.
test("figures, signs and English letters come in small files: no page type asks for the whole of Latin", () => {
  expect([...asked].sort()).toEqual([
    "golos-text-cyrillic-wght-normal.woff2",
    "plan-sans-letters.woff2",
    "plan-sans-signs.woff2",
    "plan-serif-letters.woff2",
    "plan-serif-signs.woff2",
    "pt-serif-cyrillic-400-normal.woff2",
  ]);
});
