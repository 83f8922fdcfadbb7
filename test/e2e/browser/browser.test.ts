import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { roleView } from "../../../compiler/views/role/role.ts";
import { needsServer, nginx, startServer } from "../serving/servers.ts";
import { axeFindings } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { buildForTest, serveSite, type BuiltSite } from "../site/built-site.ts";
import { expectEach } from "../../expect-each.ts";

let site: BuiltSite;
let server: Server;
let address: string;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "srok-paper-"));

beforeAll(async () => {
  site = await buildForTest();
  ({ server, address } = await serveSite(site));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** One page of each type. */
const pageTypes = [
  "",
  "roles/",
  "roles/doo/",
  "roles/doo/year/",
  "roles/doo/events/",
  "roles/doo/sheet/",
  "roles/minister/2024-03/",
  "roles/minister/control/",
  "roles/school-with-nursery-and-camp/subscribe/",
  "2024/items/3.5.12/",
  "2024/items/1.1/",
  "2024/items/1.4.1/",
  "2024/sections/",
  "2024/sections/2/",
  "2024/document/",
  "2024/calendar/",
  "2024/calendar/05/",
  "2024/control/",
  "2024/events/",
  "calculator/",
  "changes/",
  "rules/",
  "data/",
  "glossary/",
  "search/",
  "components/",
  "no-such-page/",
];
const looks = [
  ["light", 320],
  ["light", 1280],
  // In the dark colours alone are other: one width shows them all.
  ["dark", 320],
] as const;

const textOf = async (text: Promise<string>): Promise<string> => (await text).replace(/\s+/g, " ");

const contextOf = (colorScheme: "light" | "dark", width: number): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });

describe.each(looks)("%s, %i px", (scheme, width) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await contextOf(scheme, width);
  });
  afterAll(() => context.close());

  test.each(pageTypes)(
    "/%s: axe finds nothing, nothing scrolls sideways, nobody else is asked, nothing fails",
    async (path) => {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on(
        "console",
        (message) => message.type() === "error" && !message.text().includes("404") && faults.push(message.text()),
      );
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("request", (request) => !request.url().startsWith(address) && faults.push(`asked ${request.url()}`));
      await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeFindings(page, scheme === "dark" ? "colours" : "all")).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});

test.each([320, 960, 1280])("%i px: no word of any page type is broken in the middle", async (width) => {
  const context = await contextOf("light", width);
  const page = await context.newPage();
  const broken: string[] = [];
  for (const path of pageTypes) {
    await page.goto(`${address}${path}`);
    broken.push(
      ...(
        await page.evaluate(() => {
          const found: string[] = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
            // Addresses and names of files are cut where the line ends; headings of tables on a phone are for ears only.
            if (
              !(node instanceof Text) ||
              !node.parentElement!.checkVisibility() ||
              node.parentElement!.closest("code,a[download],noscript,script,.vh,thead,.steps-list,svg") !== null
            )
              continue;
            for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              if (
                new Set([...range.getClientRects()].filter((box) => box.width > 0).map(({ top }) => Math.round(top)))
                  .size > 1
              )
                found.push(word);
            }
          }
          return found;
        })
      ).map((word) => `/${path}: ${word}`),
    );
  }
  expect(broken).toEqual([]);
  await context.close();
});

