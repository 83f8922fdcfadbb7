/** The days of an answer come in parts: as few as a date needs, late ones over no newer choice, and with a word where none comes. */
import type { Page, Request } from "playwright-core";
import { expect, test } from "vitest";
import { openSite } from "./open-site.ts";

const opened = openSite();

async function newPage(now: string): Promise<Page> {
  const page = await (await opened.browser.newContext({ viewport: { width: 375, height: 667 } })).newPage();
  await page.clock.setFixedTime(new Date(now));
  return page;
}

/** The files of what is next that a page asks for. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request: Request) => asked.push(...(/near\/.*/.exec(request.url()) ?? [])));
  return asked;
}

const day = (page: Page): Promise<string | null> =>
  page.locator(".answer-place time").first().getAttribute("datetime", { timeout: 5000 });

test("after the plan no page asks for days, in the plan's year one or two parts; home first what the remembered role has", async () => {
  for (const path of ["", "roles/doo/"]) {
    const page = await newPage("2026-11-29T05:00:00Z");
    const asked = askedBy(page);
    await page.goto(`${opened.address}${path}`);
    await page.locator(".answer.ready").waitFor();
    expect(asked).toEqual([]);
    await page.context().close();
  }
  const page = await newPage("2024-04-20T05:00:00Z");
  const asked = askedBy(page);
  await page.goto(opened.address);
  await page.locator(".answer.ready").waitFor();
  expect(asked).toEqual(["near/all/2024-04.json"]);
  await page.locator(".roles a", { hasText: "Детские сады" }).click();
  await page.locator(".answer.ready:not([data-home])").waitFor();
  asked.length = 0;
  await page.goto(opened.address);
  await page.locator(".answer.ready").waitFor();
  expect(asked).toEqual(["near/doo.json", "near/doo/2024-04.json", "near/doo/2024-05.json"]);
  await page.context().close();
});

test("of two dates chosen one after another the last is answered, though its days came first", async () => {
  const page = await newPage("2024-04-20T05:00:00Z");
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/near/all/2024-08.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(opened.address);
  await page.locator(".next-form").scrollIntoViewIfNeeded();
  const choose = async (date: string): Promise<void> => {
    await page.locator(".next-form input").fill(date);
    await page.locator(".next-form button").click();
  };
  await choose("2024-08-01");
  await choose("2024-06-03");
  await page.waitForFunction(() =>
    document.querySelector(".answer time")?.getAttribute("datetime")?.startsWith("2024-06"),
  );
  const answered = page.waitForResponse("**/near/all/2024-08.json");
  release();
  await (await answered).finished();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  expect(await day(page)).toMatch(/^2024-06/);
  expect(page.url()).toContain("na=2024-06-03");
  await page.context().close();
});

test("where days do not come the months stand in the place of the answer", async () => {
  const page = await newPage("2024-04-20T05:00:00Z");
  await page.route("**/near/doo/*.json", (route) => route.abort());
  await page.goto(`${opened.address}roles/doo/`);
  await page.locator(".answer.failed .answer-still li").first().waitFor();
  expect(await page.locator(".next").isVisible()).toBe(false);
  await page.context().close();
});
