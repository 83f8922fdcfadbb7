/** The page for who leads: load by role and month as a table that is a picture, what waits for events, one sheet of paper. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { duesOfParty } from "../../../compiler/views/dues.ts";
import { roleView } from "../../../compiler/views/role/role.ts";
import { axeFindings } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { buildForTest, serveSite, type BuiltSite } from "../site/built-site.ts";

let site: BuiltSite;
let server: Server;
let address: string;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "srok-leaders-"));

beforeAll(async () => {
  site = await buildForTest();
  ({ server, address } = await serveSite(site));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

test("who leads somebody has the page, who leads nobody has not", () => {
  const plan = site.plans[0]!;
  for (const id of plan.parties.ids)
    expect(site.files.includes(`roles/${id}/load/index.html`), id).toBe(
      plan.parties
        .overseenBy(id)
        .some((led) => led !== id && plan.parties.members(led).length === 0 && duesOfParty(plan, led).length > 0) &&
        plan.series.parties.some(({ data }) => data.id === id && data.oversees !== undefined),
    );
});

test.each([
  [375, "light"],
  [1280, "dark"],
] as const)(
  "%i px, %s: every cell is what ends there, every item that waits is named; axe finds nothing",
  async (width, colorScheme) => {
    const plan = site.plans[0]!;
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${address}roles/minister/load/`);
    const heads = await page
      .locator(".load thead a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const columns = heads.map((href) => /roles\/([^/]+)\//.exec(href!)![1]!);
    expect(columns.length).toBeGreaterThan(5);
    const april = page.locator(".load tbody tr", { hasText: "Апрель" });
    const told = await april
      .locator("td")
      .evaluateAll((cells) => cells.map((cell) => Number(cell.querySelector("b")?.textContent ?? 0)));
    const ends = (id: string): number =>
      duesOfParty(plan, id).filter(({ day }) => day.iso.startsWith("2024-04")).length;
    expect(told).toEqual(columns.map(ends));
    const links = await page.locator(".waits a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const { item } of roleView(plan, "minister").undated["on-event"])
      expect(links).toContain(`/2024/items/${item}/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  },
);

test("it is one sheet of paper", async () => {
  for (const id of ["minister", "deputy-minister"]) {
    const page = await browser.newPage();
    await page.goto(`${address}roles/${id}/load/`);
    const path = join(folder, `${id}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
    expect(readFileSync(path, "latin1").match(/\/Type \/Page\b/g), id).toHaveLength(1);
    await page.close();
  }
});
