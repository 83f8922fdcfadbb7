import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test, type TestContext } from "vitest";
import { duesOfParty } from "../../../compiler/views/dues.ts";
import { programs } from "../../../site/src/components/role/calendar-programs.ts";
import { thorough } from "../../fuzz-runs.ts";
import { heldIn, KhalSubscriber, needsSynchroniser } from "../../ledger/subscriber.ts";
import { needsServer, nginx, startServer } from "../serving/servers.ts";
import { openSite } from "./open-site.ts";

const published = "https://plan.example";
const profile = "school-with-nursery";
const opened = openSite({ site: published });

async function at(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${opened.address}${path}`);
  await work(page);
  await context.close();
}

const pathOf = (url: string | null): string => (url ?? "").replace(/^(https|webcal):\/\/plan\.example\//, "");
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      `${document.activeElement?.tagName} ${document.activeElement?.getAttribute("href") ?? document.activeElement?.textContent}`,
  );

/** Reads a QR code from a picture, by a program that is not ours. */
function readQr(picture: Buffer, context: TestContext): string {
  const { status, stdout, error } = spawnSync("zbarimg", ["-q", "--raw", "-"], { input: picture, encoding: "utf8" });
  if (error !== undefined) {
    const note = "zbarimg is missing: apt-get install zbar-tools";
    if (process.env["CI"] === "true") throw new Error(note);
    context.skip(note);
  }
  expect(status).toBe(0);
  return stdout.trim();
}

describe("the block", () => {
  test("every address on it is a feed that the build has, with reminders and without; without a script as well", async () => {
    for (const role of ["doo", "operator", profile]) {
      await at(`roles/${role}/subscribe/`, { javaScriptEnabled: false }, async (page) => {
        const block = page.locator("#podpiska");
        const addresses = [
          ...(await block
            .locator("a[href^='webcal:']")
            .evaluateAll((links) => links.map((link) => link.getAttribute("href")))),
          ...(await block.locator("code").allTextContents()),
        ].map(pathOf);
        expect(addresses).toEqual([
          `feeds/${role}.ics`,
          `feeds/${role}-alarms.ics`,
          `feeds/${role}.ics`,
          `feeds/${role}-alarms.ics`,
        ]);
        expect(addresses.filter((path) => !opened.site.files.includes(path))).toEqual([]);
        for (const details of await block.locator("details").all()) {
          await details.locator("summary").click();
          expect(await details.locator("ol, svg").isVisible()).toBe(true);
        }
        expect(await block.locator("tbody tr").count()).toBe(5);
        for (const cell of await block.locator("td[data-l]").all())
          expect((await cell.innerText()).length).toBeGreaterThan(10);
      });
    }
  });

  test("each program says what its steps were held against, and when that was read", async () => {
    await at("roles/doo/subscribe/", { javaScriptEnabled: false }, async (page) => {
      const cited = await page.locator("#podpiska tbody tr").evaluateAll((rows) =>
        rows.map((row) => ({
          text: (row.querySelector("details .note")?.textContent ?? "").replaceAll("\u00a0", " "),
          links: [...row.querySelectorAll<HTMLAnchorElement>("details .note a")].map(({ href }) => href),
        })),
      );
      for (const [index, { key, help, sources }] of programs.entries()) {
        const { text, links } = cited[index]!;
        expect(links, key).toEqual([...sources.map(({ address }) => address), help]);
        expect(text.match(/копия прочитана \d+ \S+ \d{4} года/g)?.length ?? 0, key).toBe(sources.length);
        // Without a source the block owns up to it.
        if (sources.length === 0) expect(text, key).toContain("не сверены");
      }
    });
  });

  test.for([
    ["doo", "light"],
    ["doo", "dark"],
    [profile, "light"],
  ] as const)("the QR code of %s leads to its feed, %s", async ([role, colorScheme], context) => {
    await at(`roles/${role}/subscribe/`, { colorScheme }, async (page) => {
      await page.locator(".qr summary").click();
      expect(readQr(await page.locator(".qr svg").screenshot(), context)).toBe(
        `webcal://plan.example/feeds/${role}.ics`,
      );
    });
  });

  test("by keyboard alone: to the block, its steps opened, the address copied", async () => {
    await at("roles/doo/", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.locator(".parts a", { hasText: "Подписка" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/roles/doo/subscribe/");
      await page.locator(".parts a[aria-current]").focus();
      const steps: string[] = [];
      for (let press = 0; press < 6; press++) {
        await page.keyboard.press("Tab");
        steps.push(await focused(page));
      }
      expect(steps).toEqual([
        "A webcal://plan.example/feeds/doo.ics",
        "A https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fplan.example%2Ffeeds%2Fdoo.ics",
        "A webcal://plan.example/feeds/doo-alarms.ics",
        "BUTTON Скопировать",
        "BUTTON Скопировать",
        expect.stringMatching(/^SUMMARY/),
      ]);
      await page.keyboard.press("Enter");
      expect(
        await page
          .locator("#podpiska details")
          .first()
          .evaluate((details: HTMLDetailsElement) => details.open),
      ).toBe(true);
      await page.locator("#podpiska .copy + button").first().focus();
      await page.keyboard.press("Enter");
      await page.locator("#podpiska button", { hasText: "Скопировано" }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("https://plan.example/feeds/doo.ics");
    });
  });

  test("on Android, where nothing answers webcal:, Google's page is the button, from the first painting on; elsewhere both stand", async () => {
    const webcal = "#podpiska a[href^='webcal:']";
    const google = "#podpiska a[href*='cid=']";
    const userAgent = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";
    for (const [options, shown] of [
      [{ userAgent }, false],
      [{}, true],
      [{ javaScriptEnabled: false }, true],
      [{ userAgent, isMobile: true, hasTouch: true, javaScriptEnabled: false }, false],
      // A tablet that is no Android.
      [{ isMobile: true, hasTouch: true }, true],
    ] as const)
      await at("roles/doo/subscribe/", options, async (page) => {
        expect(await page.locator(webcal).first().isVisible()).toBe(shown);
        expect(await page.locator(google).isVisible()).toBe(true);
        expect(new URL((await page.locator(google).getAttribute("href"))!).searchParams.get("cid")).toBe(
          "webcal://plan.example/feeds/doo.ics",
        );
      });
  });

  test("an address from the time when a role stood on one page leads to it", async () => {
    for (const [anchor, part] of [
      ["podpiska", "subscribe"],
      ["m04", "2024-04"],
      ["mesyacy", "year"],
      ["sobytie", "events"],
      ["kontrol", "control"],
    ] as const)
      await at(`roles/doo/#${anchor}`, {}, (page) => page.waitForURL(`**/roles/doo/${part}/`));
  });

  test("two clicks on a phone from the home page: the role, then its subscription", async () => {
    await at("", { viewport: { width: 375, height: 800 } }, async (page) => {
      await page.getByRole("link", { name: "Детские сады", exact: true }).first().click();
      await page.locator(".parts a", { hasText: "Подписка" }).click();
      await page.waitForURL("**/subscribe/");
      expect(await page.locator("#podpiska a[href^='webcal:']").first().isVisible()).toBe(true);
    });
  });
});

