import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readProposal } from "../../../../compiler/propose/read-proposal.ts";
import { plan2024, plan2024Folder } from "../../../plan-files.ts";
import { axeFindings } from "../axe.ts";
import { openEditPage, openFile, ready, rewriteFile, words, type Opened, type Opening, patience } from "./edit-page.ts";
import { downloaded, handedOver, proposeButton } from "./handed-over.ts";
import { variantsOf } from "../../../fuzz-runs.ts";
import { openSite } from "../open-site.ts";
import { buildForTest, serveSite, type BuiltSite } from "../../site/built-site.ts";
import { playedLedgers } from "../../site/plan-folder.ts";
import { filesBeside } from "../../site/files-of-page.ts";
import { scriptsOf, weightsOf } from "../../site/scripts-of.ts";

const opened = openSite({ site: "https://plan.example", base: "/plan/" });

const open = (query = "", opening: Opening = {}): Promise<Opened> =>
  openEditPage({ browser: opened.browser, address: opened.address, query, ...opening });

async function chooseOrder(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Приказ, который меняет план" }).check();
  await page.getByLabel("Номер", { exact: true }).fill("051208");
  await page.getByLabel("Дата", { exact: true }).fill("2024-04-15");
  await page.getByLabel("Заголовок приказа").fill("О внесении изменений в План");
}

const propose = (page: Page): Promise<void> => proposeButton(page).click();

