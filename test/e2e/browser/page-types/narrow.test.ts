/** Every page type on the narrowest phone, light and dark. */
import { beforeAll, expect, test } from "vitest";
import { axeFindings } from "../axe.ts";
import { brokenWords } from "./broken-words.ts";
import { openSite } from "../open-site.ts";
import { pageTypes, visitorOf, widthOf, type Visitor } from "./page-types.ts";

const opened = openSite();
const viewport = { width: 320, height: 900 };

let visitor: Visitor;
beforeAll(async () => {
  visitor = await visitorOf(opened.browser, opened.address, { viewport });
});

test.each(pageTypes)(
  "/%s: axe finds nothing, light or dark, nothing scrolls sideways, no word is broken, nobody else is asked, nothing fails",
  async (path) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme: "light" });
    const { faults } = await visitor.open(path);
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
    expect(await brokenWords(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFindings(page, "colours")).toEqual([]);
    expect(faults).toEqual([]);
  },
);

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
