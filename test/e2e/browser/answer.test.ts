/** Home and role open with the answer: what, by when, why. Walked on a phone and a wide screen, on days of the plan and after it. */
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { duesOfParty } from "../../../compiler/views/dues.ts";
import { safeDay } from "../../../compiler/views/role/upcoming.ts";
import { openSite } from "./open-site.ts";

const opened = openSite();

const season = "2024-04-20T05:00:00Z";
const after = "2026-11-29T05:00:00Z";

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** How far the layout moved under the reader's eyes (CLS). */
  readonly shift: () => Promise<number>;
}

async function open(path: string, now: string, width = 375, height = 667): Promise<Opened> {
  const context = await opened.browser.newContext({ viewport: { width, height }, timezoneId: "America/New_York" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(now));
  await page.goto(`${opened.address}${path}`);
  await page.locator(".answer.ready").waitFor();
  const shift = (): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        }),
    );
  return { context, page, shift };
}

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, " ").trim();
/** Whether the whole of an element stands in the first screen. */
const inFirstScreen = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return window.scrollY === 0 && top >= 0 && bottom <= window.innerHeight;
    });

const answerDay = (page: Page): Promise<string | null> =>
  page.locator(".answer-place time").first().getAttribute("datetime");

describe.each([
  [375, 667],
  [1280, 800],
] as const)("%i × %i", (width, height) => {
  test("a kindergarten's page opens with Saturday the 27th: day, distance, what and why, in the first screen", async () => {
    const { context, page, shift } = await open("roles/doo/", season, width, height);
    expect(await answerDay(page)).toBe("2024-04-27");
    expect(await textOf(page, ".answer-place .tear")).toMatch(/27 апреля рабочая суббота, через 7 дней/);
    expect((await textOf(page, ".answer-place h2")).length).toBeGreaterThan(10);
    expect(await textOf(page, ".answer-place .why")).toContain("«последний рабочий день месяца»");
    for (const part of [".tear", "h2", ".why", ".btn.go"])
      expect(await inFirstScreen(page, `.answer-place ${part}`), part).toBe(true);
    expect(await shift()).toBeLessThan(0.02);
    await context.close();
  });

  test("home has the whole plan's next day, Friday the 26th, and that of a role once it was chosen there", async () => {
    const { context, page, shift } = await open("", season, width, height);
    expect(await answerDay(page)).toBe("2024-04-26");
    for (const part of [".tear", "h2", ".why"])
      expect(await inFirstScreen(page, `.answer-place ${part}`), part).toBe(true);
    expect(await shift()).toBeLessThan(0.02);
    await page.locator(".roles a", { hasText: "Детские сады" }).click();
    await page.waitForURL("**/roles/doo/");
    await page.goto(opened.address);
    await page.locator(".answer.ready").waitFor();
    expect(await answerDay(page)).toBe("2024-04-27");
    expect(await textOf(page, ".answer .whose")).toContain("Детские сады");
    expect(await inFirstScreen(page, ".answer-place .why")).toBe(true);
    await page.locator("button[data-forget]").click();
    await page.waitForFunction(() => document.querySelector(".answer time")?.getAttribute("datetime") === "2024-04-26");
    await context.close();
  });

  test("after the plan it says so first, and subscribing is not the first act", async () => {
    for (const path of ["", "roles/doo/"]) {
      const { context, page } = await open(path, after, width, height);
      expect(await textOf(page, ".answer-place h2")).toBe("План 2024 года завершён");
      expect(await textOf(page, ".answer-place .why")).toMatch(/Его последний срок прошёл \d+ \S+ 202[45] года/);
      expect(await inFirstScreen(page, ".answer-place .btn.go")).toBe(true);
      expect(await textOf(page, ".answer-place .acts")).toBe("Как было, по месяцам");
      expect(await page.locator(".next").isVisible()).toBe(false);
      await context.close();
    }
  });
});

test("what was put off over days off stays until the day that the plan names has passed", async () => {
  const { context, page } = await open("roles/doo/", "2024-04-30T05:00:00Z");
  expect(await answerDay(page)).toBe("2024-04-30");
  expect(await textOf(page, ".answer-place .why")).toContain("последний рабочий день перед ним, 27 апреля, уже прошёл");
  await context.close();
});

test("what is said elsewhere has titles, not bare numbers", async () => {
  const { context, page } = await open("roles/doo/", season);
  const titles = await page.locator(".next-place .what a").allInnerTexts();
  expect(titles.length).toBeGreaterThan(3);
  expect(titles.filter((title) => /^[\d.\s]+$/.test(title))).toEqual([]);
  await context.close();
});

