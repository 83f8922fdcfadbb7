/** The item's page as an answer: what it says on a day, what can be done with it, and that it says it once. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openSite } from "./open-site.ts";

const origin = "https://plan.example";
const opened = openSite({ site: origin });

async function on(
  day: string,
  path: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await opened.browser.newContext({ viewport: { width: 375, height: 667 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.clock.setFixedTime(new Date(day));
  await page.goto(opened.address + path);
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
}
const spring = "2024-04-20T05:00:00Z";
const textOf = async (page: Page, place: string): Promise<string> =>
  (await page.locator(place).innerText()).replace(/\s+/g, " ").trim();

describe("what an item's page answers in the first screen of a phone", () => {
  test.each([
    ["2.1.8", spring, "6 сентября 2024 пятница, через 139 дней"],
    ["2.1.8", "2024-09-06T05:00:00Z", "6 сентября 2024 пятница, сегодня"],
    ["2.1.8", "2026-11-29T05:00:00Z", "6 сентября 2024 пятница, прошло"],
    ["3.5.12", spring, "3 мая 2024 пятница, через 13 дней"],
    ["3.5.12", "2026-11-29T05:00:00Z", "10 января 2025 пятница, прошло"],
    ["1.3.4", spring, "27 апреля 2024 рабочая суббота, через 7 дней"],
  ])("%s on %s: %s", async (id, day, leaf) => {
    await on(day, `2024/items/${id}/`, async (page) => {
      expect(await textOf(page, ".card .tear")).toBe(leaf);
      // Nothing follows the last date, nor what has passed whole.
      expect((await textOf(page, ".card .reason")).includes("Дальше")).toBe(id !== "2.1.8" && !leaf.endsWith("прошло"));
      const heading = await page.locator("h1").boundingBox();
      expect(heading!.y + heading!.height).toBeLessThan(667);
      expect(await page.locator("h1").innerText()).not.toBe("");
    });
  });

  test("what has no date says its state in words, in the place of the day", async () => {
    await on(spring, "2024/items/3.2.1/", async (page) => {
      expect(await textOf(page, ".card .idx")).toBe("Даты нет, пока событие не произошло");
      expect(await page.locator(".card .add").count()).toBe(0);
    });
  });

  test("without scripts one date stands whole, of several their range, and every date below", async () => {
    await on(
      spring,
      "2024/items/2.1.8/",
      async (page) => expect(await textOf(page, ".card .tear")).toContain("6 сентября 2024"),
      {
        javaScriptEnabled: false,
      },
    );
    await on(
      spring,
      "2024/items/3.5.12/",
      async (page) => {
        expect(await textOf(page, ".card .idx")).toBe("11 дат: с 4 марта 2024 года по 10 января 2025 года");
        expect(await page.locator(".card [data-share]").isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});

test("nothing moves when the answer comes in after the page was seen", async () => {
  for (const [path, day] of [
    ["2024/items/3.5.12/", spring],
    ["2024/items/3.5.12/", "2026-11-29T05:00:00Z"],
    ["2024/items/1.3.4/", spring],
    ["2024/items/2.1.8/", spring],
  ] as const) {
    const context = await opened.browser.newContext({ viewport: { width: 375, height: 667 } });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(day));
    const seen = Promise.withResolvers<undefined>();
    await page.route("**/*.js", async (route) => {
      await seen.promise;
      await route.continue();
    });
    await page.goto(opened.address + path, { waitUntil: "commit" });
    await page.locator("footer").waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done))));
    seen.resolve(undefined);
    await page.locator(".card.ready").waitFor();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        }),
    );
    expect(shift, `${path} on ${day}`).toBeLessThan(0.05);
    await context.close();
  }
});