describe("several roles", () => {
  test("by keyboard alone: roles ticked on the roles page lead to the profile, a group is told to be inside", async () => {
    await at("roles/", {}, async (page) => {
      for (const id of ["ooo", "doo", "oo"]) {
        await page.locator(`.choice input[value=${id}]`).focus();
        await page.keyboard.press("Space");
      }
      const answer = page.locator(".choice-answer");
      expect(await answer.innerText()).toContain("Для этих ролей есть общий календарь");
      expect((await answer.innerText()).replaceAll("\u00a0", " ")).toContain(
        "Отдельный календарь «Все образовательные организации» не нужен",
      );
      await answer.locator("a").focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/roles/${profile}/subscribe/`);
      expect(await page.locator("h1").innerText()).toContain("Школы с дошкольными группами");
    });
  });

  test("on the home page as well; roles without a profile are listed with their feeds", async () => {
    await at("", {}, async (page) => {
      await page.locator(".several summary").click();
      for (const id of ["poo", "rmc"]) await page.locator(`.several input[value=${id}]`).check();
      expect(await page.locator(".several .choice-list li").allInnerTexts()).toEqual([
        expect.stringContaining("https://plan.example/feeds/poo.ics"),
        expect.stringContaining("https://plan.example/feeds/rmc.ics"),
      ]);
    });
  });

  test("without a script the profiles stand as a list, with what they gather", async () => {
    await at("roles/", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("#neskolko .unions li").count()).toBe(opened.site.plans[0]!.series.profiles.length);
      expect((await page.locator("#neskolko").innerText()).replaceAll("\u00a0", " ")).toContain("отдельно не нужен");
    });
  });
});

describe("the served site", () => {
  test.for(thorough ? [profile, "doo", "doo-alarms"] : [profile])(
    "khal, through vdirsyncer, holds what the page of %s says",
    async (name, context) => {
      needsServer(nginx, context);
      needsSynchroniser(context);
      const server = await startServer(nginx, opened.site.out);
      const folder = mkdtempSync(join(tmpdir(), "srok-khal-"));
      try {
        const role = name.replace("-alarms", "");
        const page = opened.site.read(`roles/${role}/subscribe/index.html`);
        const given = [...page.matchAll(/<code[^>]*>([^<]+)<\/code>/g)]
          .map((match) => match[1]!)
          .find((url) => url.endsWith(`/${name}.ics`))!;
        const subscriber = new KhalSubscriber(folder, given.replace(published, server.address));
        subscriber.synchronise();
        const held = heldIn(opened.site.read(`feeds/${name}.ics`));
        expect(new Set(held.map(({ uid }) => uid.replace(/-start@/, "@"))).size).toBe(
          new Set(duesOfParty(opened.site.plans[0]!, role).map(({ uid }) => uid)).size,
        );
        expect(subscriber.held("2023-01-01", "2026-01-01")).toHaveLength(held.length);
      } finally {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  test("a computed date is handed over as a file, under the headers of the server", async (context) => {
    needsServer(nginx, context);
    const server = await startServer(nginx, opened.site.out);
    const of = await opened.browser.newContext({ acceptDownloads: true });
    try {
      const page = await of.newPage();
      const faults: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      page.on("pageerror", (error) => faults.push(error.message));
      const waiting = opened.site.files.find(
        (path) =>
          path.includes("/items/") && path.endsWith("index.html") && opened.site.read(path).includes("data-waiting"),
      )!;
      const answer = await page.goto(`${server.address}/${waiting.replace("index.html", "")}`);
      expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
      await page.locator("[data-waiting] input[type=date]").fill("2024-04-26");
      await page.locator("[data-waiting] form button").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("[data-waiting] .acts button").click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^[\d.-]+\.ics$/);
      const subscriber = heldIn(readFileSync(await download.path(), "utf8"));
      expect(subscriber.length).toBeGreaterThan(0);
      for (const { uid } of subscriber) expect(uid).toContain("~2024-04-26@");
      expect(faults).toEqual([]);
    } finally {
      await of.close();
      await server.stop();
    }
  });
});
