/** Deadlines with a time, opened where the clocks show another: every page that says the time says the reader's own beside it. */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casesFolder, sourcesOf } from "../../cases/case.ts";
import { openSite } from "./open-site.ts";
import { openWhole } from "./open-whole.ts";
import { planFolder } from "../site/plan-folder.ts";

const plan = planFolder(sourcesOf(join(casesFolder, "good", "hours")));
const opened = openSite({ plan });
afterAll(() => rmSync(dirname(plan), { recursive: true, force: true }));

/** The case's zone is Yekaterinburg's, two hours before Moscow's. */
const told = /18:00 \(у вас – 12 сентября в 16:00\)/;

let page: Page;
beforeAll(async () => {
  page = await opened.browser.newPage({ timezoneId: "Europe/Moscow" });
  await page.clock.setFixedTime(new Date("2024-09-10T05:00:00Z"));
});

test.each([
  ["", ".answer-place .tear"],
  ["roles/school/", ".answer-place .tear"],
  ["roles/school/2024-09/", ".days .due .m"],
  ["2024/calendar/09/", ".days .due .m"],
  ["2024/days/09-12/", ".by small"],
  ["2024/items/1.1/", ".card .tear"],
  ["2024/items/1.1/", "#kak .brief"],
])("/%s in %s", async (path, place) => {
  await openWhole(page, `${opened.address}${path}`);
  const texts = (await page.locator(place).allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  expect(texts.filter((text) => told.test(text)).length, texts.join(" | ")).toBeGreaterThan(0);
  const weights = await page
    .locator(".own-time")
    .evaluateAll((notes) => notes.map((note) => getComputedStyle(note).fontWeight));
  expect(weights.filter((weight) => weight !== "400")).toEqual([]);
});

test("whose clocks show the same is told nothing", async () => {
  const context = await opened.browser.newContext({ timezoneId: "Asia/Yekaterinburg" });
  const other = await context.newPage();
  await openWhole(other, `${opened.address}roles/school/2024-09/`);
  expect(await other.locator("time[data-zone]").count()).toBeGreaterThan(0);
  expect(await other.locator(".own-time").count()).toBe(0);
  await context.close();
});
