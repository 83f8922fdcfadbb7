import type { Page, Response } from "playwright-core";

/** How long nothing may be under way until a page counts as whole, as so many looks of so many milliseconds. */
const [looks, pause] = [4, 25];

/**
 * Opens an address and waits until all is there that the page and its scripts ask for. Playwright's `networkidle` is the same with half a
 * second of waiting after the last answer, which hundreds of pages feel.
 */
export async function openWhole(page: Page, address: string): Promise<Response | null> {
  let underWay = 0;
  const begun = (): number => (underWay += 1);
  const ended = (): number => (underWay -= 1);
  page.on("request", begun).on("requestfinished", ended).on("requestfailed", ended);
  try {
    const response = await page.goto(address);
    for (let quiet = 0; quiet < looks; quiet = underWay > 0 ? 0 : quiet + 1)
      // In the page: while its scripts are at work it does not answer.
      await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), pause);
    return response;
  } finally {
    page.off("request", begun).off("requestfinished", ended).off("requestfailed", ended);
  }
}
