/**
 * What people come for, walked on a phone with nothing remembered, in the plan's year and two years after it: each answer in the
 * first screen or behind one tap, one's own calendar in two.
 */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { casesFor } from "../../fuzz-runs.ts";
import { openSite } from "./open-site.ts";

const opened = openSite();
const clocks = { "in the plan's year": "2024-04-20T05:00:00Z", "after it": "2026-11-29T05:00:00Z" } as const;
const screen = { width: 375, height: 667 } as const;

async function landing(path: string, now: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext({ viewport: screen });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(now));
  await page.goto(`${opened.address}${path}`);
  await work(page);
  await context.close();
}

/** A link or a fold of the page's content, by its words. */
const tap = (page: Page, words: string): Promise<void> =>
  page.locator("main :is(a, summary)", { hasText: words }).filter({ visible: true }).first().click();
const bottomOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().bottom + window.scrollY);
const words = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, " ").trim();

describe.each(Object.entries(clocks))("%s", (_, now) => {
  const dealt = <T>(cases: readonly T[]): readonly T[] => casesFor(now, Object.values(clocks), cases);

  const arrivals = [
    ["2024/items/2.1.8/", ["Добавить в календарь", "Подписка: Муниципальные органы"], "mouo"],
    ["2024/items/3.5.12/", ["Добавить в календарь", "Подписка: Исполнитель услуг"], "provider"],
    ["2024/calendar/04/", ["Календарь своей роли", "Детские сады"], "doo"],
    ["roles/doo/2024-04/", ["Подписка"], "doo"],
    ["2024/days/04-30/", ["Детские сады", now.startsWith("2024") ? "Подписаться на календарь" : "Подписка"], "doo"],
  ] as const;
  test.each(dealt(arrivals))(
    "from a search engine to %s, and by two taps to the role's calendar: %s",
    async (path, taps, role) => {
      await landing(path, now, async (page) => {
        expect(await page.evaluate(() => localStorage.length)).toBe(0);
        for (const each of taps) await tap(page, each);
        await page.waitForURL(`**/roles/${role}/subscribe/**`);
        const subscribe = page.locator(`#podpiska a[href^='webcal:'][href$='/feeds/${role}.ics']`).first();
        await subscribe.waitFor();
        expect(await bottomOf(page, `#podpiska a[href^='webcal:']`)).toBeLessThanOrEqual(screen.height);
      });
    },
  );

  const answers = [
    ["a parent: when are children enrolled in a camp", "2024/items/2.3.4/", "5 сентября 2024"],
    ["an official: by when is the year changed", "2024/items/2.1.8/", "6 сентября 2024"],
    ["a head: what is on the last day of April", "2024/days/04-30/", "30 апреля 2024"],
  ] as const;
  test.each(dealt(answers))("%s: the day, its year, what and who stand in the first screen", async (__, path, day) => {
    await landing(path, now, async (page) => {
      expect(await words(page, ".card .tear")).toContain(day);
      for (const part of [".card .tear", "h1", ".card .why"])
        expect(await bottomOf(page, part), part).toBeLessThanOrEqual(screen.height);
    });
  });

  test("what leads an organisation's head to paper, a leader to the load of roles, an officer to a date's reason: one tap", async () => {
    await landing("roles/doo/year/", now, async (page) => {
      await tap(page, "Напечатать год");
      await page.waitForURL("**/roles/doo/sheet/");
    });
    await landing("roles/deputy-minister/", now, async (page) => {
      await tap(page, "Нагрузка");
      await page.waitForURL("**/roles/deputy-minister/load/");
      expect(await words(page, "main table")).toMatch(/\d/);
    });
    await landing("2024/items/3.5.13/", now, async (page) => {
      expect(await page.locator("#h-chain").count()).toBe(1);
      expect(await words(page, ".card .tear")).toMatch(now.startsWith("2024") ? /8 мая 2024/ : /прошло/);
    });
  });

  const queries = [
    ["зачисление в первый класс", /зачислении в 1 класс/],
    ["план на июнь", /июнь/i],
    ["30 апреля", /30 апреля/],
    ["летний лагерь", /лагер/i],
  ] as const;
  test.each(dealt(queries))(
    "asked «%s», the first answer is the one that was meant, in the first screen",
    async (query, title) => {
      await landing(`search/?q=${encodeURIComponent(query)}`, now, async (page) => {
        const first = ".hits li a";
        await page.locator(first).first().waitFor();
        expect(await words(page, first)).toMatch(title);
        expect(await bottomOf(page, first)).toBeLessThanOrEqual(screen.height);
      });
    },
  );
});

test("the page of every role opens with the day and what is to be done, whole in the first screen, and begins to say why", async () => {
  const roles = opened.site.files.flatMap((path) => /^roles\/([^/]+)\/subscribe\/index\.html$/.exec(path)?.[1] ?? []);
  expect(roles.length).toBeGreaterThan(15);
  let answered = 0;
  await landing("", clocks["in the plan's year"], async (page) => {
    // Nothing is remembered from one role to the next.
    await page.addInitScript(() => localStorage.clear());
    for (const role of roles) {
      await page.goto(`${opened.address}roles/${role}/`);
      await page.locator(".answer.ready").waitFor();
      // A role may have no date left.
      if ((await page.locator(".answer-place .tear").count()) === 0) continue;
      answered += 1;
      for (const part of [".tear", "h2"])
        expect(await bottomOf(page, `.answer-place ${part}`), `${role}: ${part}`).toBeLessThanOrEqual(screen.height);
      const why = await page.locator(".answer-place .why").first().boundingBox();
      expect(why!.y + 24, role).toBeLessThanOrEqual(screen.height);
    }
  });
  expect(answered).toBeGreaterThan(15);
});
