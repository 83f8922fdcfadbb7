import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { plan2024Folder, repository } from "../../plan-files.ts";
import { openBrowser } from "./browser.ts";

/** `npm run dev` as an editor lives with it: save, see the page change; save a mistake, see it in the page; mend it. */
const plan = mkdtempSync(join(tmpdir(), "srok-dev-"));
const file = join(plan, "gis-obrazovanie", "2024", "section-2.yaml");
const port = 4398;
let original = "";
let server: ChildProcess;
let browser: Browser;
let page: Page;

/** Opens an address in a page of its own, which hears of saves from then on: one that is made before a page listens is not told. */
async function open(path: string): Promise<void> {
  if (browser.contexts().length > 0) await page.close();
  page = await browser.newPage();
  const connected = page.waitForEvent("console", (message) => message.text() === "[vite] connected.");
  await page.goto(`http://localhost:${port}/${path}`);
  await connected;
}

const save = (deadline: string): void =>
  writeFileSync(file, original.replace("{ text: 6 сентября, on: 09-06 }", deadline));

beforeAll(async () => {
  cpSync(plan2024Folder, plan, { recursive: true });
  original = readFileSync(file, "utf8");
  server = spawn(
    process.execPath,
    [join(repository, "compiler", "srok.js"), "dev", "--plan", plan, "--port", String(port)],
    { cwd: repository, stdio: "ignore", env: { ...process.env, NODE_ENV: "development", VITEST: "" } },
  );
  browser = await openBrowser();
  await vi.waitFor(() => fetch(`http://localhost:${port}/`), { timeout: 60_000, interval: 500 });
  await open("2024/items/2.1.8/");
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(plan, { recursive: true, force: true });
});

test("a save is seen without asking for it", async () => {
  save("{ text: 7 сентября, on: 09-07 }");
  await page.waitForFunction(() => document.body.textContent?.includes("7 сентября"));
});

test("the files beside the pages have their addresses, made from what was saved", async () => {
  const read = async (path: string): Promise<string> => (await fetch(`http://localhost:${port}/${path}`)).text();
  expect(JSON.parse(await read("near/doo.json"))).toHaveProperty("parts");
  expect(await read("data/2024/roles/doo.csv")).toMatch(/^Дата;Начало;/);
  expect(JSON.parse(await read("search/records.json"))).toMatchObject({ language: "ru" });
});

test("whoever asks at once after a save is answered", async () => {
  save("{ text: 5 сентября, on: 09-05 }");
  await page.waitForFunction(() => document.body.textContent?.includes("5 сентября"));
  const answers = await Promise.all(
    ["near/all/2024-01.json", "near/doo.json", "search/records.json", "data/2024/roles/doo.csv", "near/ooo.json"].map(
      (path) => fetch(`http://localhost:${port}/${path}`),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

test("search answers while the plan is written", async () => {
  const searching = await browser.newPage();
  await searching.goto(`http://localhost:${port}/search/?q=3.5.12`);
  await searching.locator(".hit").waitFor();
  expect(await searching.locator(".hit a").getAttribute("href")).toBe("/2024/items/3.5.12/");
  await searching.close();
});

test("a mistake is shown in the page: where, what, and what to write, beside the line of the plan", async () => {
  save("{ text: 7 сентября, onn: 09-07 }");
  const overlay = page.locator("vite-error-overlay");
  await overlay.waitFor({ state: "attached" });
  const text = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? "");
  expect(text).toContain("ключ «onn» здесь не бывает");
  expect(text).toContain("возможно, «on»");
  expect(text).toContain("section-2.yaml:126");
  // A file that Vite serves is none of the plan's, whatever folder of the machine it is in: what shows the mistake is one.
  const served = await fetch(`http://localhost:${port}/@fs/${repository.replace(/^\//, "")}site/src/data/data-file.ts`);
  expect(served.status).toBe(200);
});

test("mended, the page is back", async () => {
  save("{ text: 6 сентября, on: 09-06 }");
  await page.waitForFunction(
    () => document.querySelector("vite-error-overlay") === null && document.body.textContent?.includes("6 сентября"),
  );
});

test("a proposal made in the page is written into the files, for this page alone", async () => {
  writeFileSync(file, original);
  await open("edit/?item=2.1.8");
  await page.waitForSelector("form[data-ready]", { timeout: 60_000 });
  await page.locator("[name=deadline-text]").fill("13 сентября");
  await page.locator("[data-effect] .moves").first().waitFor();
  await page.locator("[name=basis][value=correction]").check();
  await page.locator("[name=correction]").fill("Опечатка");
  await page.locator("[name=hand][value=desk]").check();
  await page.locator(".send .go").click();
  await vi.waitFor(() => expect(readFileSync(file, "utf8")).toContain("{ text: 13 сентября, on: 09-13 }"), {
    timeout: 60_000,
    interval: 500,
  });
  const forged = await fetch(`http://localhost:${port}/edit/`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://evil.example" },
    body: "{}",
  });
  expect(forged.status).not.toBe(409);
});

test("a draft is shown, and says that it is one", async () => {
  await open("2024/items/2.1.8/");
  const order = join(plan, "gis-obrazovanie", "2024", "order.yaml");
  writeFileSync(order, `status: draft\n${readFileSync(order, "utf8")}`);
  await page.waitForFunction(
    () =>
      document.querySelector("main .draft")?.textContent?.startsWith("Черновик") === true &&
      document.querySelector("article") !== null,
  );
});
