/** A plan of a thousand rows: its site is held to what the site of the plan of 2024 is. */
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writePlan } from "../../../bench/generate.ts";
import { isoDate } from "../../../compiler/calendar/day.ts";
import { buildForTest, serveSite, type BuiltSite } from "../site/built-site.ts";
import { brokenLinks } from "../site/links.ts";
import { axeFindings } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { heaviestOfEachKind, tooTall } from "./page-kinds.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-plan-"));
let site: BuiltSite;
let server: Server;
let address: string;
let browser: Browser;

beforeAll(async () => {
  writePlan(1000, folder);
  site = await buildForTest({ plan: join(folder, "plan") });
  ({ server, address } = await serveSite(site));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

test("no kind of page is taller than twelve screens of a phone", async () => {
  expect(await tooTall(browser, address, heaviestOfEachKind(site))).toEqual([]);
});

test("axe finds nothing on the heaviest page of each kind, and none scrolls sideways", async () => {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const found: string[] = [];
  // The document of a thousand rows takes axe minutes; that of the plan of 2024 is walked elsewhere.
  for (const path of heaviestOfEachKind(site, 1).filter((each) => !each.includes("/document/"))) {
    await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
    found.push(...(await axeFindings(page)).map((fault) => `/${path}: ${fault}`));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 375) found.push(`/${path}: ${width} pixels wide`);
  }
  expect(found).toEqual([]);
  await context.close();
});

test("no link or anchor is broken", () => expect(brokenLinks(site)).toEqual([]));

test("a month that is cut into pieces has every line of it in one of them", () => {
  const itemsIn = (path: string): string[] => [
    ...new Set([...site.read(path).matchAll(/href="\/2024\/items\/([^"/]+)\//g)].map(([, id]) => id!)),
  ];
  const pieces = site.files.filter((path) => /^2024\/calendar\/03\/\d+\/index\.html$/.test(path));
  expect(pieces.length).toBeGreaterThan(2);
  const listed = new Set(pieces.flatMap(itemsIn));
  const [plan] = site.plans;
  const march = plan!.events.filter(({ window }) => isoDate(window.end).startsWith("2024-03"));
  expect(march.map(({ item }) => item).filter((item) => !listed.has(item))).toEqual([]);
});
