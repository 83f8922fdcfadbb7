/** Names that were renamed in the same change are put right everywhere, and duties are given to nobody else. */
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { renamingsSince } from "../../compiler/diff/renamings.ts";
import { applyFixes } from "../../compiler/edit/fix.ts";
import { load } from "../../compiler/load/load.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { baseWith } from "./plans.ts";

const parties = (...rows: readonly string[]): string =>
  `parties:\n${["{ id: inspector, label: Инспектор, name: Инспектор }", ...rows].map((each) => `  - ${each}\n`).join("")}`;
const doo = "{ id: doo, label: ДОО, name: Детские сады }";
const camps = (id: string): string => `{ id: ${id}, label: ДОЛ, name: Детские лагеря }`;
const plan = (...rows: readonly string[]): SourceFile[] =>
  baseWith({
    "demo/glossary.yaml": 'title: "Сокращения:"\nterms:\n  - { term: ДОЛ, meaning: лагерь, party: dol }\n',
    "demo/parties.yaml": parties(...rows),
    "demo/2024/section-1.yaml": `section: { id: "1", number: I, title: Пособия }
items:
  - { id: "1.1", activity: Заказать, deadline: { text: апрель, month: 4 }, responsible: [dol, doo] }
  - { id: "1.2", activity: Сверить, deadline: { text: апрель, month: 4 }, responsible: [dol] }
`,
  });

/** The replacements that are made in a plan after an earlier one, or without one. */
function fixes(now: readonly SourceFile[], before?: readonly SourceFile[]): string[] {
  const { value, diagnostics } = compile(now);
  const known = before && renamingsSince(load(before).value, value.workspace);
  return applyFixes(now, diagnostics, known).made.map(({ was, text }) => `${was} → ${text}`);
}

test("a party that has another name now gets it wherever it is named", () => {
  expect(fixes(plan(doo, camps("camps")), plan(doo, camps("dol")))).toEqual(
    Array.from({ length: 3 }, () => "dol → camps"),
  );
});

test("a party that is gone, or may be any of two, is not guessed", () => {
  expect(fixes(plan(doo), plan(doo, camps("dol")))).toEqual([]);
  expect(fixes(plan(doo, camps("camps"), camps("camp")), plan(doo, camps("dol")))).toEqual([]);
  expect(fixes(plan(doo, "{ id: camps, label: Лагеря, name: Лагеря }"), plan(doo, camps("dol")))).toEqual([]);
});

test("a name that was one is no slip of the hand, however near another is", () => {
  const once = (sources: readonly SourceFile[]): SourceFile[] =>
    sources.map((source) => ({
      ...source,
      text: source.text.replace("[dol, doo]", "[doo]").replace(", party: dol", ""),
    }));
  expect(fixes(once(plan(doo)), plan(doo, camps("dol")))).toEqual([]);
});

test("a slip of one letter beside names that stay is put right", () => {
  const slip = plan(doo, camps("dol")).map((source) => ({
    ...source,
    text: source.text.replace("responsible: [dol]", "responsible: [insector]"),
  }));
  expect(fixes(slip, plan(doo, camps("dol")))).toEqual(["insector → inspector"]);
});

test("events are renamed in their own year", () => {
  const events = (id: string): SourceFile[] =>
    baseWith({
      "demo/2024/events.yaml": `events:\n  - { id: ${id}, title: утверждение формы, scope: public }\n`,
      "demo/2024/section-1.yaml": `section: { id: "1", number: I, title: Пособия }
items:
  - { id: "1.1", activity: Заказать, responsible: [school], deadline: { text: в день утверждения формы, on-day-of: form-approved } }
  - { id: "1.2", activity: Сверить, responsible: [school], deadline: { text: в день утверждения формы, on-day-of: form-approved } }
`,
    });
  expect(fixes(events("form-ratified"), events("form-approved"))).toEqual(
    Array.from({ length: 2 }, () => "form-approved → form-ratified"),
  );
});
