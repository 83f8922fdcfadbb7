import type { BrowserContext, Page } from "playwright-core";

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

/** Opens a page of the site and gathers what fails on it, and whom else it asks. */
export async function openPage(
  context: BrowserContext,
  address: string,
  path: string,
): Promise<{ readonly page: Page; readonly faults: readonly string[]; readonly fonts: ReadonlySet<string> }> {
  const page = await context.newPage();
  const faults: string[] = [];
  const fonts = new Set<string>();
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked ${request.url()}`);
    if (request.resourceType() === "font") fonts.add(new URL(request.url()).pathname.split("/").at(-1)!);
  });
  await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
  return { page, faults, fonts };
}

/** The width that the open page takes, in pixels: more than the window's where it scrolls sideways. */
export const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
