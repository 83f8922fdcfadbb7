import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { scriptsOf } from "../site/scripts-of.ts";
import { axeFindings } from "./axe.ts";
import { openSite } from "./open-site.ts";

const opened = openSite({ site: "https://plan.example", base: "/plan/" });

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

async function open(query = "", { width = 1280, setUp }: { width?: number; setUp?: () => void } = {}): Promise<Opened> {
  const context = await opened.browser.newContext({ viewport: { width, height: 700 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  if (setUp !== undefined) await page.addInitScript(setUp);
  await page.clock.setFixedTime(new Date("2024-04-20T06:00:00Z"));
  await page.goto(`${opened.address}my/${query}`);
  return { page, context, faults };
}

const words = async (page: Page, part: string): Promise<string> =>
  (await page.locator(part).innerText()).replace(/\u2060/g, "").replace(/\s+/g, " ");
const found = (page: Page, text: string | RegExp) => page.locator("[data-status]", { hasText: text }).waitFor();
const status = (page: Page): Promise<string> => words(page, "[data-status]");

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Сохранить файл .ics" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("moi-sroki.ics");
  return readFileSync(await download.path(), "utf8");
}

const entriesOf = (file: string): string => file.slice(file.indexOf("BEGIN:VEVENT"), file.indexOf("END:VCALENDAR"));

describe("the calendar of who has several roles", () => {
  test("is, of roles that have a common one, that one: the same entries, and the way to its subscription", async () => {
    const { page, context, faults } = await open("", { width: 375 });
    await found(page, "Отметьте хотя бы одну роль");
    await page.getByRole("checkbox", { name: "Школы" }).check();
    await page.getByRole("checkbox", { name: "Детские сады" }).check();
    await page.locator("[data-take]", { hasText: "«Школы с дошкольными группами»" }).waitFor();
    expect(await words(page, "[data-take]")).toContain("сама она не обновляется");
    expect(await page.getByRole("link", { name: "Подписаться" }).getAttribute("href")).toBe(
      "/plan/roles/school-with-nursery/subscribe/",
    );
    const feed = opened.site.read("feeds/school-with-nursery.ics");
    const file = await saved(page);
    expect(entriesOf(file)).toBe(entriesOf(feed));
    expect(file).not.toMatch(/REFRESH-INTERVAL|^SOURCE/m);
    expect(await status(page)).toMatch(new RegExp(`^${feed.split("BEGIN:VEVENT").length - 1} запис`));
    const day = page.locator(".my-dates li", { hasText: "п. 2.2.1" }).first();
    expect(await day.locator("a").getAttribute("href")).toBe("/plan/2024/items/2.2.1/");
    expect(faults).toEqual([]);
    await context.close();
  });

  test("of roles without a common one leads to a proposal with them ticked, and to each subscription", async () => {
    const { page, context } = await open("?roles=ooo,odo,nobody");
    await page.getByRole("link", { name: "Предложить общую подписку" }).waitFor();
    expect(await words(page, "[data-take]")).toContain("Общей подписки для этих ролей нет");
    await page.getByRole("link", { name: "Предложить общую подписку" }).click();
    await page.waitForSelector("form.edit[data-ready]");
    const ticked = page.locator("[name=parties]:checked");
    expect(await ticked.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual([
      "ooo",
      "odo",
    ]);
    await context.close();
  });

  test("a role whose dates another has needs no subscription of its own", async () => {
    const { page, context } = await open("?roles=ooo,oo");
    await page.getByRole("link", { name: "Подписаться" }).waitFor();
    expect(await words(page, "[data-take]")).toContain(
      "Сроки «Все образовательные организации» уже есть в календаре «Школы».",
    );
    await context.close();
  });

  test("a day of one's own gives the calculator's date, is kept on the device, and goes again; by the keyboard alone", async () => {
    const { page, context, faults } = await open("?roles=ooo");
    await page.locator(".my-part").first().waitFor();
    const before = await page.locator(".my-dates li").count();
    await page.locator("[data-events-fold] summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("05132024");
    for (let at = ""; at !== "Добавить";) {
      await page.keyboard.press("Tab");
      at = await page.evaluate(() => (document.activeElement as HTMLElement).innerText);
    }
    await page.keyboard.press("Enter");
    const own = page.locator(".my-dates li", { hasText: "ваш день" });
    await own.waitFor();
    expect(await words(page, ".my-dates li:has(small)")).toMatch(/^чт 16 мая .*п\. 1\.4\.5/);
    expect(await saved(page)).toMatch(/^UID:[^\r]*1\.4\.5[^\r]*~2024-05-13/m);
    await page.goto(`${opened.address}my/`);
    await own.waitFor();
    expect(await page.locator("[data-events-fold]").getAttribute("open")).not.toBeNull();
    await page.getByRole("button", { name: /^Убрать день 13 мая 2024/ }).focus();
    await page.keyboard.press("Enter");
    await own.waitFor({ state: "detached" });
    expect(await page.locator(".my-dates li").count()).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^day-/);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("says what is wrong: half a day, no connection, storage that is forbidden", async () => {
    const { page, context } = await open("?roles=ooo", {
      setUp: () =>
        Object.defineProperty(window, "localStorage", {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        }),
    });
    await page.locator(".my-part").first().waitFor();
    await page.locator("[data-events-fold] summary").click();
    await page.getByRole("button", { name: "Добавить" }).first().click();
    expect(await words(page, ".my-day .warn:not(:empty)")).toContain("Назовите день целиком");
    await context.setOffline(true);
    await page.getByRole("checkbox", { name: "Детские лагеря" }).check();
    await found(page, "Сроки не загрузились");
    await context.setOffline(false);
    await page.getByRole("button", { name: "Попробовать ещё раз" }).click();
    await found(page, "не даёт хранить выбор");
    await context.close();
  });

  test("without scripts the page leads to the calendars of the roles", async () => {
    const context = await opened.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${opened.address}my/`);
    expect(await words(page, "[data-plain]")).toContain("Откройте свою роль");
    const links = page.locator("[data-plain] a");
    for (const href of await links.evaluateAll((all) => all.map((each) => each.getAttribute("href")!)))
      expect(opened.site.files).toContain(`${href.slice("/plan/".length)}index.html`);
    expect(await page.locator("[data-take-of]").isVisible()).toBe(false);
    await context.close();
  });
});

describe("the page", () => {
  test.each([
    [1280, "light"],
    [320, "dark"],
  ] as const)("breaks no rule of accessibility at %i px, %s", async (width, colorScheme) => {
    const { page, context } = await open("?roles=ooo,odo", { width });
    await page.emulateMedia({ colorScheme });
    await page.locator(".my-part").first().waitFor();
    await page.locator("[data-events-fold] summary").click();
    await page.getByRole("button", { name: "Добавить" }).first().click();
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });

  test("stands where people look for it, and weighs little", () => {
    for (const path of ["index.html", "roles/index.html", "roles/ooo/subscribe/index.html"])
      expect(opened.site.read(path), path).toMatch(/href="\/plan\/my\/(?:\?roles=ooo)?"/);
    const { own, later } = scriptsOf(opened.site, "my/index.html");
    expect(own).toBeLessThan(7_100);
    expect([...later.keys()].sort()).toEqual(["engine", "file", "forms", "merge"]);
  });
});
