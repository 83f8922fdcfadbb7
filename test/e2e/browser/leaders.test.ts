/** The page for who leads: load by role and month as a table that is a picture, what waits for events, one sheet of paper. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { duesOfParty } from "../../../compiler/views/dues.ts";
import { roleView } from "../../../compiler/views/role/role.ts";
import { axeFindings } from "./axe.ts";
import { openSite } from "./open-site.ts";

// With an address a sheet has a foot that shows it.
const opened = openSite({ site: "https://plan.example" });
const folder = mkdtempSync(join(tmpdir(), "srok-leaders-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("who leads somebody has the page, who leads nobody has not", () => {
  const plan = opened.site.plans[0]!;
  for (const id of plan.parties.ids)
    expect(opened.site.files.includes(`roles/${id}/load/index.html`), id).toBe(
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
    const plan = opened.site.plans[0]!;
    const context = await opened.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${opened.address}roles/minister/load/`);
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
    const page = await opened.browser.newPage();
    await page.goto(`${opened.address}roles/${id}/load/`);
    const path = join(folder, `${id}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
    expect(readFileSync(path, "latin1").match(/\/Type \/Page\b/g), id).toHaveLength(1);
    await page.close();
  }
});
