/** The phrases of officials.txt and of unfamiliar.txt, each held to the windows that its words mean. */
import { describe, expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { allForms } from "../../compiler/resolve/forms/all-forms.ts";
import { resolveStandalone } from "../../compiler/resolve/standalone-rule.ts";
import { knownPeriods } from "../../compiler/phrase/ru/known-periods.ts";
import { settledInterpretation } from "../../compiler/phrase/interpretation.ts";
import { namesOf } from "../../compiler/phrase/plan-names.ts";
import { interpretPhrase, type Interpretation } from "../../compiler/phrase/read.ts";
import { plan2024 } from "../plan-files.ts";
import { tableRows } from "./table-rows.ts";

const year = 2024;
const { calendar, rules, series, plan } = compile(plan2024()).value.plans[0]!;
const names = { ...namesOf(series, plan), events: [] };
/** No phrase of the table leans on a row, and each is resolved with all rows of its plan. */
const withoutRows = { series, plan: { ...plan, items: [] } };

function datesOf({ rule }: Interpretation, event: string | undefined): string {
  const tried = event === undefined ? undefined : { day: parseDate(event)! };
  const { value, diagnostics } = resolveStandalone(rule, {
    year,
    calendar,
    rules,
    forms: allForms,
    plan: withoutRows,
    periods: knownPeriods,
    tried,
  });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0 || value === null) return errors.map(({ code }) => code).join(" ");
  const windows = value.windows.map(({ start, end }) =>
    start === end ? isoDate(end) : `${start === null ? ".." : isoDate(start)}/${isoDate(end)}`,
  );
  return windows.length === 0 ? value.state : windows.join(" ");
}

/** What a phrase was found to be, in the notation of the table. */
function found(phrase: string, event: string | undefined): string {
  const { interpretations, fault } = interpretPhrase(phrase, { year, names });
  if (fault !== undefined) return `!${fault.code}`;
  const settled = settledInterpretation(interpretations);
  return settled === undefined ? "?" : `${interpretations.length > 1 ? "~" : ""}${datesOf(settled, event)}`;
}

describe.each([
  ["officials.txt", 700],
  ["unfamiliar.txt", 560],
] as const)("%s", (table, least) => {
  const rows = tableRows(table);

  test.each(rows)("$phrase → $expected", ({ phrase, event, expected }) => {
    const answer = found(phrase, event);
    if (expected === "ask") return expect(answer).toMatch(/^(?:!|\?$)/);
    if (expected === "!") return expect(answer).toMatch(/^!/);
    const [first, count] = expected.split(" … ");
    if (count === undefined) return expect(answer).toBe(expected);
    expect(answer.startsWith(`${first!} `), answer).toBe(true);
    expect(answer.split(" ").length).toBe(Number(count));
  });

  test("the table is read whole", () => expect(rows.length).toBeGreaterThan(least));
});