describe("the day", () => {
  test("is the plan's own, wherever the reader is, and one in the address goes before it", async () => {
    const own = await open("roles/doo/", "2024-04-21T20:00:00Z");
    await own.page.locator(".next-form").scrollIntoViewIfNeeded();
    expect(await own.page.locator(".next-form input").inputValue()).toBe("2024-04-22");
    expect(await textOf(own.page, ".answer-place .tear")).toContain("через 5 дней");
    await own.page.locator(".next-form input").fill("2024-08-30");
    await own.page.locator(".next-form button").click();
    await own.page.locator(".answer-place time[datetime='2024-08-30']").waitFor();
    expect(own.page.url()).toContain("na=2024-08-30");
    await own.context.close();
    const wrong = await open("roles/doo/?na=2024-04-31", "2024-04-22T05:00:00Z");
    await wrong.page.locator(".next-form").scrollIntoViewIfNeeded();
    expect(await wrong.page.locator(".next-form input").inputValue()).toBe("2024-04-22");
    await wrong.context.close();
  });

  test("before the plan it says so; at the turn of the year dates of the next are still told", async () => {
    const before = await open("", "2023-11-01T05:00:00Z");
    expect(await textOf(before.page, ".answer-place")).toContain("ещё не начался");
    await before.context.close();
    const eve = await open("roles/provider/", "2024-12-31T18:59:00Z");
    expect(await eve.page.locator(".answer-place > .note").count()).toBe(0);
    await eve.context.close();
    const turned = await open("roles/provider/", "2024-12-31T19:01:00Z");
    expect(await textOf(turned.page, ".answer-place > .note")).toContain("перешли на следующий год");
    // What ended on 31 December, a day off, may be done on the first working day.
    expect(await answerDay(turned.page)).toBe("2025-01-09");
    await turned.context.close();
  });
});

test("without scripts the first screen has the months with their counts", async () => {
  const context = await opened.browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 667 } });
  const page = await context.newPage();
  for (const path of ["", "roles/doo/"]) {
    await page.goto(`${opened.address}${path}`);
    expect(await textOf(page, ".answer-still li")).toMatch(/Январь \d+ срок/);
    expect(await inFirstScreen(page, ".answer-still li:nth-child(6)")).toBe(true);
    expect(await page.locator(".next").isVisible()).toBe(false);
  }
  await context.close();
});

test("the page of a day leaves the remembered role its own alone, and shows all again", async () => {
  const { context, page } = await open("", season);
  await page.goto(`${opened.address}2024/days/04-01/`);
  expect(await page.locator("[data-mine]").isHidden()).toBe(true);
  await page.goto(opened.address);
  await page.locator(".roles a", { hasText: "Детские сады" }).click();
  await page.waitForURL("**/roles/doo/");
  await page.goto(`${opened.address}2024/days/04-01/`);
  const shown = async (): Promise<string[]> => {
    const links = await page
      .locator("[data-for] > a")
      .evaluateAll((all: HTMLAnchorElement[]) =>
        all.filter((link) => link.checkVisibility()).map((link) => link.pathname.split("/").at(-2)!),
      );
    return [...new Set(links)].sort();
  };
  const all = await shown();
  const [plan] = opened.site.plans;
  const own = duesOfParty(plan!, "doo").filter((due) =>
    [due.day, due.start, due.rolled, safeDay(due)].some((day) => day?.iso === "2024-04-01"),
  );
  await page.locator("[data-mine] button").click();
  expect(await shown()).toEqual([...new Set(own.map(({ item }) => item))].sort());
  expect(own.length).toBeGreaterThan(0);
  await page.locator("[data-mine] button").click();
  expect(await shown()).toEqual(all);
  expect(all.length).toBeGreaterThan(own.length);
  await context.close();
});

test("a date leads to the page of its day: the answer's, those of the next days, of a month, of a derivation", async () => {
  const { context, page } = await open("roles/doo/", season);
  const hrefOf = (selector: string): Promise<string | null> => page.locator(selector).first().getAttribute("href");
  const day = (key: string): RegExp => new RegExp(`/2024/days/${key}/$`);
  expect(await hrefOf(".answer-place .tear a")).toMatch(day("04-27"));
  expect(await hrefOf(".next-place .when a")).toMatch(day("04-27"));
  for (const [path, selector, key] of [
    ["roles/doo/2024-04/", ".day .date a", "04-01"],
    ["roles/doo/year/", ".rhythm td a", "01-01"],
    ["2024/items/3.5.12/", ".leaf time a", "03-04"],
    ["2024/items/3.5.12/", ".chained td a", "03-04"],
  ] as const) {
    await page.goto(`${opened.address}${path}`);
    expect(await hrefOf(selector), `${path} ${selector}`).toMatch(day(key));
  }
  await page.goto(`${opened.address}roles/doo/2024-04/`);
  await page.locator(".day .date a").first().click();
  await page.waitForURL("**/2024/days/04-01/");
  await context.close();
});

test("a subscription is two taps away, in the plan's year and after it", async () => {
  const season2024 = await open("roles/doo/", season);
  await season2024.page.locator(".answer-place .btn.go").click();
  const ready = season2024.page.locator("#podpiska a[href^='webcal:']").first();
  await ready.waitFor();
  expect(await inFirstScreen(season2024.page, "#podpiska a[href^='webcal:']")).toBe(true);
  await season2024.context.close();
  const later = await open("roles/doo/", after);
  await later.page.locator(".parts a", { hasText: "Подписка" }).click();
  await later.page.locator("#podpiska a[href^='webcal:']").first().waitFor();
  await later.context.close();
});
