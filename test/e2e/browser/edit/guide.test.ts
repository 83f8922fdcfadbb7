/**
 * The steps «Только браузером» of CONTRIBUTING.md, walked on a phone: what a step names stands on the page then. With UPDATE=1 each
 * step's picture is taken anew.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository } from "../../../plan-files.ts";
import { openSite } from "../open-site.ts";
import { ready, patience } from "./edit-page.ts";
import { downloaded, proposeButton } from "./handed-over.ts";

/** The folder of the pictures, and what one may weigh in bytes. */
const folder = "docs/pictures";
const heaviest = 40_000;

const width = 375;
/** Points of a picture to one of the page. */
const scale = 2;

/** What a step of the guide says: the names in bold, and its picture. */
interface Step {
  readonly text: string;
  readonly names: readonly string[];
  readonly picture: string;
  readonly alt: string;
  /** The width that the guide shows it in. */
  readonly shown: string;
}

function stepOf(text: string): Step {
  const [, picture = "", shown = "", alt = ""] =
    /<img src="([^"]*)" width="(\d+)" alt="([^"]*)">/.exec(text.replace(/\s+/g, " ")) ?? [];
  return {
    text,
    names: [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name!.replace(/\s+/g, " ")),
    picture,
    alt,
    shown,
  };
}

const guide = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8");
const steps = [...guide.split("\n## Только браузером\n")[1]!.matchAll(/^\d\. .*(?:\n(?: {3}.*)?$)*/gm)]
  .slice(0, 5)
  .map(([text]) => stepOf(text));

/** What is done at each step, and the parts of the page that its picture reaches from and to. */
const walk: readonly { readonly go: (page: Page) => Promise<unknown>; readonly from: string; readonly to: string }[] = [
  {
    go: (page) => page.goto(`${opened.address}2024/items/2.1.8/`),
    from: "[aria-labelledby=h-src] dt:has(+ dd a[href*='edit/?item'])",
    to: "[aria-labelledby=h-src] dl",
  },
  {
    go: async (page) => {
      await page.getByRole("link", { name: "Предложить изменение" }).first().tap();
      await ready(page);
      await page.locator("[name=deadline-text]").fill("в течение 10 дней после 1 сентября");
      await page.locator("[data-cell=deadline] .opt").nth(1).tap();
      await page.locator("[data-effect] .moves").first().waitFor();
    },
    from: "[data-cell=deadline]",
    to: "[data-cell=deadline]",
  },
  {
    go: (page) => page.locator("[data-more]").waitFor(),
    from: "[data-more]",
    to: "[data-effect] .moves",
  },
  {
    go: async (page) => {
      await page.getByText("Приказ, который меняет план").tap();
      await page.getByLabel("Номер", { exact: true }).fill("051208");
      await page.getByLabel("Дата", { exact: true }).fill("2024-04-15");
      await page.getByLabel("Заголовок приказа").fill("О внесении изменений в План");
    },
    from: "[data-basis]",
    // A date field is not shown: it speaks the language of the machine.
    to: "#e-order-number",
  },
  {
    go: (page) => downloaded(page, () => proposeButton(page).tap()),
    from: "fieldset:has([name=hand])",
    to: "[data-done]",
  },
];

const opened = openSite({ site: "https://plan.example", base: "/plan/" });
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  context = await opened.browser.newContext({
    viewport: { width, height: 667 },
    deviceScaleFactor: scale,
    hasTouch: true,
    colorScheme: "light",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  page = await context.newPage();
  await page.clock.setFixedTime(new Date("2024-04-20T05:00:00Z"));
  // A phone hands a file to its programs; the browser of the tests cannot.
  await page.addInitScript(() => (navigator.canShare = () => true));
});
afterAll(() => context.close());

/** Takes the picture of a stretch of the page over its whole width. */
async function take(picture: string, from: string, to: string): Promise<void> {
  const [top, bottom] = await page.evaluate(
    (parts) => {
      const [first, last] = parts.map((part) => document.querySelector(part)!.getBoundingClientRect());
      return [first!.top + scrollY, last!.bottom + scrollY] as const;
    },
    [from, to],
  );
  const clip = { x: 0, y: Math.floor(top) - 8, width, height: Math.ceil(bottom - top) + 16, scale: 1 };
  // Neither focus nor finger is left on anything. WebP is a third of PNG, which Playwright itself would take.
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const session = await context.newCDPSession(page);
  const request = { format: "webp", quality: 60, clip, captureBeyondViewport: true } as const;
  const { data } = await session.send("Page.captureScreenshot", request);
  const path = join(repository, picture);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(data, "base64"));
}

describe("the guide to editing with a browser alone", () => {
  test("has a step for each part of the way", () => {
    expect(steps).toHaveLength(walk.length);
  });

  test.each(walk.map((each, index) => ({ ...each, index, number: index + 1 })))(
    "names in step $number what stands on the page, and shows it",
    async ({ go, from, to, index }) => {
      const { text, names, picture, alt, shown } = steps[index]!;
      await go(page);
      expect(names, text).not.toEqual([]);
      for (const name of names)
        await expect
          .poll(() => page.getByText(name, { exact: true }).filter({ visible: true }).count(), {
            ...patience,
            message: name,
          })
          .toBeGreaterThan(0);
      if (process.env["UPDATE"] === "1") await take(picture, from, to);
      expect(shown).toBe(`${width}`);
      expect(alt).toMatch(/^[А-ЯЁ]/);
      expect(statSync(join(repository, picture)).size, picture).toBeLessThanOrEqual(heaviest);
    },
  );

  test("keeps no picture that no step shows", () => {
    expect(
      readdirSync(join(repository, folder))
        .map((name) => `${folder}/${name}`)
        .sort(),
    ).toEqual(steps.map(({ picture }) => picture).sort());
  });
});
