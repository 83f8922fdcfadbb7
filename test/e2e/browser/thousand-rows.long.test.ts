/** A plan of a thousand rows: its site is held to what the site of the plan of 2024 is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writePlan } from "../../../bench/generate.ts";
import { isoDate } from "../../../compiler/calendar/day.ts";
import { brokenLinks } from "../site/links.ts";
import { axeFindings } from "./axe.ts";
import { openSite } from "./open-site.ts";
import { openWhole } from "./open-whole.ts";
import { heaviestOfEachKind, tooTall } from "./page-kinds.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-plan-"));
beforeAll(() => writePlan(1000, folder));
const opened = openSite({ plan: join(folder, "plan") });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("no kind of page is taller than twelve screens of a phone", async () => {
  expect(await tooTall(opened.browser, opened.address, heaviestOfEachKind(opened.site))).toEqual([]);
});

test("axe finds nothing on the heaviest page of each kind, and none scrolls sideways", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 375, height: 667 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const found: string[] = [];
  // The document of a thousand rows takes axe minutes; that of the plan of 2024 is walked elsewhere.
  for (const path of heaviestOfEachKind(opened.site, 1).filter((each) => !each.includes("/document/"))) {
    await openWhole(page, `${opened.address}${path}`);
    found.push(...(await axeFindings(page)).map((fault) => `/${path}: ${fault}`));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 375) found.push(`/${path}: ${width} pixels wide`);
  }
  expect(found).toEqual([]);
  await context.close();
});

test("no link or anchor is broken", () => expect(brokenLinks(opened.site)).toEqual([]));

test("a month that is cut into pieces has every line of it in one of them", () => {
  const itemsIn = (path: string): string[] => [
    ...new Set([...opened.site.read(path).matchAll(/href="\/2024\/items\/([^"/]+)\//g)].map(([, id]) => id!)),
  ];
  const pieces = opened.site.files.filter((path) => /^2024\/calendar\/03\/\d+\/index\.html$/.test(path));
  expect(pieces.length).toBeGreaterThan(2);
  const listed = new Set(pieces.flatMap(itemsIn));
  const [plan] = opened.site.plans;
  const march = plan!.dueWindows.filter(({ window }) => isoDate(window.end).startsWith("2024-03"));
  expect(march.map(({ item }) => item).filter((item) => !listed.has(item))).toEqual([]);
});
