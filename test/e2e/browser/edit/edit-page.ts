import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** How long a page may take to show something, on a machine that is busy with other work. */
export const patience = { timeout: 20_000 };

/** The editing page in a window of its own. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console, violations of the policy among them, and requests to other places than the site. */
  readonly faults: string[];
}

/** How the page is opened. */
export interface Opening {
  readonly width?: number;
  /** Runs in the page before its scripts. */
  readonly setUp?: () => void;
}

/** Opens the editing page of a site that is served at an address. */
export async function openEditPage({
  browser,
  address,
  query = "",
  width = 1280,
  setUp,
}: Opening & { readonly browser: Browser; readonly address: string; readonly query?: string }): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 667 : 900 },
    hasTouch: width < 500,
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on(
    "request",
    (request) =>
      !/^blob:/.test(request.url()) && !request.url().startsWith(address) && faults.push(`asked ${request.url()}`),
  );
  if (setUp !== undefined) await page.addInitScript(setUp);
  await page.goto(`${address}edit/${query}`);
  return { page, context, faults };
}

/** Waits until the Worker has read the plan. */
export const ready = (page: Page): Promise<unknown> => page.waitForSelector("form[data-ready]");

/** What a part of the page says, without the typography of its line. */
export const words = async (page: Page, part: string): Promise<string> =>
  (await page.locator(part).innerText()).replace(/\u2060/g, "").replace(/\s+/g, " ");

/** Opens the text of a file and returns the editor. */
export async function openFile(page: Page, path: string): Promise<Locator> {
  await page.getByRole("radio", { name: "Другое" }).check();
  await page.getByLabel("Файл плана").selectOption(path);
  const editor = page.getByRole("textbox", { name: "Текст файла" });
  await page.locator(".code").waitFor();
  await editor.waitFor();
  return editor;
}

/** Writes the text of the open file anew, as somebody does who pastes it whole. */
export async function rewriteFile(page: Page, change: (text: string) => string): Promise<void> {
  await page.locator(".code").waitFor();
  const text = change(await page.locator("[name=text]").inputValue());
  await page.getByRole("textbox", { name: "Текст файла" }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
  await expect.poll(() => page.locator("[name=text]").inputValue(), patience).toBe(text);
}
