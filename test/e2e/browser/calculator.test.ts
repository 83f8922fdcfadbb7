import { readFileSync } from "node:fs";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { emitFeeds } from "../../feeds/emit-feeds.ts";
import type { ResolvedItem } from "../../../compiler/resolve/model.ts";
import { entriesIn, onRecord } from "../../calculate/on-record.ts";
import { variantsOf } from "../../fuzz-runs.ts";
import { axeFindings } from "./axe.ts";
import { openSite } from "./open-site.ts";

// Under a base path everything that is right at the root is put to the test as well.
const opened = openSite({ site: "https://plan.example", base: "/plan/" });
/** An item that counts working days from one event, one with two events, and a role that has the first. */
let one: ResolvedItem;
let two: ResolvedItem;
let event: string;

beforeAll(() => {
  const { items } = opened.site.plans[0]!;
  const waits = (item: ResolvedItem): number => new Set(item.deadline?.waiting.map((each) => each.event)).size;
  one = items.find(
    (item) =>
      item.deadline?.rule.within?.["working-days"] === 3 && item.deadline.state === "on-event" && waits(item) === 1,
  )!;
  two = items.find((item) => waits(item) === 2)!;
  event = one.deadline!.waiting[0]!.event;
});

async function open(
  path: string,
  { width = 1280, scripts = true }: { width?: number; scripts?: boolean } = {},
): Promise<{ readonly page: Page; readonly faults: string[]; readonly context: BrowserContext }> {
  const context = await opened.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    javaScriptEnabled: scripts,
    timezoneId: "America/New_York",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on(
    "request",
    (request) =>
      !/^blob:/.test(request.url()) &&
      !request.url().startsWith(opened.address) &&
      faults.push(`asked ${request.url()}`),
  );
  if (scripts) await page.clock.setFixedTime(new Date("2024-04-21T20:00:00Z"));
  await page.goto(`${opened.address}${path}`);
  return { page, faults, context };
}
const textOf = async (place: Locator): Promise<string> => (await place.innerText()).replace(/\s+/g, " ");
const itemPath = (item: ResolvedItem): string => `${opened.site.plans[0]!.id}/items/${item.id}/`;

/** What a browser hands over when a link is followed. */
async function downloaded(
  page: Page,
  follow: () => Promise<unknown>,
): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), follow()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

