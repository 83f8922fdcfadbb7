import AxeBuilder from "@axe-core/playwright";
import type { Server } from "node:http";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { buildForTest, serveSite, type BuiltSite } from "./built-site.ts";

let site: BuiltSite;
let server: Server;
let address: string;
let browser: Browser;

beforeAll(async () => {
  site = await buildForTest();
  ({ server, address } = await serveSite(site));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  site.remove();
});

/** One page of each type. */
const pageTypes = ["", "roles/", "roles/doo/", "roles/operator/", "roles/minister/", "2024/items/3.5.12/", "2024/items/1.1/", "2024/items/1.4.1/", "2024/sections/", "2024/sections/2/", "2024/document/", "no-such-page/"];
const looks = [["light", 320], ["light", 1280], ["dark", 320], ["dark", 1280]] as const;

const contextOf = (colorScheme: "light" | "dark", width: number): Promise<BrowserContext> => browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });

describe.each(looks)("%s, %i px", (scheme, width) => {
  test.each(pageTypes)("/%s: axe finds nothing, nothing scrolls sideways, nobody else is asked, nothing fails", async (path) => {
    const context = await contextOf(scheme, width);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && !message.text().includes("404") && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => !request.url().startsWith(address) && faults.push(`asked ${request.url()}`));
    await page.goto(`${address}${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(" | ")}`)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("without a script", () => {
  test("the year stands by month and the subscription can be used", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}roles/doo/`);
    expect(await page.locator(".month").count()).toBeGreaterThanOrEqual(12);
    expect(await page.locator("a[href^='webcal:']").first().isVisible()).toBe(true);
    await context.close();
  });
});

describe("by keyboard", () => {
  test("the first Tab leads to the content, the choice of a role is a link", async () => {
    const context = await contextOf("light", 1280);
    const page = await context.newPage();
    await page.goto(address);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main");
    await page.locator(".roles a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/roles/**");
    expect(await page.locator("h1").count()).toBe(1);
    await context.close();
  });
});

describe("easier reading", () => {
  test("the choice is remembered on the next page, and axe finds nothing there", async () => {
    const context = await contextOf("light", 375);
    const page = await context.newPage();
    await page.goto(`${address}roles/doo/`);
    await page.locator(".view summary").click();
    await page.locator("#sz200").check();
    await page.locator("#ct2").check();
    await page.goto(address);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    for (const path of ["", "roles/doo/", "2024/items/3.5.12/"]) {
      await page.goto(`${address}${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(375);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id), path).toEqual([]);
    }
    await context.close();
  });
});
