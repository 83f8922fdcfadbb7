/** English phrases, each held to the windows that its words mean: english.txt by hand, english-cases.json from another hand. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { isError } from "../../compiler/compile.ts";
import { settledInterpretation } from "../../compiler/phrase/interpretation.ts";
import { interpretPhrase, type Interpretation } from "../../compiler/phrase/read.ts";
import { allForms } from "../../compiler/resolve/forms/all-forms.ts";
import { resolveStandalone } from "../../compiler/resolve/standalone-rule.ts";
import { britishCalendar as calendar, plainRules as rules } from "./british-days.ts";
import { tableRows } from "./table-rows.ts";

interface Meaning {
  readonly state: string;
  /** A window's bounds; null is an open start. */
  readonly windows: readonly (readonly [start: string | null, end: string])[];
}

/** What a reading gives in a year; the codes of the errors where it gives nothing. */
function meaningOf({ rule }: Interpretation, year: number, event: string | undefined): Meaning | string {
  const tried = event === undefined ? undefined : { day: parseDate(event)! };
  const { value, diagnostics } = resolveStandalone(rule, { year, calendar, rules, forms: allForms, tried });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0 || value === null) return errors.map(({ code }) => code).join(" ");
  return {
    state: value.state,
    windows: value.windows.map(({ start, end }) => [start === null ? null : isoDate(start), isoDate(end)]),
  };
}

/** What a phrase was found to be, in the notation of the table. */
function found(phrase: string, event: string | undefined): string {
  const { interpretations, fault } = interpretPhrase(phrase, { year: 2024, language: "en" });
  if (fault !== undefined) return `!${fault.code}`;
  const settled = settledInterpretation(interpretations);
  if (settled === undefined) return "?";
  const meaning = meaningOf(settled, 2024, event);
  if (typeof meaning === "string") return `!${meaning}`;
  const windows = meaning.windows.map(([start, end]) => (start === end ? end : `${start ?? ".."}/${end}`));
  return windows.length === 0 ? meaning.state : windows.join(" ");
}

describe("english.txt", () => {
  const rows = tableRows("english.txt");

  test.each(rows)("$phrase → $expected", ({ phrase, event, expected }) => {
    const answer = found(phrase, event);
    if (expected === "ask") return expect(answer).toMatch(/^(?:!|\?$)/);
    if (expected === "!") return expect(answer).toMatch(/^!/);
    const [first, count] = expected.split(" … ");
    if (count === undefined) return expect(answer).toBe(expected);
    expect(answer.startsWith(`${first!} `), answer).toBe(true);
    expect(answer.split(" ").length).toBe(Number(count));
  });

  test("the table is read whole", () => expect(rows.length).toBeGreaterThan(400));
});

interface Case {
  readonly phrase: string;
  readonly year?: number;
  readonly event?: string;
  /** The windows that are right; null is none. */
  readonly accept: readonly (Meaning["windows"] | null)[];
  readonly states: readonly string[];
}

test.each([
  ["by 12 Febuary 2024", "by 12 February 2024"],
  ["on Mondey of each week", "on Monday of each week"],
  ["within 5 wroking days of receipt", "within 5 working days of receipt"],
  ["31 June", "30 June"],
  ["every three months", "quarterly"],
  ["twice a month", undefined],
])("%s: what is proposed instead", (phrase, nearest) => {
  expect(interpretPhrase(phrase, { year: 2024, language: "en" }).fault?.nearest).toBe(nearest);
});

test.each([
  ["17:00 on 12 June 2024 (Brussels time)", "17:00", "Europe/Brussels"],
  ["by 5 p.m. Eastern Time on September 30, 2024", "17:00", "America/New_York"],
  ["19:00 PDT Thursday 13 June 2024 / 02:00 UTC Friday 14 June 2024", "19:00", "America/Los_Angeles"],
  ["before 12:00 noon on 3 May 2024", "12:00", undefined],
  ["3 June at 10.30 am", "10:30", undefined],
  ["3 June from 9:00 to 17:00 UK time", "09:00-17:00", "Europe/London"],
  ["every Tuesday at 3 pm local time", "15:00", undefined],
  ["by noon UTC on the first working day of each month", "12:00", "UTC"],
])("%s: the time and the zone", (phrase, at, zone) => {
  const { interpretations } = interpretPhrase(phrase, { year: 2024, language: "en" });
  expect(interpretations?.map(({ rule }) => [rule.at, rule.zone])).toEqual([[at, zone]]);
});

describe("english-cases.json", () => {
  const cases = JSON.parse(readFileSync(join(import.meta.dirname, "english-cases.json"), "utf8")) as readonly Case[];

  test.each(cases)("$phrase", ({ phrase, year = 2024, event, accept, states }) => {
    const { interpretations } = interpretPhrase(phrase, { year, language: "en" });
    const settled = interpretations && settledInterpretation(interpretations);
    const meaning = settled && meaningOf(settled, year, event);
    const isAsked = meaning === undefined || typeof meaning === "string";
    expect(states).toContain(isAsked ? "error" : meaning.state);
    expect(accept).toContainEqual(isAsked || meaning.windows.length === 0 ? null : meaning.windows);
  });

  test("the cases are read whole", () => expect(cases.length).toBe(125));
});
