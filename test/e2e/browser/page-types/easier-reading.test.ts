import { expect, test } from "vitest";
import { axeFindings } from "../axe.ts";
import { openSite } from "../open-site.ts";
import { pageTypes } from "./page-types.ts";

const opened = openSite();

test(
  "letters twice as large, white on black, wide: no page type scrolls sideways or loses contrast",
  { timeout: 240_000 },
  async () => {
    const context = await opened.browser.newContext({ viewport: { width: 375, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(opened.address);
    await page.locator(".view summary").click();
    for (const choice of ["#sz200", "#ct2", "#sp1"]) await page.locator(choice).check();
    const faults: string[] = [];
    for (const path of pageTypes) {
      await page.goto(`${opened.address}${path}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > 375) faults.push(`/${path} is ${wide} px wide`);
      // Colours and sizes come from one sheet: the longest pages have nothing that the others have not.
      if (/document|minister|control|profile|school-with/.test(path)) continue;
      faults.push(...(await axeFindings(page, "colours")).map((finding) => `/${path}: ${finding}`));
    }
    expect(faults).toEqual([]);
    await context.close();
  },
);

test("the choice is remembered on the next page, and axe finds nothing there with all folds open, nor in forced colours", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 375, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${opened.address}roles/doo/`);
  await page.locator(".view summary").click();
  await page.locator("#sz200").check();
  await page.locator("#ct2").check();
  await page.goto(opened.address);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  const paths = ["", "roles/", "roles/doo/", "search/?q=заявления", "2024/items/3.5.12/", "2024/days/04-30/"];
  for (const path of paths) {
    await page.goto(`${opened.address}${path}`, { waitUntil: "networkidle" });
    await page
      .locator("main details")
      .evaluateAll((all: HTMLDetailsElement[]) => all.forEach((details) => (details.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(375);
    expect(await axeFindings(page, "usual"), path).toEqual([]);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      expect(await axeFindings(page, "colours"), `${path} in forced colours, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: null, colorScheme: null });
  }
  await context.close();
});
