import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
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
  /** Bytes that come over the network where nothing is in the cache yet, headers aside. */
  readonly weight: number;
  /** The content security policy that it came with; empty where there was none. */
  readonly policy: string;
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
  let [faults, fonts, finished]: [string[], Set<string>, Request[]] = [[], new Set(), []];
  /** What each address weighed when it was not in the cache yet. */
  const sizes = new Map<string, number>();
  const weighed = async (request: Request): Promise<number> => {
    const { responseBodySize } = await request.sizes();
    // What comes out of a cache has no size of its own.
    if (responseBodySize > 0) sizes.set(request.url(), responseBodySize);
    return sizes.get(request.url())!;
  };
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked ${request.url()}`);
    if (request.resourceType() === "font") fonts.add(new URL(request.url()).pathname.split("/").at(-1)!);
  });
  page.on("requestfinished", (request) => finished.push(request));
  return {
    page,
    async open(path) {
      // What the page before still does is its own.
      await page.goto("about:blank");
      [faults, fonts, finished] = [[], new Set(), []];
      const response = await openWhole(page, `${address}${path}`);
      const bodies = await Promise.all(finished.map(weighed));
      return {
        faults,
        fonts,
        weight: bodies.reduce((sum, size) => sum + size, 0),
        policy: response!.headers()["content-security-policy"] ?? "",
      };
    },
  };
}

/** The width that the open page takes, in pixels: more than the window's where it scrolls sideways. */
export const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
