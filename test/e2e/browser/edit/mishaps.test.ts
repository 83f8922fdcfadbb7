import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { EditFile } from "../../../../site/src/scripts/edit/protocol.ts";
import { openSite } from "../open-site.ts";
import { openEditPage, openFile, ready, rewriteFile, words, type Opened, type Opening, patience } from "./edit-page.ts";

/** What goes wrong while somebody edits: nothing that was written is lost, and nobody else's work is undone. */
const opened = openSite({ site: "https://plan.example", base: "/plan/" });

const open = async (query: string, opening: Opening = {}): Promise<Opened> => {
  const form = await openEditPage({ browser: opened.browser, address: opened.address, query, ...opening });
  await ready(form.page);
  return form;
};
const moveTo = async (page: Page, text: string): Promise<void> => {
  await page.locator("[name=deadline-text]").fill(text);
  await page.locator("[data-effect] .moves").first().waitFor();
};
const propose = (page: Page): Promise<void> => page.getByRole("button", { name: "Предложить изменение" }).click();

/** Presses the button and returns what is saved. */
async function saved(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), propose(page)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** Serves the plan as others have changed it since the page was made. */
const changeMeanwhile = (page: Page, change: (text: string) => string): Promise<unknown> =>
  page.route("**/edit/sources.*.json", async (route) => {
    const answer = await route.fetch();
    const file = (await answer.json()) as EditFile;
    const sources = file.sources.map(({ path, text }) => ({ path, text: change(text) }));
    await route.fulfill({ json: { ...file, sources } });
  });

describe("the device", () => {
  test("that has no room for a draft is told of, and does not stop the work", async () => {
    const full = (): void => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    };
    const { page, context, faults } = await open("?item=2.1.8", { setUp: full });
    await moveTo(page, "13 сентября");
    expect(await words(page, "[data-status]")).toContain("не даёт хранить черновик");
    expect((await saved(page)).text).toContain("13 сентября");
    expect(faults).toEqual([]);
    await context.close();
  });

  test("without a network hands over what was written", async () => {
    const { page, context } = await open("?item=2.1.8");
    await moveTo(page, "13 сентября");
    await context.setOffline(true);
    expect((await saved(page)).text).toContain("13 сентября");
    await context.close();
  });

  test("hands the file to another program; where that fails, it says so and what is left", async () => {
    const setUp = (): void => {
      navigator.canShare = () => true;
      navigator.share = (data) => {
        const { refuse, shared } = window as { refuse?: string; shared?: string[] };
        if (refuse !== undefined) return Promise.reject(new DOMException("no", refuse));
        shared?.push(...(data?.files ?? []).map(({ name }) => name));
        return Promise.resolve();
      };
      (window as { shared?: string[] }).shared = [];
    };
    const { page, context, faults } = await open("?item=2.1.8", { width: 375, setUp });
    await moveTo(page, "13 сентября");
    await page.getByRole("radio", { name: "Отправить с этого устройства" }).check();
    await propose(page);
    await page.locator(".done", { hasText: "передано выбранной программе" }).waitFor();
    expect(await page.evaluate(() => (window as { shared?: string[] }).shared)).toEqual(["predlozhenie-2.1.8.json"]);
    await page.evaluate(() => ((window as { refuse?: string }).refuse = "NotAllowedError"));
    await propose(page);
    await page.locator(".done", { hasText: "Передать не удалось" }).waitFor();
    expect(await page.locator("[name=deadline-text]").inputValue()).toBe("13 сентября");
    expect(faults).toEqual([]);
    await context.close();
  });
});

test("where the program fails, the page says so and saves the words of the form", async () => {
  const setUp = (): void => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, data: { id: number; request: { kind: string } }): void {
      const fails = data.request.kind === "consider" && "fails" in window;
      if (fails) this.dispatchEvent(new MessageEvent("message", { data: { id: data.id, error: "out of memory" } }));
      else post.call(this, data);
    };
  };
  const { page, context, faults } = await open("?item=2.1.8", { setUp });
  await page.evaluate(() => Object.assign(window, { fails: true }));
  await page.locator("[name=deadline-text]").fill("13 сентября");
  await expect.poll(() => words(page, "[data-status]"), patience).toContain("Проверить правку не удалось");
  const { name, text } = await saved(page);
  expect(name).toBe("predlozhenie.txt");
  expect(text).toContain("Срок словами приказа: 13 сентября");
  expect(faults).toEqual([]);
  await context.close();
});