describe("an official changes the plan in a browser", () => {
  test("changes who is responsible, and withdraws another item, in one proposal that can be undone piece by piece", async () => {
    const { page, context, faults } = await open("?item=2.1.3-1");
    await ready(page);
    await page.getByRole("radio", { name: "Ответственные" }).check();
    await expect
      .poll(() => page.getByLabel("Ответственные", { exact: true }).last().inputValue(), patience)
      .toBe("МОУО");
    await page.locator("[name=responsible]").fill("МОУО, ООО");
    await page.locator("[data-effect] .moves").first().waitFor();
    await page.getByRole("button", { name: "Добавить ещё одну правку" }).click();
    await page.locator("[data-list] li").first().waitFor();
    await page.getByRole("radio", { name: "Исключить пункт" }).check();
    await page.getByLabel("Пункт", { exact: true }).selectOption("2.1.2-1");
    await page.getByLabel("Почему исключён").fill("Объединён с другим пунктом");
    await page.locator("[data-effect]", { hasText: "2.1.2-1" }).waitFor();
    await page.getByRole("button", { name: "Убрать" }).click();
    await page.locator("[data-list]").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Вернуть" }).click();
    await page.locator("[data-list] li").waitFor();
    await page.getByRole("radio", { name: "Ошибка при переносе" }).check();
    await page.getByLabel("Что исправлено").fill("Строки перепутаны при переносе");
    await page.locator("[data-effect]", { hasText: "2.1.3-1" }).waitFor();
    const message = await handedOver(page);
    expect(message).toContain("Основание: исправление ошибки на сайте: Строки перепутаны при переносе");
    expect(faults).toEqual([]);
    await context.close();
  });

  test("adds an item, and edits any place of a file as text", async () => {
    const { page, context, faults } = await open();
    await ready(page);
    await page.getByRole("radio", { name: "Новый пункт" }).check();
    await page.getByLabel("Номер нового пункта").fill("2.1.9");
    await page.getByLabel("Мероприятие дословно").fill("Сверка списков");
    await page.locator("[name=new-text]").fill("до 20 сентября");
    await page.getByLabel("Ответственные словами приказа").fill("МОУО");
    await page.locator("[data-effect]", { hasText: "2.1.9" }).waitFor();
    await page.getByRole("button", { name: "Добавить ещё одну правку" }).click();
    await page.locator("[data-list] li").first().waitFor();
    await page.getByRole("radio", { name: "Другое" }).check();
    await page.getByLabel("Файл плана").selectOption("2024/section-2.yaml");
    await expect.poll(() => page.locator("[name=text]").inputValue(), patience).toContain("Сверка списков");
    await rewriteFile(page, (text) => text.replace("до 24 мая, until: 05-24", "до 25 мая, until: 05-25"));
    await page.locator("[data-effect]", { hasText: "2.1.3-1" }).waitFor();
    await chooseOrder(page);
    await handedOver(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});

test("who has several roles proposes a common calendar, which moves no date and asks for no order", async () => {
  const { page, context, faults } = await open("?parties=ooo,odo", { width: 375 });
  await ready(page);
  expect(
    await page
      .locator("[name=parties]:checked")
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
  ).toEqual(["ooo", "odo"]);
  await propose(page);
  await page.locator(".todo", { hasText: "Назовите общий календарь" }).waitFor();
  await page.getByLabel("Как его назвать").fill("Школы с кружками");
  await page.locator("[data-effect]", { hasText: "Ни одна дата не меняется" }).waitFor();
  expect(await page.locator("[data-basis]").isVisible()).toBe(false);
  const message = await handedOver(page);
  expect(message).toContain("Добавить общий календарь: Школы с кружками");
  await page.getByRole("checkbox", { name: "Дополнительное образование (ОДО)" }).uncheck();
  await page.getByRole("checkbox", { name: "Детские сады" }).check();
  await page.getByRole("button", { name: "Добавить ещё одну правку" }).click();
  await page.locator("[data-list]", { hasText: "«Школа с дошкольными группами»" }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

describe("nothing that was written is lost, and nothing false is handed over", () => {
  test("a draft outlasts the page; another item opened from its page begins anew and keeps the basis", async () => {
    const { page, context } = await open("?item=2.1.8");
    await ready(page);
    await page.locator("[name=deadline-text]").fill("13 сентября");
    await chooseOrder(page);
    await page.locator("[data-effect] .moves").first().waitFor();
    await page.reload();
    await ready(page);
    expect(await page.locator("[name=deadline-text]").inputValue()).toBe("13 сентября");
    await page.goto(`${opened.address}edit/?item=2.1.1`);
    await ready(page);
    expect(await page.locator("[name=deadline-text]").inputValue()).toBe("");
    expect(await page.getByLabel("Заголовок приказа").inputValue()).toBe("О внесении изменений в План");
    await context.close();
  });

  test("where storage is forbidden the page says so and works", async () => {
    const forbid = (): void => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    };
    const { page, context, faults } = await open("?item=2.1.8", { setUp: forbid });
    await ready(page);
    await page.locator("[name=deadline-text]").fill("13 сентября");
    await page.locator("[data-effect] .moves").first().waitFor();
    expect(await words(page, "[data-status]")).toContain("не даёт хранить черновик");
    expect(faults.filter((fault) => !fault.includes("denied"))).toEqual([]);
    await context.close();
  });

  test("a change that would leave an error is not handed over", async () => {
    const { page, context } = await open("?item=2.1.8");
    await ready(page);
    await page.getByRole("radio", { name: "Другое" }).check();
    await page.getByLabel("Файл плана").selectOption("2024/section-2.yaml");
    await rewriteFile(page, (text) => text.replace("on: 09-06", "on: 09-31"));
    await page.locator(".noticed.bad").waitFor();
    await propose(page);
    await page.locator(".todo").waitFor();
    expect(await words(page, ".todo")).toContain("Исправьте то, из-за чего план не опубликовать");
    expect(await page.locator("[data-done]").innerText()).toBe("");
    await context.close();
  });

  test("the fields can be filled in before the program is loaded; without it, they are handed over in words", async () => {
    const { page, context } = await open("", {
      setUp: () => {
        (window as { Worker?: unknown }).Worker = undefined;
      },
    });
    await page.getByRole("radio", { name: /^Срок/ }).check();
    await page.getByLabel("Пункт", { exact: true }).selectOption("2.1.8");
    await page.locator("[name=deadline-text]").fill("13 сентября");
    await expect.poll(() => words(page, "[data-status]"), patience).toContain("не загрузилась");
    const { name, text } = await downloaded(page, () => propose(page));
    expect(name).toBe("predlozhenie.txt");
    expect(text).toContain("Срок словами приказа: 13 сентября");
    await context.close();
  });
});

describe("a plan that says where it is kept and whom to write", () => {
  let own: BuiltSite;
  let at: { readonly server: Server; readonly address: string };
  beforeAll(async () => {
    const plan = mkdtempSync(join(tmpdir(), "srok-forge-"));
    cpSync(plan2024Folder, plan, { recursive: true });
    for (const { path, text } of playedLedgers([["2024-02-14", plan2024()]]))
      writeFileSync(join(plan, path.slice("plan/".length)), text);
    appendFileSync(
      join(plan, "gis-obrazovanie", "series.yaml"),
      "repository: https://github.com/oblast/plan\ncontact: plan@oblast.example\n",
    );
    own = await buildForTest({ plan });
    rmSync(plan, { recursive: true, force: true });
    at = await serveSite(own);
  });
  afterAll(() => {
    at.server.close();
    own.remove();
  });

  test("the item leads to its change and to a letter, the foot to both", () => {
    const item = own.read("2024/items/2.1.8/index.html").replaceAll("&amp;", "&");
    expect(item).toContain('href="/edit/?item=2.1.8"');
    expect(item).toContain(`href="mailto:plan@oblast.example?subject=${encodeURIComponent("Ошибка в")}`);
    expect(item).toContain('href="mailto:plan@oblast.example"');
    expect(item).toContain('href="https://github.com/oblast/plan"');
    // The shared site names neither, and nothing is made up.
    expect(opened.site.read("2024/items/2.1.8/index.html")).toContain('href="/plan/edit/?item=2.1.8"');
    expect(opened.site.read("2024/items/2.1.8/index.html")).not.toMatch(/mailto:|issues\/new/);
  });

  test("the proposal stands in a prepared issue, from which srok propose takes it", async () => {
    const context = await opened.browser.newContext({ viewport: { width: 375, height: 667 }, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${at.address}edit/?item=2.1.8`);
    await ready(page);
    await page.locator("[name=deadline-text]").fill("13 сентября");
    await page.locator("[data-effect] .moves").first().waitFor();
    await chooseOrder(page);
    await page.getByRole("radio", { name: "На сайте, где хранится план" }).check();
    await propose(page);
    const href = await page.getByRole("link", { name: "Открыть обращение" }).getAttribute("href");
    expect(href!.length).toBeLessThan(8000);
    const asked = new URL(href!);
    expect(`${asked.origin}${asked.pathname}`).toBe("https://github.com/oblast/plan/issues/new");
    expect(asked.searchParams.get("title")).toBe("Изменить срок пункта 2.1.8");
    expect(readProposal(asked.searchParams.get("body")!).proposal?.operations).toHaveLength(1);
    const letter = await page.getByRole("link", { name: "Открыть письмо" }).getAttribute("href");
    expect(letter).toMatch(/^mailto:plan@oblast\.example\?subject=/);
    expect(letter!.length).toBeLessThan(2000);
    await context.close();
  });

  test("a basis is asked for where the plan was published, and only there", async () => {
    for (const [where, asks] of [
      [at.address, true],
      [opened.address, false],
    ] as const) {
      const { page, context } = await openEditPage({ browser: opened.browser, address: where, query: "?item=2.1.8" });
      await ready(page);
      await page.locator("[name=deadline-text]").fill("13 сентября");
      await page.locator("[data-effect] .moves").first().waitFor();
      await propose(page);
      if (asks) await page.locator(".todo", { hasText: "Выберите основание" }).waitFor();
      else await page.locator(".done", { hasText: "сохранён" }).waitFor();
      await context.close();
    }
  });

  test("a row that is changed in the text of its file asks for the basis too, and what no order decides does not", async () => {
    const { page, context, faults } = await openEditPage({ browser: opened.browser, address: at.address });
    await ready(page);
    await openFile(page, "2024/section-2.yaml");
    await rewriteFile(page, (text) => text.replace("name: Сменить учебный год в модуле", "name: Сменить год в модуле"));
    await page.locator("[data-effect]", { hasText: "Ни одна дата не меняется" }).waitFor();
    expect(await page.locator("[data-basis]").isVisible()).toBe(false);
    await rewriteFile(page, (text) => text.replace("6 сентября, on: 09-06", "13 сентября, on: 09-13"));
    await page.locator("[data-effect] .moves").first().waitFor();
    await propose(page);
    await page.locator(".todo", { hasText: "Выберите основание" }).waitFor();
    await page.getByRole("radio", { name: "Ошибка при переносе" }).check();
    await page.getByLabel("Что исправлено").fill("Срок перепутан");
    const { text } = await downloaded(page, () => propose(page));
    expect(readProposal(text).proposal?.basis).toEqual({ correction: "Срок перепутан" });
    const patch = await downloaded(page, () => page.getByRole("button", { name: "Сохранить патч" }).click());
    expect(patch.text).toContain("\n+    corrected: [Срок перепутан]\n");
    expect(faults).toEqual([]);
    await context.close();
  });

  const file = "plan/gis-obrazovanie/2024/section-2.yaml";

  test("the new text of each file can be copied into the forge's own editor, whether or not the browser copies", async () => {
    for (const copies of [true, false]) {
      const context = await opened.browser.newContext({ viewport: { width: 375, height: 667 } });
      if (copies) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      if (!copies) await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.goto(`${at.address}edit/?item=2.1.8`);
      await ready(page);
      await page.locator("[name=deadline-text]").fill("13 сентября");
      await page.locator("[data-effect] .moves").first().waitFor();
      await page.getByRole("radio", { name: "Ошибка при переносе" }).check();
      await page.getByLabel("Что исправлено").fill("Срок перепутан");
      await page.getByRole("radio", { name: "Самому вписать в файл" }).check();
      await propose(page);
      const link = page.getByRole("link", { name: "Открыть файл на сайте" });
      expect(await link.getAttribute("href")).toBe(`https://github.com/oblast/plan/edit/main/${file}`);
      await page.getByRole("button", { name: "Скопировать новый текст" }).click();
      let text: string;
      if (copies) {
        await page.getByRole("button", { name: "Скопировано" }).waitFor();
        text = await page.evaluate(() => navigator.clipboard.readText());
      } else {
        const chosen = page.locator(".done textarea");
        text = await chosen.inputValue();
        expect(await page.evaluate(() => getSelection()!.toString().length)).toBeGreaterThan(1000);
      }
      const before = readFileSync(join(plan2024Folder, file.slice("plan/".length)), "utf8").split("\n");
      expect(text.split("\n").filter((line) => !before.includes(line))).toEqual([
        "    deadline: { text: 13 сентября, on: 09-13 }",
        "    corrected: [Срок перепутан]",
      ]);
      await context.close();
    }
  });

  test("without scripts the page leads to the forge's editor of each file, and to a letter", async () => {
    const context = await opened.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 568 },
    });
    const page = await context.newPage();
    await page.goto(`${at.address}edit/?item=2.1.8`);
    expect(await page.locator("form.edit").isVisible()).toBe(false);
    await page.getByText("Если форма не работает").click();
    const link = page.getByRole("link", { name: file });
    expect(await link.getAttribute("href")).toBe(`https://github.com/oblast/plan/edit/main/${file}`);
    expect(await page.getByRole("link", { name: "Написать письмо" }).isVisible()).toBe(true);
    await context.close();
  });
});

describe("the page", () => {
  test.each(variantsOf([320, 1280]))(
    "breaks no rule of accessibility at %i px, in any of its states",
    async (width) => {
      const { page, context } = await open("?item=2.1.8", { width });
      await ready(page);
      await page.locator("[name=deadline-text]").fill("в течение 10 дней после 1 сентября");
      await page.locator("[data-cell=deadline] .opt").first().waitFor();
      await propose(page);
      await page.locator(".todo").waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.locator("[name=deadline-text]").fill("блаблабла");
      await page.locator("[data-day]:not([hidden])").first().waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await axeFindings(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await context.close();
    },
  );

  test("weighs what it may, and other pages carry nothing of it", () => {
    const { site } = opened;
    const { own } = scriptsOf(site, "edit/index.html");
    const html = gzipSync(site.read("edit/index.html")).length;
    const files = filesBeside(site, "edit/index.html", "glossary/index.html");
    const sheets = files.filter((path) => path.endsWith(".css"));
    expect(sheets).toHaveLength(1);
    const css = gzipSync(site.read(sheets[0]!)).length;
    const worker = weightsOf(
      site,
      site.files.filter((path) => /^assets\/worker-.*\.js$/.test(path)),
    );
    expect(own + html + css).toBeLessThan(25_000);
    expect(worker.own).toBeGreaterThan(100_000);
    expect(worker.own).toBeLessThan(170_000);
    expect(Object.fromEntries(worker.later)).toEqual({ complete: expect.any(Number), parse: expect.any(Number) });
    // The reader of all of YAML, which both of them need.
    for (const weight of worker.later.values()) expect(weight).toBeLessThan(36_000);
    const carrying = site.files.filter(
      (path) =>
        path.endsWith(".html") &&
        !path.startsWith("edit/") &&
        [...files, "edit/sources", "worker-"].some((part) => site.read(path).includes(part)),
    );
    expect(carrying).toEqual([]);
  });
});
