import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../axe.ts";
import { variantsOf } from "../../../fuzz-runs.ts";
import { openSite } from "../open-site.ts";
import { openEditPage, openFile, ready, rewriteFile, words, type Opened, type Opening, patience } from "./edit-page.ts";
import { scriptsOf } from "../../site/scripts-of.ts";

/** The text view of the editing page, under the policy that every page of the site carries. */
const opened = openSite({ site: "https://plan.example", base: "/plan/" });

const section = "2024/section-2.yaml";
const open = async (opening: Opening = {}): Promise<Opened> => {
  const form = await openEditPage({ browser: opened.browser, address: opened.address, ...opening });
  await ready(form.page);
  return form;
};
const textOf = (page: Page): Promise<string> => page.locator("[name=text]").inputValue();

describe("the text of a file", () => {
  test("is completed by names and keys of the plan, with the keyboard alone; Tab leaves it", async () => {
    const { page, context, faults } = await open();
    const editor = await openFile(page, section);
    await rewriteFile(page, (text) => `${text}  - id: "2.9"\n    activity: Сверка\n    `);
    await editor.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("respons");
    const options = page.getByRole("option");
    await options.filter({ hasText: /^responsible(?!-).*сторон/s }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("[mou");
    await options.filter({ hasText: "МОУО" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("]");
    expect((await textOf(page)).endsWith("    responsible: [mouo]")).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.matches(".code"))).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("has its faults underlined with what is wrong, until they are mended", async () => {
    const { page, context, faults } = await open();
    const editor = await openFile(page, section);
    await rewriteFile(page, (text) => text.replace("6 сентября, on: 09-06", "13 сентября, on: 09-31"));
    await page.locator(".noticed.bad").waitFor();
    await editor.focus();
    await page.keyboard.press("F8");
    expect(await page.locator(".cm-lintRange-error").allInnerTexts()).toEqual(["09-31"]);
    expect(await page.locator(".cm-diagnostic").innerText()).toContain("30");
    await page.keyboard.type("09-12");
    await page.locator(".noticed.bad", { hasText: "Слова и правило расходятся" }).waitFor();
    await page.keyboard.press("Backspace");
    await page.keyboard.type("3");
    await page.locator(".noticed.bad").waitFor({ state: "detached" });
    expect(await page.locator(".cm-lintRange-error").count()).toBe(0);
    expect(await words(page, "[data-effect]")).toContain("2.1.8");
    expect(faults).toEqual([]);
    await context.close();
  });

  test("of another file begins anew: undoing never brings the first one's back", async () => {
    const { page, context } = await open();
    const editor = await openFile(page, section);
    await page.getByLabel("Файл плана").selectOption("2024/events.yaml");
    await expect.poll(() => textOf(page), patience).toContain("events:");
    const text = await textOf(page);
    await editor.focus();
    await page.keyboard.press("Control+Z");
    expect(await textOf(page)).toBe(text);
    await context.close();
  });

  test.each<[string, Opening & { readonly refuse?: string }]>([
    [
      "the browser constructs no style sheets",
      { setUp: () => delete (Document.prototype as { adoptedStyleSheets?: unknown }).adoptedStyleSheets },
    ],
    ["the editor cannot be loaded", { refuse: "**/editor.*.js" }],
  ])("stays a plain field where %s", async (_, { refuse, ...opening }) => {
    const { page, context, faults } = await open(opening);
    if (refuse !== undefined) await page.route(refuse, (route) => route.abort());
    await page.getByRole("radio", { name: "Другое" }).check();
    await page.getByLabel("Файл плана").selectOption(section);
    const field = page.getByLabel("Текст файла");
    await expect.poll(() => field.inputValue(), patience).toContain("2.1.8");
    await field.fill((await field.inputValue()).replace("on: 09-06", "on: 09-31"));
    await page.locator(".noticed.bad", { hasText: section }).waitFor();
    expect(await page.locator(".code").count()).toBe(0);
    expect(faults.filter((fault) => !fault.includes("ERR_FAILED"))).toEqual([]);
    await context.close();
  });

  test.each(variantsOf([320, 1280]))("breaks no rule of accessibility at %i px", async (width) => {
    const { page, context, faults } = await open({ width });
    await openFile(page, section);
    await rewriteFile(page, (text) => text.replace("on: 09-06", "on: 09-31"));
    await page.locator(".noticed.bad").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("brings the reader of all of YAML along when it is opened; a form needs none", async () => {
    const { page, context } = await openEditPage({
      browser: opened.browser,
      address: opened.address,
      query: "?item=2.1.8",
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await ready(page);
    await page.locator("[name=deadline-text]").fill("13 сентября");
    await page.locator("[data-effect] .moves").first().waitFor();
    const reader = (): string[] => asked.filter((url) => /\/parse-fully-/.test(url));
    expect(reader()).toEqual([]);
    await openFile(page, section);
    await expect.poll(reader, patience).toHaveLength(1);
    await context.close();
  });

  test("is read whatever YAML it is, also where its reader has to be awaited", async () => {
    const { page, context, faults } = await open();
    await page.route("**/parse-fully-*.js", async (route) => {
      await new Promise((done) => setTimeout(done, 1_000));
      await route.continue();
    });
    await openFile(page, section);
    await rewriteFile(page, (text) =>
      text.replace("{ text: 6 сентября, on: 09-06 }", "{ text: '13 сентября',\n      on: 09-13 }"),
    );
    await page.locator("[data-effect] .moves", { hasText: "2.1.8" }).first().waitFor();
    await rewriteFile(page, (text) => text.replace("on: 09-13 }", "on: 09-13"));
    await page.locator(".noticed.bad").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test("has an editor that weighs what it may and is loaded when it is wanted", async () => {
    const { later } = scriptsOf(opened.site, "edit/index.html");
    expect(later.get("editor")).toBeLessThan(130_000);
    const asked: string[] = [];
    const { page, context } = await open();
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("radio", { name: /^Срок/ }).check();
    await page.getByLabel("Пункт", { exact: true }).selectOption({ index: 1 });
    await page.locator("[data-cell=deadline] [data-now]", { hasText: "Сейчас" }).waitFor();
    expect(asked.filter((url) => url.endsWith(".js"))).toEqual([]);
    await openFile(page, section);
    expect(asked.filter((url) => /\/editor\./.test(url))).toHaveLength(1);
    await context.close();
  });
});