describe("without a script", () => {
  test("the year stands by month and the subscription can be used", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}roles/doo/year/`);
    expect(await page.locator(".month-rows a").count()).toBeGreaterThanOrEqual(12);
    await page.locator(".month-rows a", { hasText: "Апрель" }).click();
    expect(await page.locator("#m04 .day").count()).toBeGreaterThan(3);
    await page.locator(".parts a", { hasText: "Подписка" }).click();
    expect(await page.locator("a[href^='webcal:']").first().isVisible()).toBe(true);
    await context.close();
  });
});

describe("the head of a kindergarten, on a phone", () => {
  test("two clicks from the home page to what is due next month and why that day, two more to have it in a calendar", async () => {
    const context = await contextOf("light", 375);
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date("2024-04-22T05:00:00Z"));
    await page.goto(address);
    await page.locator(".roles a", { hasText: "Детские сады" }).click();
    await page.locator(".scripted .bymonth a", { hasText: "Май" }).first().click();
    await page.waitForURL("**/roles/doo/2024-05/");
    const month = page.locator("#m05");
    expect(
      await month.locator("h3").evaluate((heading) => {
        const { top, bottom } = heading.getBoundingClientRect();
        return top > 0 && bottom < window.innerHeight;
      }),
    ).toBe(true);
    expect(await textOf(month.innerText())).toMatch(/успеть до сб 27 апреля.*2\.2\.1 ?Подготовить/);
    await page.locator(".parts a", { hasText: "Подписка" }).click();
    const open = page.locator("#podpiska a[href^='webcal:']").first();
    await open.waitFor();
    expect(await open.isVisible()).toBe(true);
    expect(await open.getAttribute("href")).toContain("/feeds/doo.ics");
    await context.close();
  });
});

describe("on paper", () => {
  const paperOf = async (path: string): Promise<string> => {
    const context = await contextOf("light", 1280);
    const page = await context.newPage();
    await page.goto(`${address}${path}`);
    const file = join(folder, `${path.replace(/\W+/g, "-")}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    await context.close();
    return file;
  };
  /** The words of each printed page with the height of their lines, in points. */
  const pagesOf = (file: string): { readonly text: string; readonly heights: readonly number[] }[] => {
    const { stdout } = spawnSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 32 << 20 });
    return stdout
      .split("<page ")
      .slice(1)
      .map((page) => {
        const words = [...page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)];
        return {
          text: words
            .map(([, , , word = ""]) =>
              word.replace(
                /&(quot|amp|lt|gt);/g,
                (_, name: "quot" | "amp" | "lt" | "gt") => ({ quot: '"', amp: "&", lt: "<", gt: ">" })[name],
              ),
            )
            .join(" "),
          heights: words.map(([, top, bottom]) => Number(bottom) - Number(top)),
        };
      });
  };
  const needsPdftotext = (context: TestContext): void => {
    if (spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).status === 0) return;
    if (process.env["CI"] === "true") throw new Error("pdftotext is missing: apt-get install poppler-utils");
    context.skip("pdftotext is missing: apt-get install poppler-utils");
  };

  test("a role's dates stand on the face of one sheet, the rest on its back, nothing under 8 points", async (context) => {
    needsPdftotext(context);
    const [face, back, ...more] = pagesOf(await paperOf("roles/doo/sheet/"));
    expect(more).toEqual([]);
    for (const month of ["Февраль", "Апрель", "Сентябрь", "Ноябрь"]) expect(face!.text).toContain(month);
    for (const part of [
      "По событию",
      "Постоянно",
      "По другим актам",
      "Контроль 1.1",
      "Самые загруженные недели",
      "Сроков и контроля за неделю",
    ]) {
      expect(face!.text).not.toContain(part);
      expect(back!.text).toContain(part);
    }
    // Golos Text, the flatter of the two faces, is 1.2 to a line: 8 points are 9.6 high.
    expect(Math.min(...face!.heights, ...back!.heights)).toBeGreaterThan(9.5);
  });

  test("every performer and group has one sheet, with each of its duties and checks and every day of them, nothing under 8 points", async (context) => {
    needsPdftotext(context);
    const plan = site.plans[0]!;
    for (const { data } of plan.series.parties.filter(
      ({ data: party }) => party.oversees === undefined && site.files.includes(`roles/${party.id}/sheet/index.html`),
    )) {
      const pages = pagesOf(await paperOf(`roles/${data.id}/sheet/`));
      // Who checks nearly the whole plan has two.
      expect(pages.length, data.id).toBeLessThanOrEqual(data.id === plan.series.data.controller ? 4 : 2);
      expect(Math.min(...pages.flatMap(({ heights }) => heights)), data.id).toBeGreaterThan(9.5);
      const words = pages.flatMap(({ text }) => text.split(/[\s,]+/));
      const { dues, undated } = roleView(plan, data.id);
      for (const id of [
        ...dues.map(({ item }) => item),
        ...Object.values(undated)
          .flat()
          .map(({ item }) => item),
      ])
        expect(words, `${id} of ${data.id}`).toContain(id);
      // A day stands beside its number: «27пн»; what comes again, in the table of months.
      const days = new Set(words.map((word) => /^\d+/.exec(word)?.[0]));
      for (const { day, shape } of dues)
        if (shape === "day" || shape === "range")
          expect(days, `${day.iso} of ${data.id}`).toContain(String(day.number));
    }
  });

  test("a month has every line of its days, what comes again each month and each week included", async (context) => {
    needsPdftotext(context);
    const text = pagesOf(await paperOf("2024/calendar/05/"))
      .map((page) => page.text)
      .join(" ");
    // In the sheet of the month, and in the list below it.
    for (const number of ["3.5.12", "3.5.13"])
      expect(
        text.split(" ").filter((word) => word === number),
        number,
      ).toHaveLength(2);
    for (const words of ["каждую неделю", "2.2.3,"]) expect(text).toContain(words);
  });

  test("the document repeats the heads of its columns on each page and tears no row", async (context) => {
    needsPdftotext(context);
    const pages = pagesOf(await paperOf("2024/document/"));
    const first = pages.findIndex(({ text }) => text.includes("№ п/п"));
    const table = pages.slice(first, pages.findLastIndex(({ text }) => text.includes("6.5.7.")) + 1);
    expect(table.length).toBeGreaterThan(5);
    expectEach(table, ({ text }) => text.includes("№ п/п") && text.includes("Срок исполнения"));
    const numbers = site.plans[0]!.items.flatMap(({ number }) => (number === null || number === "" ? [] : [number]));
    for (const number of numbers)
      expect(table.filter(({ text }) => ` ${text} `.includes(` ${number} `)).length, number).toBe(1);
    // Of a torn row some words stand on the next page, away from its number.
    for (const { number, source } of site.plans[0]!.items.filter(
      (item) => item.number !== null && item.number !== "",
    )) {
      const words = new Set(table.find(({ text }) => ` ${text} `.includes(` ${number} `))!.text.split(/[\s-]+/));
      expect(
        source.data.activity.split(/[\s\u00a0-]+/).filter((word) => word !== "" && !words.has(word)),
        number!,
      ).toEqual([]);
    }
  });
});

