import { expect, test } from "vitest";
import { openSite } from "./open-site.ts";

const opened = openSite();

const textOf = async (text: Promise<string>): Promise<string> => (await text).replace(/\s+/g, " ");

test("without scripts the year stands by month and the subscription can be used", async () => {
  const context = await opened.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${opened.address}roles/doo/year/`);
  expect(await page.locator(".month-rows a").count()).toBeGreaterThanOrEqual(12);
  await page.locator(".month-rows a", { hasText: "Апрель" }).click();
  expect(await page.locator("#m04 .day").count()).toBeGreaterThan(3);
  await page.locator(".parts a", { hasText: "Подписка" }).click();
  expect(await page.locator("a[href^='webcal:']").first().isVisible()).toBe(true);
  await context.close();
});

test("on a phone it is two clicks from the home page to what is due next month and why that day, two more to have it in a calendar", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 375, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2024-04-22T05:00:00Z"));
  await page.goto(opened.address);
  await page.locator(".roles a", { hasText: "Детские сады" }).click();
  await page.locator(".scripted .bymonth a", { hasText: "Май" }).first().click();
  await page.waitForURL("**/roles/doo/2024-05/");
  const month = page.locator("#m05");
  expect(
    await month.locator("h3").evaluate((heading) => {
      const { top, bottom } = heading.getBoundingClientRect();
      return top > 0 && bottom < window.innerHeight;
    }),
  ).toBe(true);
  expect(await textOf(month.innerText())).toMatch(/успеть до сб 27 апреля.*2\.2\.1 ?Подготовить/);
  await page.locator(".parts a", { hasText: "Подписка" }).click();
  const open = page.locator("#podpiska a[href^='webcal:']").first();
  await open.waitFor();
  expect(await open.isVisible()).toBe(true);
  expect(await open.getAttribute("href")).toContain("/feeds/doo.ics");
  await context.close();
});

test("by keyboard the first Tab leads to the content, the choice of a role is a link", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(opened.address);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main");
  await page.locator(".roles a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/roles/**");
  expect(await page.locator("h1").count()).toBe(1);
  await context.close();
});