describe("on an item that waits", () => {
  test("by keyboard alone: day, date, why, and the file that the feeds would hold", async () => {
    const { page, faults, context } = await open(itemPath(one));
    await page.locator("#schitat input[type=date]").focus();
    await page.keyboard.type("04262024");
    await page.keyboard.press("Enter");
    const answer = page.locator("#schitat .calc-answer");
    await answer.locator(".acts button").waitFor();
    expect(await answer.locator(".due-day time").getAttribute("datetime")).toBe("2024-05-03");
    for (const text of ["дата указана вами", "Пропущены", "Праздник Весны и Труда", "ст. 191"])
      expect(await textOf(answer)).toContain(text);
    expect(await answer.locator(".count li").count()).toBe(8);
    expect(await answer.locator(".count li.h").count()).toBe(4);
    for (
      let step = 0;
      step < 10 && !(await answer.locator(".acts button").evaluate((link) => link === document.activeElement));
      step++
    )
      await page.keyboard.press("Tab");
    const { name, text } = await downloaded(page, () => page.keyboard.press("Enter"));
    expect(name).toBe(`${one.id}-2024-05-03.ics`);
    const expected = emitFeeds([onRecord(opened.site.plans[0]!, event, "2024-04-26")], {
      site: "https://plan.example/plan",
    }).find(({ path }) => path === "feeds/all.ics")!.text;
    const [entry, ...more] = entriesIn(text);
    expect(more).toEqual([]);
    expect(expected).toContain(entry);
    expect(opened.site.read("feeds/all.ics")).not.toContain(/UID:(.*)/.exec(entry!.replace(/\r\n /g, ""))![1]!);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("31 February, nothing, and a day beyond the calendars are refused with the reason, at the field", async () => {
    const { page, context } = await open(itemPath(one));
    const field = page.locator("#schitat input[type=date]");
    const refused = async (): Promise<string> => {
      await page.keyboard.press("Enter");
      const fault = page.locator("#schitat [role=alert]");
      await fault.waitFor();
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.getAttribute("aria-describedby")).toBe(await fault.getAttribute("id"));
      return textOf(fault);
    };
    await field.focus();
    expect(await refused()).toBe("Укажите дату.");
    await page.keyboard.type("02312024");
    expect(await refused()).toBe("Такой даты нет. Проверьте число и месяц.");
    await field.fill("2031-05-06");
    await field.focus();
    expect(await refused()).toContain(
      "Счёт уходит в 2031 год, а производственные календари есть только на 2023–2027 годы",
    );
    await field.fill("2024-04-26");
    await page.locator("#schitat form button").click();
    await page.locator("#schitat .acts button").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBeNull();
    await context.close();
  });

  test("with two events the reader says which, and each has its own rule", async () => {
    const { page, context } = await open(itemPath(two));
    const days: (string | null)[] = [];
    for (const option of await page.locator("#schitat option").all()) {
      await page.locator("#schitat select").selectOption(await option.getAttribute("value"));
      await page.locator("#schitat input[type=date]").fill("2024-05-08");
      await page.locator("#schitat form button").click();
      // The worked examples stand in the answer's place until it is there.
      await expect.poll(() => page.locator("#schitat .due-day time").count()).toBe(1);
      await expect
        .poll(async () => textOf(page.locator("#schitat .calc-answer .trace li").first()))
        .toContain((await textOf(option)).slice(1));
      days.push(await page.locator("#schitat .due-day time").getAttribute("datetime"));
    }
    expect(days).toEqual(["2024-05-17", "2024-05-08"]);
    await context.close();
  });

  test("what could not be loaded is said, and may be tried again", async () => {
    const { page, context } = await open(itemPath(one));
    await page.route("**/calculator/**", (route) => route.abort());
    await page.locator("#schitat input[type=date]").fill("2024-04-26");
    await page.locator("#schitat form button").click();
    await page.getByText("Не удалось загрузить данные").waitFor();
    await page.unroute("**/calculator/**");
    await page.locator("#schitat form button").click();
    await page.locator("#schitat .acts button").waitFor();
    await context.close();
  });
});

describe("in a list of a role and of the events", () => {
  test("a form opens beside the rule, by keyboard", async () => {
    const role = opened.site.plans[0]!.parties.ids.find(
      (id) =>
        opened.site.files.includes(`roles/${id}/events/index.html`) &&
        opened.site.read(`roles/${id}/events/index.html`).includes(`/items/${one.id}/#schitat`),
    )!;
    for (const path of [`roles/${role}/events/`, `${opened.site.plans[0]!.id}/events/`]) {
      const { page, faults, context } = await open(path);
      const place = page
        .locator(".calc.folded", { has: page.locator(`[id$="-${one.id}"], template`) })
        .filter({ has: page.locator("summary") })
        .first();
      await place.locator("summary").focus();
      await page.keyboard.press("Enter");
      await place.locator("input[type=date]").fill("2024-05-24");
      await place.locator("input[type=date]").press("Enter");
      await place.locator(".acts button").waitFor();
      expect(await place.locator(".due-day time").count()).toBe(1);
      expect(faults).toEqual([]);
      await context.close();
    }
  });
});

describe("the calculator's own page", () => {
  test("counts days from a date", async () => {
    const { page, faults, context } = await open("calculator/");
    const place = page.locator("[data-by-days]");
    await place.locator("[name=count]").fill("10");
    await place.locator("[name=direction]").selectOption("before");
    await place.locator("[name=date]").fill("2024-05-24");
    await place.locator("[name=date]").press("Enter");
    await place.locator(".acts button").waitFor();
    expect(await place.locator(".due-day time").getAttribute("datetime")).toBe("2024-05-08");
    const { text } = await downloaded(page, () => place.locator(".acts button").click());
    expect(text).toContain("DTSTART;VALUE=DATE:20240508\r\nDTEND;VALUE=DATE:20240509");
    for (const count of ["", "0", "1001", "1.5"]) {
      await place.locator("[name=count]").fill(count);
      await place.locator("form button").click();
      await place.getByText("Укажите целое число от 1 до 1000.").waitFor();
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test("reads a phrase: asks for the day of its event, asks which meaning, says which word it cannot read", async () => {
    const { page, faults, context } = await open("calculator/");
    const place = page.locator("[data-by-phrase]");
    const phrase = place.locator("[name=phrase]");
    const say = async (text: string): Promise<void> => {
      await phrase.fill(text);
      await phrase.press("Enter");
    };
    await say("до 10 числа каждого месяца");
    await place.locator(".acts button").waitFor();
    expect(await place.locator(".due-day").count()).toBe(12);
    expect(await place.locator("[name=event]").isVisible()).toBe(false);

    await say("в течение 5 дней после получения заявки");
    await place.getByText("можно понять по-разному").waitFor();
    expect((await place.locator(".choices button").allInnerTexts()).sort()).toEqual([
      "«в течение 5 календарных дней после получения заявки»",
      "«в течение 5 рабочих дней после получения заявки»",
    ]);
    await place.getByRole("button", { name: "календарных дней после" }).press("Enter");
    await place.getByText("Срок считается от события: день получения заявки").waitFor();
    expect(await place.locator("[name=event]").evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("04262024");
    await page.keyboard.press("Enter");
    await place.locator(".acts button").waitFor();
    expect(await place.locator(".due-day time").first().getAttribute("datetime")).toBe("2024-05-01");
    expect(await textOf(place.locator(".calc-answer"))).toContain("успеть до сб 27 апреля");

    await say("в течение 5 рабочих лет после получения заявки");
    await place.locator("mark").waitFor();
    expect(await place.locator("mark").innerText()).toBe("лет");
    await say("до 31 февраля");
    await place.getByText("такого дня нет").waitFor();
    await place.getByRole("button", { name: "«до 29 февраля»" }).click();
    await place.locator(".acts button").waitFor();
    expect(await place.locator(".due-day time").getAttribute("datetime")).toBe("2024-02-29");

    await say("<img src=x onerror=alert(1)>");
    await place.locator("[role=alert]").waitFor();
    expect(await place.locator("img").count()).toBe(0);
    await say("в соответствии с порядком приема");
    await place.getByText("Дату здесь ставит другой документ").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each(variantsOf([320, 1280]))(
    "axe finds nothing at %i px, light or dark, with answers and with faults",
    async (width) => {
      const { page, context } = await open("calculator/", { width });
      const expectNothingFound = async (): Promise<void> => {
        for (const [colorScheme, which] of [
          ["light", "usual"],
          ["dark", "colours"],
        ] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(await axeFindings(page, which), colorScheme).toEqual([]);
        }
      };
      await expectNothingFound();
      await page.locator("[data-by-days] [name=date]").fill("2024-04-26");
      await page.locator("[data-by-days] form button").click();
      await page.locator("[data-by-days] .acts button").waitFor();
      await page.locator("[name=phrase]").fill("до 31 февраля");
      await page.locator("[name=phrase]").press("Enter");
      await page.locator("[data-by-phrase] mark").waitFor();
      await page.locator(".calc.folded summary").first().click();
      await expectNothingFound();
      await page.goto(`${opened.address}${itemPath(two)}`);
      await expectNothingFound();
      await context.close();
    },
  );
});

describe("without scripts", () => {
  test("worked examples stand, links lead to them, and no empty form is in the way", async () => {
    const { page, context } = await open("calculator/", { scripts: false });
    expect(await page.locator("form:visible").count()).toBe(0);
    expect(await page.locator(".worked:visible").count()).toBeGreaterThanOrEqual(2);
    expect(await textOf(page.locator("main"))).toContain("в этом браузере они выключены");
    await page.locator(`a[href$="/items/${one.id}/#schitat"]`).click();
    expect(await textOf(page.locator("#schitat"))).toContain("дата для примера");
    expect(await page.locator("#schitat .count:visible").count()).toBe(1);
    await context.close();
  });
});
