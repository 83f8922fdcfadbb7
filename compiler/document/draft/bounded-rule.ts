import { shortDay } from "../../calendar/bounds.ts";
import { civilOf, isoDate, parseDate } from "../../calendar/day.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import type { Deadline } from "../../generated/types.ts";
import { phraseLanguages } from "../../phrase/languages.ts";
import { allForms } from "../../resolve/forms/all.ts";
import { resolveStandalone } from "../../resolve/standalone-rule.ts";
import { namesIn } from "../../rule/visit-rule.ts";
import type { DatedDeadline, DatedWindow, DatingSetting } from "./dated.ts";

const windowKey = ({ start, end, conditional }: DatedWindow): string => `${start ?? ""} ${end} ${conditional ?? ""}`;

/** Returns the rule of a deadline where a plan of these bounds gives it just the days that were found; undefined elsewhere. */
export function ruleInBounds(
  { rule, windows }: DatedDeadline,
  { bounds, policy, periods }: DatingSetting,
): Deadline | undefined {
  if (rule === undefined || namesIn(rule).events.length > 0) return undefined;
  const days = { from: parseDate(bounds.from)!, to: parseDate(bounds.to)! };
  const { value, diagnostics } = resolveStandalone(rule, {
    ...policy,
    year: civilOf(days.from).year,
    bounds: days,
    forms: allForms,
    periods: [...periods, ...phraseLanguages.ru.knownPeriods],
  });
  if (value?.state !== "dated" || diagnostics.some(({ code }) => severityOf(code) === "error")) return undefined;
  const given = value.windows.map(({ start, end, conditional }) =>
    windowKey({ start: start === null ? null : isoDate(start), end: isoDate(end), conditional }),
  );
  return given.sort().join() === windows.map(windowKey).sort().join() ? rule : undefined;
}

/** A rule of more dates is no rule that anybody reads. */
const mostDates = 40;

/** Returns days as a rule that names them all, without their year where the plan has each day once; undefined for too many. */
export function explicitRule(windows: readonly DatedWindow[], { bounds }: DatingSetting): Deadline | undefined {
  if (windows.length === 0 || windows.length > mostDates) return undefined;
  const days = { from: parseDate(bounds.from)!, to: parseDate(bounds.to)! };
  const day = (text: string): string => shortDay(text, days);
  const rules = windows.map(({ start, end }) =>
    start === null ? { until: day(end) } : start === end ? { on: day(end) } : { from: day(start), to: day(end) },
  );
  return rules.length === 1 ? rules[0] : { each: rules };
}
