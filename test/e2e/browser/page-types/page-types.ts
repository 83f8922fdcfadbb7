import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openWhole } from "../open-whole.ts";

/** One page of each type. */
export const pageTypes = [
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
  "2024/items/5.1/",
  "2024/items/1.1/",
  "2024/items/1.4.1/",
  "2024/sections/",
  "2024/sections/2/",
  "2024/document/",
  "2024/calendar/",
  "2024/calendar/05/",
  "2024/days/04-30/",
  "2024/control/",
  "2024/control/04/",
  "2024/control/items/",
  "2024/events/",
  "calculator/",
  "my/",
  "changes/",
  "rules/",
  "data/",
  "glossary/",
  "search/",
  "components/",
  "no-such-page/",
];

/** What was noticed while a page was opened and looked at. */
export interface Noticed {
  /** What failed, and whom else the page asked. */
  readonly faults: readonly string[];
  /** The names of the font files that it asked for. */
  readonly fonts: ReadonlySet<string>;
}

/** A page in which those of a site are opened one after another, each as by somebody who was never there. */
export interface Visitor {
  readonly page: Page;
  /** Opens a path of the site; more may be noticed until the next one is opened. */
  open(path: string): Promise<Noticed>;
}

/** One window for many pages: a window of its own for each takes longer than most of them to load. */
export async function visitorOf(browser: Browser, address: string, options: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  const page = await context.newPage();
  // What one page has kept is not there for the next. An empty page may keep nothing.
  await page.addInitScript(() => {
    if (location.protocol !== "about:") localStorage.clear();
  });
  let [faults, fonts]: [string[], Set<string>] = [[], new Set()];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked ${request.url()}`);
    if (request.resourceType() === "font") fonts.add(new URL(request.url()).pathname.split("/").at(-1)!);
  });
  return {
    page,
    async open(path) {
      // What the page before still does is its own.
      await page.goto("about:blank");
      [faults, fonts] = [[], new Set()];
      await openWhole(page, `${address}${path}`);
      return { faults, fonts };
    },
  };
}

/** The width that the open page takes, in pixels: more than the window's where it scrolls sideways. */
export const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
