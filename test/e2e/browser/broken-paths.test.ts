/** Ways on which readers came to grief: each walked once, in the browser. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { openSite } from "./open-site.ts";
import { openWhole } from "./open-whole.ts";

const opened = openSite({ site: "https://plan.example" });
const folder = mkdtempSync(join(tmpdir(), "srok-ways-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function at(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext({ viewport: { width: 375, height: 667 }, ...options });
  const page = await context.newPage();
  await page.goto(`${opened.address}${path}`);
  await work(page);
  await context.close();
}

test("in forced colours the words of a button differ from its ground", async () => {
  for (const [path, button] of [
    ["search/", ".btn.go"],
    ["roles/doo/subscribe/", "#podpiska .btn"],
    ["roles/doo/sheet/", ".btn.go"],
  ] as const)
    await at(path, { forcedColors: "active" }, async (page) => {
      const looks = await page
        .locator(button)
        .first()
        .evaluate((element) => {
          const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(element);
          return { color, backgroundColor, forcedColorAdjust };
        });
      expect(looks.color, path).not.toBe(looks.backgroundColor);
      // Without it Chromium lays a ground of its own under the words, in the colour of the page.
      if (button === ".btn.go") expect(looks.forcedColorAdjust, path).toBe("none");
    });
});

test("a link to a place far down arrives there, in a fold as well", async () => {
  for (const [path, anchor] of [
    ["2024/document/", "p6.5.6"],
    ["2024/items/5.1/", "srok-2024-12-01"],
    ["2024/items/3.5.12/", "srok-2024-12-03"],
  ] as const)
    await at(`${path}#${anchor}`, {}, async (page) => {
      await page.waitForLoadState("load");
      const top = await page.locator(`[id="${anchor}"]`).evaluate((element) => element.getBoundingClientRect().top);
      expect(top, anchor).toBeGreaterThanOrEqual(-1);
      expect(top, anchor).toBeLessThan(60);
    });
});

test("a link into the long page that the control was leads on to the part that it named", async () => {
  for (const [anchor, part] of [
    ["m09", "09"],
    ["kontrol", "items"],
  ] as const)
    await at(`2024/control/#${anchor}`, {}, (page) => page.waitForURL(`**/2024/control/${part}/`));
});

test("with letters twice as large on a phone no word of the answer or of a list is broken into letters", async () => {
  const context = await opened.browser.newContext({ viewport: { width: 375, height: 667 } });
  await context.addInitScript(() => localStorage.setItem("srok-view", '{"sz":"200"}'));
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2024-04-20T05:00:00Z"));
  for (const path of ["", "roles/doo/", "roles/doo/2024-04/", "2024/items/2.1.8/"]) {
    await openWhole(page, `${opened.address}${path}`);
    // A column of letters is narrow and has many lines: no text of several words is narrower than five letters.
    const columns = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main p, main h1, main h2, main h3, main dd, main li > a, main td")]
        .filter((element) => element.checkVisibility() && element.innerText.trim().length > 12)
        .map((element) => ({ width: element.getBoundingClientRect().width, text: element.innerText.slice(0, 40) }))
        .filter(({ width }) => width > 1 && width < 100)
        .map(({ text }) => text),
    );
    expect(columns, path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(375);
  }
  await context.close();
});

test("every link of the document's numbers can be hit with a finger", async () => {
  await at("2024/document/", {}, async (page) => {
    const small = await page.locator(".num .dot").evaluateAll((links) =>
      links
        .map((link) => link.getBoundingClientRect())
        .filter(({ width, height }) => width < 44 || height < 44)
        .map(({ width, height }) => `${width} × ${height}`),
    );
    expect(await page.locator(".num .dot").count()).toBeGreaterThan(0);
    expect(small).toEqual([]);
  });
});

test("on a phone the content is five stops of the keyboard away, beside the link that leads to it at once", async () => {
  await at("roles/doo/", {}, async (page) => {
    let stops = 0;
    do {
      await page.keyboard.press("Tab");
      stops += 1;
    } while (stops < 20 && !(await page.evaluate(() => document.activeElement?.closest("main") !== null)));
    expect(stops).toBeLessThanOrEqual(6);
  });
});

test("every part of a page that has a name has a heading of that name, and no ruler is empty", async () => {
  for (const path of opened.site.files.filter((each) => each.endsWith("index.html"))) {
    const html = opened.site.read(path);
    for (const [, id] of html.matchAll(/<section[^>]* aria-labelledby="([^"]+)"/g))
      expect(html.includes(`id="${id!}"`), `${path}: ${id!}`).toBe(true);
    const ruler = /<nav class="ruler".*?<\/nav>/s.exec(html)?.[0];
    if (ruler !== undefined) expect(/<path class="[wc]"/.test(ruler), path).toBe(true);
  }
});

test("the ruler of a role whose duties are a chain has every day of them", () => {
  const html = opened.site.read("roles/moc-finance/index.html");
  const ticks = /<path class="w" d="([^"]*)"/.exec(html)![1]!.split("M").length - 1;
  const days = new Set(
    opened.site.plans[0]!.dueWindows.filter(
      ({ kind, audience, window }) =>
        kind === "work" && audience.includes("moc-finance") && window.end <= opened.site.plans[0]!.bounds.to,
    ).map(({ window }) => window.end),
  );
  expect(days.size).toBeGreaterThan(5);
  expect(ticks).toBe(days.size);
});

test("a printed sheet says whose it is and where it is from, and what is folded is printed", async (context) => {
  const words = async (path: string): Promise<string> => {
    const file = join(folder, `${path.replace(/\W+/g, "-")}.pdf`);
    await at(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    });
    const { stdout, error } = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    return error === undefined ? stdout.replace(/\s+/g, " ") : "";
  };
  const sheet = await words("roles/doo/sheet/");
  if (sheet === "") {
    const note = "pdftotext is missing: apt-get install poppler-utils";
    if (process.env["CI"] === "true") throw new Error(note);
    context.skip(note);
  }
  expect(sheet).toContain("https://plan.example/roles/doo/");
  expect(sheet).toContain("047371");
  expect(sheet).toMatch(/Напечатано \d{1,2} \p{L}+ \d{4}/u);
  expect(opened.site.read("roles/doo/sheet/index.html")).toMatch(/<p class="wrap sheet-foot".*?<svg/s);
  const series = await words("2024/items/3.5.12/");
  // The derivation of the last date stands in a fold.
  expect(series).toContain("https://plan.example/2024/items/3.5.12/");
  expect(series.match(/рабочи[йех]\S* дн/g)?.length ?? 0).toBeGreaterThan(8);
});

test("a copy of a calendar is a plain link that says that it stays as it is; what subscribes is a button", async () => {
  await at("roles/doo/year/", {}, async (page) => {
    const copy = page.locator("a[download][href$='.ics']");
    expect(await copy.count()).toBe(1);
    expect(await copy.evaluate((link) => link.closest("p")!.innerText)).toMatch(
      /^Копия на\s+сегодня \(сама не\s+обновится\):/,
    );
    expect(await copy.evaluate((link) => getComputedStyle(link).borderTopStyle)).toBe("none");
  });
  await at("roles/doo/subscribe/", {}, async (page) => {
    const subscribe = page.locator("#podpiska a[href^='webcal:']").first();
    expect(await subscribe.evaluate((link) => getComputedStyle(link).borderTopStyle)).toBe("solid");
    expect(await page.locator("#podpiska a[download].btn").count()).toBe(0);
  });
});
