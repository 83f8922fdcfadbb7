/** The pages of a built site by their kind, and how tall they are on a phone. */
import type { Browser } from "playwright-core";
import type { BuiltSite } from "../site/built-site.ts";

/** What of an address is a name of the plan's: a role, an item, a day, a month. */
const kindOf = (path: string): string =>
  path
    .replace(/(^|\/)roles\/[^/]+\//, "$1roles/*/")
    .replace(/(\/(?:items|sections|days|calendar|control)\/)[^/]+\//, "$1*/")
    .replace(/\/\d{4}-\d\d(?:-\d+)?\//, "/month/")
    .replace(/-\d+\/index\.html$/, "/index.html");

/** The heaviest pages of each kind, as addresses below the site's root. */
export function heaviestOfEachKind(site: BuiltSite, most = 2): string[] {
  const pages = site.files.filter((path) => path.endsWith("index.html"));
  return [...Map.groupBy(pages, kindOf).values()].flatMap((alike) =>
    alike
      .map((path) => ({ path, size: site.read(path).length }))
      .sort((a, b) => b.size - a.size)
      .slice(0, most)
      .map(({ path }) => path.replace(/index\.html$/, "")),
  );
}

const screen = { width: 375, height: 667 };
/** No page but the document is taller than a dozen screens of a small phone. */
const mostScreens = 12;

/** The pages that are taller than they may be, with their height in pixels. */
export async function tooTall(browser: Browser, address: string, paths: readonly string[]): Promise<string[]> {
  const context = await browser.newContext({ viewport: screen });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2024-04-20T05:00:00Z"));
  const found: string[] = [];
  for (const path of paths.filter((each) => !each.includes("/document/"))) {
    await page.goto(`${address}${path}`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (height > mostScreens * screen.height) found.push(`/${path}: ${height}`);
  }
  await context.close();
  return found;
}