test("what is written while the program answers stays", async () => {
  const setUp = (): void => {
    const listen = Worker.prototype.addEventListener as (type: string, listener: (event: Event) => void) => void;
    Worker.prototype.addEventListener = function (this: Worker, type: string, listener: (event: Event) => void): void {
      listen.call(this, type, (event) => {
        const answer = (event as MessageEvent<{ answer?: { item?: { id: string } } }>).data?.answer;
        if (answer?.item?.id === "2.1.8" && "questions" in answer) {
          const field = document.querySelector<HTMLInputElement>("[name=responsible]")!;
          if (field.value === "МОУО") {
            field.value = "ООО";
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }
        }
        listener(event);
      });
    } as typeof Worker.prototype.addEventListener;
  };
  const { page, context, faults } = await open("", { setUp });
  await page.getByRole("radio", { name: "Ответственные" }).check();
  await page.getByLabel("Пункт", { exact: true }).selectOption("2.1.3-1");
  await page.locator("[name=responsible][data-of='2.1.3-1']").waitFor();
  await page.getByLabel("Пункт", { exact: true }).selectOption("2.1.8");
  await page.locator("[name=responsible][data-of='2.1.8']").waitFor();
  expect(await page.locator("[name=responsible]").inputValue()).toBe("ООО");
  expect(faults).toEqual([]);
  await context.close();
});

describe("two tabs", () => {
  test.each([
    ["Взять тот", "20 сентября"],
    ["Оставить этот", "13 сентября"],
  ])("never write over each other unasked: %s", async (choice, stays) => {
    const { page, context, faults } = await open("?item=2.1.8");
    await moveTo(page, "13 сентября");
    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    expect(await other.locator("[name=deadline-text]").inputValue()).toBe("13 сентября");
    // A tab that only shows the same draft disturbs nobody.
    expect(await words(page, "[data-status]")).toContain("Черновик хранится");
    await moveTo(other, "20 сентября");
    await page.getByRole("button", { name: choice }).waitFor();
    expect(await page.locator("[name=deadline-text]").inputValue()).toBe("13 сентября");
    await page.getByRole("button", { name: choice }).click();
    await expect.poll(() => page.locator("[name=deadline-text]").inputValue(), patience).toBe(stays);
    await page.reload();
    await ready(page);
    expect(await page.locator("[name=deadline-text]").inputValue()).toBe(stays);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a plan that others have changed since", () => {
  const section = "2024/section-2.yaml";

  test("keeps their lines when a text that was written before is handed over", async () => {
    const { page, context } = await open("");
    await openFile(page, section);
    await rewriteFile(page, (text) => text.replace("6 сентября, on: 09-06", "13 сентября, on: 09-13"));
    await page.locator("[data-effect] .moves").first().waitFor();
    await changeMeanwhile(page, (text) => text.replace("до 24 мая, until: 05-24", "до 25 мая, until: 05-25"));
    await page.reload();
    await ready(page);
    await page.locator("[data-effect] .moves").first().waitFor();
    const { operations } = JSON.parse((await saved(page)).text) as { operations: { was: string; to: string }[] };
    expect(operations).toHaveLength(1);
    expect(operations[0]!.to).toContain("13 сентября, on: 09-13");
    expect(JSON.stringify(operations)).not.toContain("24 мая");
    await context.close();
  });

  test("says where they changed the same lines, and hands nothing over", async () => {
    const { page, context } = await open("");
    await openFile(page, section);
    await rewriteFile(page, (text) => text.replace("6 сентября, on: 09-06", "13 сентября, on: 09-13"));
    await page.locator("[data-effect] .moves").first().waitFor();
    await changeMeanwhile(page, (text) => text.replace("6 сентября, on: 09-06", "7 сентября, on: 09-07"));
    await page.reload();
    await ready(page);
    await page.locator(".noticed.bad", { hasText: "строки, которые вы меняли, с тех пор изменились" }).waitFor();
    await propose(page);
    await page.locator(".todo", { hasText: "Решите, чьё значение оставить" }).waitFor();
    expect(await page.locator("[data-done]").innerText()).toBe("");
    await context.close();
  });

  test("asks whose deadline stays, and takes the own one where that is chosen", async () => {
    const { page, context } = await open("?item=2.1.8");
    await moveTo(page, "13 сентября");
    await page.getByRole("button", { name: "Добавить ещё одну правку" }).click();
    await page.locator("[data-list] li").first().waitFor();
    await changeMeanwhile(page, (text) => text.replace("6 сентября, on: 09-06", "4 сентября, on: 09-04"));
    await page.reload();
    await ready(page);
    await page.locator("[data-list]", { hasText: "План с тех пор изменили" }).waitFor();
    expect(await words(page, "[data-list]")).toContain("4 сентября");
    await page.getByRole("button", { name: "Оставить моё" }).click();
    await page.locator("[data-effect] .moves").first().waitFor();
    expect((await saved(page)).text).toContain("13 сентября");
    await context.close();
  });

  test("with an error in it is told of; nothing is handed over on top of it", async () => {
    const { page, context, faults } = await openEditPage({
      browser: opened.browser,
      address: opened.address,
      query: "?item=2.1.1",
    });
    await changeMeanwhile(page, (text) => text.replace("6 сентября, on: 09-06", "6 сентября, on: 09-31"));
    await page.reload();
    await ready(page);
    await page.locator("[name=deadline-text]").fill("до 20 марта");
    await page.locator(".noticed.bad", { hasText: "09-31" }).waitFor();
    await propose(page);
    await page.locator(".todo", { hasText: "Исправьте то, из-за чего план не опубликовать" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
