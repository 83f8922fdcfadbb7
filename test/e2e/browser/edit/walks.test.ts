/**
 * The everyday edits, each with the keyboard alone and on a phone's screen, up to what the maintainer's program takes. Each way has one
 * page, on which one proposal follows the other.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { casesFor } from "../../../fuzz-runs.ts";
import { openSite } from "../open-site.ts";
import { openEditPage, patience, ready, words, type Opened } from "./edit-page.ts";
import { handedOver, proposeButton } from "./handed-over.ts";
import { hands, type Hands } from "./hands.ts";

const opened = openSite({ site: "https://plan.example", base: "/plan/" });

/** One everyday edit, from the empty form to what is to be handed over. */
interface Walk {
  /** What the page says before anything is handed over. */
  readonly says: RegExp;
  /** The message of the commit. */
  readonly message: RegExp;
  go(page: Page, by: Hands): Promise<void>;
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).filter({ visible: true });
const radio = (page: Page, name: string) => page.getByRole("radio", { name: new RegExp(`^${name}`) });
const cell = (page: Page, name: string) => page.locator(`[name=${name}-text]`);
const read = (page: Page, name: string, text: string) =>
  page.locator(`[data-cell=${name}] .read b`, { hasText: text }).waitFor();

const walks: Readonly<Record<string, Walk>> = {
  "move a deadline and its control, by an order": {
    says: /2\.1\.8 .*пт 13 сентября.*пн 16 сентября/,
    message:
      /\n- 2\.1\.8: срок контроля [^]*Основание: приказ от 15 апреля 2024 года № 051208 «О внесении изменений в План»/,
    async go(page, by) {
      await by.choose(radio(page, "Срок"));
      await by.pick(field(page, "Пункт"), "2.1.8");
      await expect
        .poll(() => words(page, "[data-cell=deadline] [data-now]"), patience)
        .toBe("Сейчас – «6 сентября»: пт 6 сентября.");
      // What is pasted brings invisible characters along.
      await by.write(cell(page, "deadline"), "13\u200b сентября");
      await read(page, "deadline", "пт");
      await page.locator(".noticed", { hasText: "раньше конца срока" }).waitFor();
      expect(await words(page, ".noticed")).toMatch(/скажите об этом в пояснении(?!.*accept)/);
      await by.write(cell(page, "control"), "16 сентября");
      await read(page, "control", "пн");
      await page.locator(".noticed").waitFor({ state: "detached" });
      await by.choose(radio(page, "Приказ, который меняет план"));
      await by.write(field(page, "Номер"), "051208");
      await by.date(field(page, "Дата"), "2024-04-15");
      await by.write(field(page, "Заголовок приказа"), "О внесении изменений в План");
    },
  },
  "record an event": {
    says: /3 новые даты.*1\.4\.3 .*есть дата до вт 7 мая/,
    message: /^Записать событие: event-documents-published\n(?![^]*Основание)/,
    async go(page, by) {
      await by.choose(radio(page, "Событие произошло"));
      await by.pick(field(page, "Событие"), "опубликование");
      await by.date(field(page, "Когда произошло"), "2024-04-26");
      await by.write(field(page, "Что именно произошло"), "Опубликовано положение");
      await by.write(field(page, "Откуда это известно"), "Приказ от 26.04.2024 № 1");
    },
  },
  "add an item": {
    says: /2\.1\.9/,
    message: /2\.1\.9/,
    async go(page, by) {
      await by.choose(radio(page, "Новый пункт"));
      await by.write(field(page, "Номер нового пункта"), "2.1.9");
      await by.write(field(page, "Мероприятие дословно"), "Сверка списков");
      await by.write(cell(page, "new"), "до 20 сентября");
      await read(page, "new", "пт");
      await by.write(field(page, "Ответственные словами приказа"), "МОУО");
    },
  },
  "withdraw an item": {
    says: /2\.1\.2-1/,
    message: /2\.1\.2-1/,
    async go(page, by) {
      await by.choose(radio(page, "Исключить пункт"));
      await by.pick(field(page, "Пункт"), "2.1.2-1");
      await by.write(field(page, "Почему исключён"), "Объединён с другим пунктом");
    },
  },
  "change who is responsible": {
    says: /2\.1\.3-1/,
    message: /2\.1\.3-1/,
    async go(page, by) {
      await by.choose(radio(page, "Ответственные"));
      await by.pick(field(page, "Пункт"), "2.1.3-1");
      await page.locator("[name=responsible][data-of='2.1.3-1']").waitFor();
      expect(await page.locator("[name=responsible]").inputValue()).toBe("МОУО");
      await by.press(proposeButton(page));
      await page.locator(".todo", { hasText: "Напишите ответственных" }).waitFor();
      await by.write(page.locator("[name=responsible]"), "МОУО, ООО");
    },
  },
  "fix a wording with two readings, of which none is chosen beforehand": {
    says: /2\.1\.8 .*до пт 13 сентября/,
    message: /Основание: исправление ошибки на сайте: Строки перепутаны при переносе/,
    async go(page, by) {
      await by.choose(radio(page, "Срок"));
      await by.pick(field(page, "Пункт"), "2.1.8");
      await by.write(cell(page, "deadline"), "в течение 10 дней после 1 сентября");
      const readings = page.locator("[data-cell=deadline] .opt");
      await readings.nth(1).waitFor();
      expect((await readings.allInnerTexts()).map((text) => text.split("\n")[0]!.replace(/\s/g, " "))).toEqual([
        "до ср 11 сентября",
        "до пт 13 сентября",
      ]);
      expect(await readings.locator("input:checked").count()).toBe(0);
      await by.press(proposeButton(page));
      const open = page.locator(".todo").getByRole("link", { name: "Выберите, как понимать слова" });
      await open.waitFor();
      await by.press(open);
      await by.choose(readings.nth(1).getByRole("radio"));
      await by.choose(radio(page, "Ошибка при переносе"));
      await by.write(field(page, "Что исправлено"), "Строки перепутаны при переносе");
    },
  },
};

describe.each(Object.entries(hands))("%s", (_, by) => {
  let form: Opened;
  beforeAll(async () => {
    form = await openEditPage({ browser: opened.browser, address: opened.address, ...by.opening });
    await ready(form.page);
  });
  afterEach(() => by.press(form.page.getByRole("button", { name: "Начать заново" })));
  afterAll(() => form.context.close());

  test.each(casesFor(by, Object.values(hands), Object.entries(walks)))("people %s", async (__, walk) => {
    const { page, faults } = form;
    await walk.go(page, by);
    await expect.poll(() => words(page, "[data-effect]"), patience).toMatch(walk.says);
    expect(await page.locator(".noticed.bad").count()).toBe(0);
    expect(await handedOver(page, by.press)).toMatch(walk.message);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});
