import { expect, test } from "vitest";
import { thorough } from "../../../fuzz-runs.ts";
import { axeFindings } from "../axe.ts";
import { openSite } from "../open-site.ts";
import { openWhole } from "../open-whole.ts";

const opened = openSite();

test("the choice is remembered on the next page, and axe finds nothing there with all folds open, nor in forced colours", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 375, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${opened.address}roles/doo/`);
  await page.locator(".view summary").click();
  await page.locator("#sz200").check();
  await page.locator("#ct2").check();
  await page.goto(opened.address);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  const more = ["roles/", "search/?q=заявления", "2024/days/04-30/"];
  const paths = ["", "roles/doo/", "2024/items/3.5.12/", ...(thorough ? more : [])];
  for (const path of paths) {
    await openWhole(page, `${opened.address}${path}`);
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