describe("what can be done with the answer", () => {
  test("it goes into a calendar in two taps: Google's and Outlook's page of the next date, and a file of all", async () => {
    await on(spring, "2024/items/3.5.12/", async (page) => {
      await page.locator(".add > summary").click();
      const google = new URL((await page.locator("[data-google]").getAttribute("href"))!);
      expect(google.searchParams.get("dates")).toBe("20240503/20240504");
      expect(google.searchParams.get("text")).toBe(
        "Срок: Направить заявку на подтверждение расчётов за отчётный период",
      );
      expect(google.searchParams.get("details")).toContain(`${origin}/2024/items/3.5.12/`);
      const outlook = new URL((await page.locator("[data-outlook]").getAttribute("href"))!);
      expect([outlook.searchParams.get("startdt"), outlook.searchParams.get("enddt")]).toEqual([
        "2024-05-03",
        "2024-05-04",
      ]);
      expect(await page.locator(".add a[download]").getAttribute("href")).toBe("/2024/items/3.5.12/3.5.12.ics");
    });
  });

  test("the file holds the entries of the feed, with their uids", () => {
    const entries = (text: string): string[] =>
      text
        .replaceAll("\r\n ", "")
        .split("BEGIN:VEVENT")
        .slice(1)
        .map((entry) => /UID:(.*)\r/.exec(entry)![1]!);
    const own = entries(opened.site.read("2024/items/3.5.12/3.5.12.ics"));
    expect(own).toHaveLength(11);
    expect(entries(opened.site.read("feeds/provider.ics"))).toEqual(expect.arrayContaining(own));
    for (const path of opened.site.files.filter((each) => /items\/.*\.ics$/.test(each)))
      expect(opened.site.read(path), path).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/);
  });

  test("it is shared by the device's own way, else its address is copied", async () => {
    await on(spring, "2024/items/2.1.8/", async (page) => {
      await page.addInitScript(() => {
        const share = ({ url = "" }: ShareData): Promise<void> =>
          Promise.resolve(void (document.body.dataset["shared"] = url));
        Object.defineProperty(navigator, "share", { value: share });
      });
      await page.reload();
      await page.locator("[data-share]").click();
      expect(await page.evaluate(() => document.body.dataset["shared"])).toBe(`${origin}/2024/items/2.1.8/`);
    });
    await on(
      spring,
      "2024/items/2.1.8/",
      async (page) => {
        await page.locator("[data-share]").click();
        await page.getByText("Ссылка скопирована").waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${origin}/2024/items/2.1.8/`);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  test("each date of a series has an address", async () => {
    for (const [item, anchor] of [
      ["3.5.12", "srok-2024-05-03"],
      ["1.3.4", "kontrol-2024-06-28"],
      ["2.1.8", "srok-2024-09-06"],
    ] as const)
      await on(spring, `2024/items/${item}/#${anchor}`, async (page) => {
        await page.waitForFunction((id) => document.getElementById(id)?.matches(":target"), anchor);
      });
  });
});

test("on paper an item and a day keep their answer: the day and what it is", async () => {
  for (const [path, title] of [
    ["2024/items/2.1.8/", "Сменить учебный год в модуле «Е-услуги»"],
    ["2024/days/04-30/", "Выходной. Безопасно успеть до 27 апреля"],
  ] as const)
    await on(spring, path, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await textOf(page, "h1")).toBe(title);
      expect(await page.locator("h1").isVisible()).toBe(true);
      expect(await page.locator(".card .tear").isVisible()).toBe(true);
      // How far it is would be wrong on the next day.
      expect(await page.locator(".card .tear").innerText()).not.toMatch(/через|завтра|сегодня/);
      expect(await page.locator(".card .acts").isVisible()).toBe(false);
    });
});

test("search engines are told of a stretch of days as an event, with its address; of a deadline they are not", async () => {
  await on(spring, "2024/items/2.3.4/", async (page) => {
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(blocks.map((block) => JSON.parse(block) as unknown)).toEqual([
      {
        "@context": "https://schema.org",
        "@graph": [
          {
            "@type": "Event",
            name: "Вести приём заявлений в лагеря",
            startDate: "2024-04-01",
            endDate: "2024-09-05",
            location: { "@type": "AdministrativeArea", name: "Челябинская область" },
            url: `${origin}/2024/items/2.3.4/`,
          },
        ],
      },
    ]);
  });
  expect(opened.site.read("2024/items/2.2.1/index.html")).not.toContain("ld+json");
});

test("the description says the date and who, in every item", () => {
  for (const path of opened.site.files.filter((each) => /^2024\/items\/[^/]+\/index\.html$/.test(each))) {
    const description = /<meta name="description" content="([^"]*)"/.exec(opened.site.read(path))![1]!;
    expect(description, path).toMatch(/\. Срок: .+[.…] /);
    // What is listed of it ends after some 160 letters: by then it has said by when, and begun to say who.
    expect(description.indexOf(". Срок:"), path).toBeLessThan(100);
    expect(description.indexOf(" Исполняет: "), path).toBeLessThan(200);
  }
  expect(opened.site.read("2024/items/2.1.8/index.html").replaceAll("\u00a0", " ")).toContain(
    'content="Сменить учебный год в модуле «Е-услуги». Срок: 6 сентября 2024 года. Исполняет: МОУО. Пункт 2.1.8',
  );
});
