import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { goldenPlan } from "../cases/golden-plan.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

const base = sourcesOf(join(casesFolder, "bad", "wording-names-party")).filter(
  ({ path }) => !path.endsWith("section-1.yaml"),
);
const section = (items: string): string => `section: { id: "1", number: I, title: Пособия }\nitems:\n${items}`;
const row = (cells: string): string =>
  `  - id: "1.1"\n    activity: Заказать пособия\n    deadline: { text: до 1 марта, until: 03-01 }\n${cells}`;
const compiled = (cells: string): { plans: unknown[]; codes: string[] } => {
  const text = section(row(cells));
  const { value, diagnostics } = compile([...base, { path: "plan/demo/2024/section-1.yaml", text }]);
  return { plans: value.plans.map(goldenPlan), codes: diagnostics.map(({ code }) => code) };
};

test.each<[what: string, words: string, list: string]>([
  ["labels with commas", "    responsible: Школа, Сад\n", "    responsible: [school, nursery]\n"],
  [
    "other words are kept for the document",
    "    responsible: Сад и Школа\n",
    "    responsible: [nursery, school]\n    responsible-text: Сад и Школа\n",
  ],
  ["words of several lines", "    responsible: >-\n      Школа,\n      Сад\n", "    responsible: [school, nursery]\n"],
  [
    "audiences, in lists too",
    "    control:\n      form: Отчёт\n      deadline:\n        text: 12 августа – Школа 9 сентября – Сад\n        each: [{ key: a, on: 08-12, audience: Школа }, { key: b, on: 09-09, audience: Сад }]\n",
    "    control:\n      form: Отчёт\n      deadline:\n        text: 12 августа – Школа 9 сентября – Сад\n        each: [{ key: a, on: 08-12, audience: [school] }, { key: b, on: 09-09, audience: [nursery] }]\n",
  ],
])("words give what lists give: %s", (_, words, list) => {
  const [asWords, asList] = [compiled(words), compiled(list)];
  expect(asList.codes.filter((code) => code !== "nobody-responsible")).toEqual([]);
  expect(asWords.plans).toHaveLength(1);
  expect(asWords).toEqual(asList);
});

test("parties stand in the place of words that mean something else", () => {
  const { plans, codes } = compiled(
    "    responsible: { text: Школа и библиотека, parties: [school, nursery], because: библиотека в саду }\n",
  );
  expect(codes).toEqual([]);
  expect(JSON.stringify(plans)).toContain('"school","nursery"');
});

test("words are not held to parties that could not be read", () => {
  const broken = base.map((source) =>
    source.path.endsWith("parties.yaml") ? { ...source, text: source.text.replace("id: nursery", "id: Сад") } : source,
  );
  const text = section(row("    responsible: Школа, Сад\n"));
  const { diagnostics } = compile([...broken, { path: "plan/demo/2024/section-1.yaml", text }]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["bad-slug"]);
});
