import { gzipSync } from "node:zlib";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needsServer, nginx, startServer } from "../serving/servers.ts";
import { variantsOf } from "../../fuzz-runs.ts";
import { axeFindings } from "./axe.ts";
import { openSite } from "./open-site.ts";
import { buildForTest, type BuiltSite } from "../site/built-site.ts";
import { evil, twoSeries } from "../site/two-series-plan.ts";

// Under a base path everything that is right at the root is put to the test as well.
const opened = openSite({ plan: twoSeries, base: "/plan/" });

/** A page of the site on a day, closed after the work; what it complains of is a failure. */
async function on(day: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on(
    "console",
    (message) => message.type() === "error" && !message.text().includes("404") && faults.push(message.text()),
  );
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => faults.push(`dialog ${dialog.message()}`));
  page.on(
    "request",
    (request) => !request.url().startsWith(new URL(opened.address).origin) && faults.push(`asked ${request.url()}`),
  );
  await page.clock.setFixedTime(new Date(day));
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
}

const spring = "2024-04-22T05:00:00Z";

async function results(page: Page, words: string, path = ""): Promise<string[]> {
  await page.goto(`${opened.address}${path}search/?q=${encodeURIComponent(words)}`);
  await page.locator(".hits[aria-busy=false]").waitFor({ state: "attached" });
  return (await page.locator(".hit").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
}

describe("search", () => {
  test("finds items, roles, sections, abbreviations and rules by any form of a word", async () => {
    await on(spring, {}, async (page) => {
      const byForms = await results(page, "навигатор");
      expect(byForms.length).toBeGreaterThan(5);
      expect(await results(page, "навигаторами")).toEqual(byForms);
      expect((await results(page, "детских садах"))[0]).toContain("роль · Роли");
      const period = (await results(page, "отчётными периодами")).join("\n");
      for (const text of ["3.5.12", "сокращение · Словарь", "правило · Как считаются дни"])
        expect(period).toContain(text);
      expect((await results(page, "сетевой город"))[0]).toContain("раздел · Разделы");
    });
  });

  test("an item is found by its number, and only it", async () => {
    await on(spring, {}, async (page) => {
      const found = await results(page, "3.5.12");
      expect(found).toHaveLength(1);
      expect(found[0]).toContain("Раздел III");
      expect(await page.locator(".hit a").getAttribute("href")).toBe("/plan/2024/items/3.5.12/");
    });
  });

  test("the next date is that of the reader's day, in the plan's time zone", async () => {
    // In Chelyabinsk it is already 3 May.
    await on("2024-05-02T20:00:00Z", { timezoneId: "America/New_York" }, async (page) =>
      expect((await results(page, "3.5.12"))[0]).toContain("Ближайшее: срок пт 3 мая"),
    );
    await on("2024-05-03T20:00:00Z", {}, async (page) =>
      expect((await results(page, "3.5.12"))[0]).toContain("Ближайшее: срок вт 4 июня"),
    );
    await on("2023-12-01T05:00:00Z", {}, async (page) =>
      expect((await results(page, "3.5.12"))[0]).toContain("Ближайшее: срок пн 4 марта 2024 года"),
    );
    await on("2026-11-25T05:00:00Z", {}, async (page) =>
      expect((await results(page, "3.5.12"))[0]).toContain("Все даты прошли. Последняя: срок пт 10 января 2025 года"),
    );
    await on(spring, {}, async (page) =>
      expect((await results(page, "3.5.1"))[0]).toContain("даты нет, пока событие не произошло"),
    );
  });

  test("a word that stands nowhere is named, and nothing is found by its beginning", async () => {
    await on(spring, {}, async (page) => {
      for (const word of ["абракадабра", "понедельник"]) {
        expect(await results(page, word)).toEqual([]);
        expect(await page.locator(".hits-status").innerText()).toContain(`«${word}»`);
      }
      expect(await results(page, "***")).toEqual([]);
    });
  });

  test("a result says nothing twice: neither its number nor its title comes again below", async () => {
    await on(spring, {}, async (page) => {
      const found = await results(page, "заявки на участие в мероприятии");
      expect(found.find((text) => text.startsWith("3.4 "))).toBe(
        "3.4 Заявки на участие в мероприятии Раздел III. Навигатор дополнительного образования срок в приказе не указан",
      );
      for (const text of found) {
        const [number] = text.split(" ");
        if (/^\d/.test(number!))
          expect(
            text.split(" ").filter((word) => word === number),
            text,
          ).toHaveLength(1);
      }
    });
  });

  test("nothing of the plan or of the query becomes markup", async () => {
    await on(spring, {}, async (page) => {
      expect((await results(page, "гиперссылка"))[0]).toContain("<img src=x onerror=alert(1)>");
      expect(await page.locator(".found img").count()).toBe(0);
      await results(page, evil);
      expect(await page.locator("main img").count()).toBe(0);
    });
  });

  test("by keyboard alone: from the home page's box to the item", async () => {
    await on(spring, {}, async (page) => {
      await page.goto(opened.address);
      await page.locator("input[name=q]").focus();
      await page.keyboard.type("акцептование");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/plan/search/?q=*");
      await page.locator(".hit").first().waitFor();
      await page.locator("input[name=q]").focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/plan/2024/items/3.5.13/");
    });
  });

  test("what is typed is found without a reload, is kept in the address, and more can be shown", async () => {
    await on(spring, {}, async (page) => {
      await page.goto(`${opened.address}search/`);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("q");
      await page.keyboard.type("модуль");
      await page.locator(".hit").first().waitFor();
      expect(await page.locator(".hit").count()).toBe(10);
      await page.getByRole("button", { name: "Показать ещё" }).click();
      await page.locator(".hit").nth(10).waitFor();
      expect(
        await page
          .locator(".hit")
          .nth(10)
          .locator("a")
          .evaluate((link) => link === document.activeElement),
      ).toBe(true);
      expect(new URL(page.url()).searchParams.get("q")).toBe("модуль");
    });
  });

  test("where the records cannot be loaded the page says so, and the next try succeeds", async () => {
    const page = await opened.browser.newPage();
    await page.route("**/records.json", (route) => route.fulfill({ status: 404, body: "" }));
    expect(await results(page, "модуль")).toEqual([]);
    expect(await page.locator(".hits-status").innerText()).toContain("загрузился");
    await page.unroute("**/records.json");
    await page.locator("main input[name=q]").press("Enter");
    await page.locator(".hit").first().waitFor();
    await page.close();
  });

  test("a mistyped word is looked for as the nearest one, and said; a day and a month have their page first", async () => {
    await on(spring, {}, async (page) => {
      expect((await results(page, "зачесление"))[0]).toContain("зачислении");
      expect(await page.locator(".hits-status").innerText()).toContain("Возможно, вы искали");
      expect((await results(page, "план на июнь"))[0]).toContain("Июнь 2024 года");
      await results(page, "олимпиада абракадабра");
      expect(await page.locator(".hits-status").innerText()).toContain("встречается: «абракадабра»");
    });
  });

  test("each series is searched by itself, in its language", async () => {
    await on(spring, {}, async (page) => {
      const found = await results(page, "branches", "library/");
      expect(found.length).toBeGreaterThan(0);
      expect(found.join(" ")).not.toMatch(/[а-яё]/i);
      expect(await results(page, "навигатор", "library/")).toEqual([]);
    });
  });

  test.each(variantsOf([320, 1280]))("axe finds nothing beside results at %i px, light or dark", async (width) => {
    await on(spring, { colorScheme: "light", viewport: { width, height: 900 } }, async (page) => {
      await results(page, "заявление");
      for (const [colorScheme, which] of [
        ["light", "usual"],
        ["dark", "colours"],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await axeFindings(page, which), colorScheme).toEqual([]);
      }
    });
  });

  test("without scripts the page says so and leads to the document", async () => {
    await on(spring, { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${opened.address}search/?q=модуль`);
      expect((await page.locator("noscript").innerText()).replaceAll("\u00a0", " ")).toContain(
        "Поиск работает со скриптами",
      );
      expect(await page.locator("noscript a").getAttribute("href")).toBe("/plan/2024/document/");
    });
  });

  test("an address that is not there offers search", async () => {
    await on(spring, {}, async (page) => {
      await page.goto(`${opened.address}no/such/page`);
      await page.locator("main input[name=q]").fill("модуль");
      await page.keyboard.press("Enter");
      await page.locator(".hit").first().waitFor();
    });
  });
});

describe("the records", () => {
  const records = (built: BuiltSite): string => built.read("search/records.json");
  let root: BuiltSite;
  let below: BuiltSite;
  beforeAll(async () => {
    root = await buildForTest();
    below = await buildForTest({ base: "/plan/" });
  });
  afterAll(() => [root, below].forEach((site) => site.remove()));

  test("are the same bytes in every build and under every base path, and small", () => {
    expect(records(root)).toBe(records(below));
    expect(gzipSync(records(opened.site)).length).toBeLessThan(30_000);
  });

  test("are looked through under the policy that the shipped nginx sends", async (context) => {
    needsServer(nginx, context);
    const server = await startServer(nginx, root.out);
    try {
      const page = await opened.browser.newPage();
      const faults: string[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      await page.goto(`${server.address}/search/?q=навигатор`);
      await page.locator(".hit").first().waitFor();
      expect(faults).toEqual([]);
      await page.close();
    } finally {
      await server.stop();
    }
  });
});