describe("by keyboard", () => {
  test("the first Tab leads to the content, the choice of a role is a link", async () => {
    const context = await contextOf("light", 1280);
    const page = await context.newPage();
    await page.goto(address);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main");
    await page.locator(".roles a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/roles/**");
    expect(await page.locator("h1").count()).toBe(1);
    await context.close();
  });
});

test("figures, signs and English letters come in small files: no page type asks for the whole of Latin", async () => {
  const open = await contextOf("light", 1280);
  const page = await open.newPage();
  const fonts = new Set<string>();
  page.on(
    "request",
    (request) => request.resourceType() === "font" && fonts.add(new URL(request.url()).pathname.split("/").at(-1)!),
  );
  for (const path of pageTypes) {
    await page.goto(`${address}${path}`, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  }
  await open.close();
  expect([...fonts].filter((name) => name.includes("latin"))).toEqual([]);
  expect([...fonts].sort()).toEqual([
    "golos-text-cyrillic-wght-normal.woff2",
    "plan-sans-letters.woff2",
    "plan-sans-signs.woff2",
    "plan-serif-letters.woff2",
    "plan-serif-signs.woff2",
    "pt-serif-cyrillic-400-normal.woff2",
  ]);
});

describe("behind nginx, under the policy that it sends", () => {
  test("every page type runs whole: styles, fonts, scripts, and nothing refused", async (context) => {
    needsServer(nginx, context);
    const running = await startServer(nginx, site.out);
    try {
      const open = await contextOf("light", 1280);
      const page = await open.newPage();
      const faults: string[] = [];
      page.on(
        "console",
        (message) =>
          message.type() === "error" &&
          !message.text().includes("404") &&
          faults.push(`${page.url()}: ${message.text()}`),
      );
      page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
      for (const path of pageTypes) {
        const response = await page.goto(`${running.address}/${path}`, { waitUntil: "load" });
        expect(response!.headers()["content-security-policy"], path).toContain("default-src 'none'");
        const runs = await page.evaluate(async () => ({
          font: (await document.fonts.ready, document.fonts.check("16px 'Golos Text'")),
          ruled: getComputedStyle(document.body).containerType,
        }));
        expect(runs, path).toEqual({ font: true, ruled: "inline-size" });
      }
      await page.goto(`${running.address}/roles/doo/`);
      await page.locator(".answer.ready").waitFor();
      await page.goto(`${running.address}/roles/doo/sheet/`);
      expect(await page.locator("button.print").isVisible()).toBe(true);
      expect(faults).toEqual([]);
      await open.close();
    } finally {
      await running.stop();
    }
  });
});

describe("easier reading", () => {
  test(
    "letters twice as large, white on black, wide: no page type scrolls sideways or loses contrast",
    { timeout: 240_000 },
    async () => {
      const context = await contextOf("light", 375);
      const page = await context.newPage();
      await page.goto(address);
      await page.locator(".view summary").click();
      for (const choice of ["#sz200", "#ct2", "#sp1"]) await page.locator(choice).check();
      const faults: string[] = [];
      for (const path of pageTypes) {
        await page.goto(`${address}${path}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > 375) faults.push(`/${path} is ${wide} px wide`);
        // Colours and sizes come from one sheet: the longest pages have nothing that the others have not.
        if (/document|minister|control|profile|school-with/.test(path)) continue;
        faults.push(...(await axeFindings(page, "colours")).map((finding) => `/${path}: ${finding}`));
      }
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test("the choice is remembered on the next page, and axe finds nothing there", async () => {
    const context = await contextOf("light", 375);
    const page = await context.newPage();
    await page.goto(`${address}roles/doo/`);
    await page.locator(".view summary").click();
    await page.locator("#sz200").check();
    await page.locator("#ct2").check();
    await page.goto(address);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    for (const path of ["", "roles/", "roles/doo/", "search/?q=заявления", "2024/items/3.5.12/"]) {
      await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
      await page
        .locator("main details")
        .evaluateAll((all: HTMLDetailsElement[]) => all.forEach((details) => (details.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(375);
      expect(await axeFindings(page, "usual"), path).toEqual([]);
    }
    await context.close();
  });
});
