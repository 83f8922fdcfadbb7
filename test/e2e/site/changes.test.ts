import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourceFile } from "../../../compiler/source/span.ts";
import { readPlan, repository, shippedFiles } from "../../plan-files.ts";
import { buildForTest, type BuiltSite } from "./built-site.ts";
import { brokenLinks } from "./links.ts";
import { wordsOf } from "./page-text.ts";
import { planFolder, playedLedgers } from "./plan-folder.ts";

const amendment = 'amendments: [{ id: march, date: 2024-03-01, number: "48", title: Об изменении плана }]\n';

/** The corpus' base plan with these rows and, after its first publication, an amendment. */
function planOf(items: string, order = ""): SourceFile[] {
  const base = readPlan(join(repository, "test", "cases", "base", "plan"), (path) => path.startsWith("demo/"));
  const shared = shippedFiles();
  const files = new Map([...shared, ...base].map(({ path, text }) => [path, text]));
  files.set("plan/demo/2024/section-1.yaml", `section: { id: "1", number: I, title: Пособия }\nitems:\n${items}\n`);
  files.set("plan/demo/2024/order.yaml", `${files.get("plan/demo/2024/order.yaml")!}${order}`);
  return [...files].map(([path, text]) => ({
    path,
    text: path.endsWith("series.yaml")
      ? text.replace("calendar: base", "calendar: ru").replace("rules: base", "rules: ru-gk")
      : text,
  }));
}

const order = (to: string, more = ""): string =>
  `  - { id: "1.1", activity: Заказать пособия, responsible: [school], deadline: { text: до ${to.endsWith("08-30") ? "30 августа" : "2 сентября"}, until: ${to} }${more} }`;
const monthly = (more = ""): string =>
  `  - { id: "1.2", activity: Сверить, responsible: [school], deadline: { text: ежемесячно, every: month }${more} }`;
const gone = ", amended-by: [march], withdrawn: { reason: сверять больше нечего }";
const steps: readonly (readonly [string, SourceFile[]])[] = [
  ["2024-02-01", planOf(`${order("08-30")}\n${monthly()}`)],
  ["2024-03-05", planOf(`${order("09-02", ", amended-by: [march]")}\n${monthly(gone)}`, amendment)],
];

let site: BuiltSite;
let plan: string;
beforeAll(async () => {
  plan = planFolder([...steps.at(-1)![1], ...playedLedgers(steps)]);
  site = await buildForTest({ plan });
});
afterAll(() => {
  site.remove();
  rmSync(dirname(plan), { recursive: true, force: true });
});

const textOf = (path: string): string => wordsOf(site.read(path));

describe("a plan that was amended after its publication", () => {
  test("the page of changes says what moved, from when to when, for whom, why, and leads to the item", () => {
    const page = textOf("changes/index.html");
    for (const text of [
      "5 марта 2024 года",
      "п. 1.1, срок: дата перенесена",
      "пт 30 августа 2024 года → пн 2 сентября 2024 года",
      "Школа",
      "Основание: Об изменении плана (1 марта 2024 года № 48)",
      "п. 1.2, срок: отменено",
      "Ещё 6 дат",
      "План на 2024 год изменён. Об изменении плана (1 марта 2024 года, № 48) Изменены пункты: 1.1 , 1.2 .",
      "Опубликован план 2024 года",
    ])
      expect(page).toContain(text);
    expect(page.indexOf("дата перенесена")).toBeLessThan(page.indexOf("Опубликован план"));
    expect(page).not.toMatch(/не публиковались|не изменилась/);
    expect(site.read("changes/index.html")).toContain('href="/2024/items/1.1/"');
  });

  test("the home page shows the newest of it", () => expect(textOf("index.html")).toContain("дата перенесена"));

  test("an item has its history, a withdrawn one says so wherever it stands", () => {
    expect(textOf("2024/items/1.1/index.html")).toMatch(
      /утверждён\. Изменён приказом от 1 марта 2024 года № 48: Об изменении плана\..*пт 30 августа 2024 года → пн 2 сентября/,
    );
    expect(textOf("2024/items/1.2/index.html")).toContain("Пункт исключён: сверять больше нечего.");
    for (const path of ["2024/document/index.html", "2024/sections/1/index.html"])
      expect(textOf(path), path).toContain("исключён: сверять больше нечего");
    expect(textOf("roles/school/2024-02/index.html")).toContain("весь февраль срок 1.2 Сверить");
    for (const path of site.files.filter((each) => /^roles\/school\/.*\.html$/.test(each)))
      expect(textOf(path), path).not.toContain("весь март срок");
  });

  test("the document names its edition", () =>
    expect(textOf("2024/document/index.html")).toContain(
      "с изменениями: Об изменении плана (1 марта 2024 года, № 48)",
    ));

  test("no link is broken", () => expect(brokenLinks(site)).toEqual([]));
});
