import { homeYear, shortDay } from "../../calendar/bounds.ts";
import { civilOf, isoDate, parseDate, type Day } from "../../calendar/day.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import type { Deadline } from "../../generated/types.ts";
import { interpretPhrase } from "../../phrase/read.ts";
import { phraseLanguageOf, phraseLanguages } from "../../phrase/languages.ts";
import { allForms } from "../../resolve/forms/all-forms.ts";
import { resolveStandalone } from "../../resolve/standalone-rule.ts";
import { namesIn } from "../../rule/visit-rule.ts";
import type { DatedDeadline, DatedWindow, DatingSetting } from "./dated.ts";

const windowKey = ({ start, end, conditional }: DatedWindow): string => `${start ?? ""} ${end} ${conditional ?? ""}`;

const daysOf = ({ bounds }: Pick<DatingSetting, "bounds">): { readonly from: Day; readonly to: Day } => ({
  from: parseDate(bounds.from)!,
  to: parseDate(bounds.to)!,
});

/** A rule whose days have no year where the plan has each day once. */
const withoutYears = (rule: Deadline, bounds: { readonly from: Day; readonly to: Day }): Deadline =>
  JSON.parse(
    JSON.stringify(rule, (key, value: unknown) =>
      typeof value === "string" && key !== "external" && key !== "subject" && key !== "if"
        ? shortDay(value, bounds)
        : value,
    ),
  ) as Deadline;

/** Whether a plan of the setting's bounds gives a rule just these days. */
function gives(rule: Deadline, windows: readonly DatedWindow[], setting: DatingSetting): boolean {
  const bounds = daysOf(setting);
  const { value, diagnostics } = resolveStandalone(rule, {
    ...setting.policy,
    year: civilOf(bounds.from).year,
    bounds,
    forms: allForms,
    periods: [...setting.periods, ...phraseLanguages.ru.knownPeriods],
  });
  if (value?.state !== "dated" || diagnostics.some(({ code }) => severityOf(code) === "error")) return false;
  const given = value.windows.map(({ start, end, conditional }) =>
    windowKey({ start: start === null ? null : isoDate(start), end: isoDate(end), conditional }),
  );
  return given.sort().join() === windows.map(windowKey).sort().join();
}

/**
 * Returns the rule of a phrase, as it reads in a plan of these bounds or in the year that its days were found in, where the plan
 * gives it just the days that were found; undefined elsewhere.
 */
export function ruleInBounds(
  phrase: string,
  { rule, windows }: DatedDeadline,
  setting: DatingSetting,
): Deadline | undefined {
  const bounds = daysOf(setting);
  const language = phraseLanguageOf(phrase);
  const read =
    interpretPhrase(phrase, { year: homeYear(bounds), names: setting.names, language }).interpretations ?? [];
  return [...read.map((each) => each.rule), ...(rule === undefined ? [] : [rule])]
    .filter((each) => namesIn(each).events.length === 0)
    .map((each) => withoutYears(each, bounds))
    .find((each) => gives(each, windows, setting));
}

/** A rule of more dates is no rule that anybody reads. */
const mostDates = 40;

/** Returns days as a rule that names them all, without their year where the plan has each day once; undefined for too many. */
export function explicitRule(windows: readonly DatedWindow[], setting: DatingSetting): Deadline | undefined {
  if (windows.length === 0 || windows.length > mostDates) return undefined;
  const days = daysOf(setting);
  const day = (text: string): string => shortDay(text, days);
  const rules = windows.map(({ start, end }) =>
    start === null ? { until: day(end) } : start === end ? { on: day(end) } : { from: day(start), to: day(end) },
  );
  return rules.length === 1 ? rules[0] : { each: rules };
}
