import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import { describe, expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { compile } from "../../compiler/compile.ts";
import { allForms } from "../../compiler/resolve/forms/all-forms.ts";
import { resolveStandalone } from "../../compiler/resolve/standalone-rule.ts";
import { knownPeriods } from "../../compiler/phrase/ru/known-periods.ts";
import { interpretPhrase } from "../../compiler/phrase/read.ts";
import { plan2024 } from "../plan-files.ts";
import type { Known } from "./known-phrase.ts";
import { days, lastDays, months, stretches } from "./phrases-dated.ts";
import { countedFrom, recurring, states } from "./phrases-recurring.ts";
import { ambiguous, timed, unreadable } from "./phrases-refused.ts";

const year = 2024;
const { calendar, rules } = compile(plan2024()).value.plans[0]!;

function datesOf(rule: object, event: string | undefined): string[] {
  const tried = event === undefined ? undefined : { day: parseDate(event)! };
  const { value, diagnostics } = resolveStandalone(rule, {
    year,
    calendar,
    rules,
    forms: allForms,
    periods: knownPeriods,
    tried,
  });
  expect(diagnostics.filter(({ code }) => severityOf(code) !== "info")).toEqual([]);
  return (value?.windows ?? []).map(({ start, end }) => `${start === null ? "" : isoDate(start)}/${isoDate(end)}`);
}

const tables: Readonly<Record<string, readonly Known[]>> = {
  days,
  stretches,
  lastDays,
  months,
  recurring,
  countedFrom,
  states,
};

describe.each(Object.entries(tables))("%s", (_, table) => {
  test.each(table.map((entry) => [entry.phrase, entry] as const))("%s", (phrase, { rule, windows, count, event }) => {
    const { interpretations, fault } = interpretPhrase(phrase, { year });
    expect(fault).toBeUndefined();
    expect(interpretations?.map((interpretation) => interpretation.rule)).toEqual([rule]);
    if (windows === undefined) return;
    const found = datesOf(rule, event);
    expect(found.slice(0, windows.length)).toEqual(windows);
    expect(found.length).toBe(count);
  });
});

test.each(ambiguous)("both readings of «$phrase»", ({ phrase, rules: expected }) => {
  const { interpretations } = interpretPhrase(phrase, { year });
  expect(interpretations?.map(({ rule }) => rule)).toEqual(expected);
});

test.each(unreadable)("«$phrase» is refused at the word", ({ phrase, code, word, nearest, year: other = year }) => {
  const { fault } = interpretPhrase(phrase, { year: other });
  expect(fault).toMatchObject({ code, word });
  expect(phrase.slice(fault!.at, fault!.at + word.length)).toBe(word);
  if (nearest !== undefined) expect(fault?.nearest ?? null).toBe(nearest);
  if (fault?.nearest !== undefined) expect(interpretPhrase(fault.nearest, { year: other }).fault).toBeUndefined();
});

test.each(timed)("«%s» is refused for its time of day", (phrase) => {
  expect(interpretPhrase(phrase, { year }).fault).toMatchObject({ code: "clock" });
});

test("a party named twice is one addressee", () => {
  const names = {
    events: [],
    periods: [],
    parties: [
      { id: "doo", label: "ДОО" },
      { id: "oo", label: "ОО" },
    ],
  };
  expect(interpretPhrase("23 августа – ДОО, ОО, ОО", { year, names }).interpretations?.map(({ rule }) => rule)).toEqual(
    [{ on: "08-23", audience: ["doo", "oo"] }],
  );
});

test("there are phrases enough", () => {
  expect(Object.values(tables).flat().length + ambiguous.length + unreadable.length).toBeGreaterThan(200);
});
