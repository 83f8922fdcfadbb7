/** Several deadlines as one rule, and the years that they have together. */
import type { Deadline } from "../../generated/types.ts";
import type { GrammarMatch } from "../engine/match.ts";
import { oneOrMany, plain, together, type Interpretation } from "../interpretation.ts";
import { sharedLimits, type Limit } from "./limits.ts";
import { yearsOfList, type Dated } from "./list-years.ts";
import { dayInYear, dayText, type NamedDay } from "./named-day.ts";

const isPlainList = (deadline: Deadline): boolean => deadline.each !== undefined && Object.keys(deadline).length === 1;

/** Several deadlines as one rule; nested lists are flattened. */
export const asList = (rules: readonly Deadline[]): Deadline =>
  rules.length === 1
    ? rules[0]!
    : { each: rules.flatMap((deadline) => (isPlainList(deadline) ? deadline.each! : [deadline])) };

const limited = ({ on, ...more }: Deadline, limit: Limit): Deadline =>
  asList([on ?? []].flat().map((day) => ({ [limit]: day, ...more })));

/** What several deadlines mean together: as they stand, and with the «до» or «с» of one shared by the named days after it. */
export function severalTogether(
  parts: readonly (readonly Interpretation[])[],
  join: (rules: readonly Deadline[]) => Deadline,
): readonly Interpretation[] {
  const apart = together(parts, join);
  const limits = sharedLimits(parts.map((readings) => readings[0]!.rule));
  const sharing = parts.map((readings, index): readonly Interpretation[] => {
    const limit = limits[index];
    return limit === undefined || readings[0]!.exact === true
      ? readings
      : readings.map((reading) => ({ ...reading, rule: limited(reading.rule, limit) }));
  });
  return sharing.every((readings, index) => readings === parts[index]) ? apart : [...apart, ...together(sharing, join)];
}

/** «именно 1 июня»: days that no limit before them holds for; other deadlines are left out. */
export const asExact = (readings: readonly Interpretation[]): readonly Interpretation[] =>
  readings.flatMap((reading) => (reading.rule.on === undefined ? [] : [{ ...reading, exact: true }]));

const written = /^(?:(\d{4})-)?(\d{2})-/;

/** The first day or month that a rule names, and its year where it says one. */
function dateIn({ until, on, from, month }: Deadline): Dated | undefined {
  if (month !== undefined) return { month: Number.parseInt(String([month].flat()[0]), 10), year: undefined };
  const text = from ?? [on].flat()[0] ?? until;
  const parts = typeof text === "string" ? written.exec(text) : null;
  return parts === null
    ? undefined
    : { month: Number(parts[2]), year: parts[1] === undefined ? undefined : Number(parts[1]) };
}

/** «до 20 января следующего года» is a day of the year after the plan's. */
function absolute(rule: Deadline, planYear: number): Deadline {
  const { every, ...more } = rule;
  if (typeof every !== "object" || every.unit !== "year" || every.of !== "following" || typeof every.until !== "string")
    return rule;
  return { until: `${planYear + 1}-${every.until}`, ...more };
}

/** A rule of days or months without a year, in a year. */
function inYear(rule: Deadline, year: number): Deadline {
  const { until, on, from, to, month, ...more } = rule;
  if (month !== undefined) {
    const spans = [month].flat().map((entry) => {
      const [first = "", last = first] = String(entry)
        .split("-")
        .map((text) => text.padStart(2, "0"));
      return { from: dayInYear(`${first}-01`, year), to: dayInYear(`${last}-last`, year), ...more };
    });
    return asList(spans);
  }
  return {
    ...(from === undefined ? {} : { from: dayInYear(from, year) }),
    ...(to === undefined ? {} : { to: dayInYear(to, year) }),
    ...(typeof until === "string" ? { until: dayInYear(until, year) } : {}),
    ...(on === undefined ? {} : { on: oneOrMany([on].flat().map((text) => dayInYear(text, year))) }),
    ...more,
  };
}

/** The interpretations of a list with the years that its members have together. */
export function inTime(readings: readonly Interpretation[], planYear: number | undefined): readonly Interpretation[] {
  if (planYear === undefined) return readings;
  return readings.flatMap((reading): readonly Interpretation[] => {
    const rules = reading.rule.each?.map((rule) => absolute(rule, planYear));
    const dates = rules?.map(dateIn);
    if (rules === undefined || !dates!.every((entry) => entry !== undefined)) return [reading];
    return yearsOfList(dates, planYear, true).map((years) => ({
      ...reading,
      rule: asList(
        rules.map((rule, index) =>
          years[index] === dates[index]!.year || years[index] === undefined || years[index] === planYear
            ? rule
            : inYear(rule, years[index]),
        ),
      ),
    }));
  });
}

/** Dated deadlines one after another, as one list. */
export const datedTogether = (
  parts: readonly (readonly Interpretation[])[],
  planYear: number | undefined,
): readonly Interpretation[] => (parts.length === 1 ? parts[0]! : inTime(together(parts, asList), planYear));

/** How many days or months a rule lists. */
const lengthOf = ({ each, on, month }: Deadline): number =>
  each === undefined ? [on ?? month ?? 0].flat().length : each.reduce((sum, rule) => sum + lengthOf(rule), 0);

/** Dated deadlines after how often there is one: several, or one in brackets at the end of a match, decide alone. */
export const spelledOut = (
  readings: readonly Interpretation[],
  count: number | undefined,
  { state, to }: GrammarMatch,
): readonly Interpretation[] =>
  readings.filter(({ rule }) => {
    if (count !== undefined && count > 1 && count !== lengthOf(rule)) return false;
    const isSeveral = [rule.on, rule.month, rule.each].some((list) => Array.isArray(list));
    return isSeveral || (state.tokens[to - 1]!.kind === "close" && rule.from === undefined && rule.until === undefined);
  });

/** «до 1 марта»; «до 1 марта следующего года» (`isAhead`) depends on the plan's year, which a year in figures does not. */
export function untilDays(
  lists: readonly (readonly NamedDay[])[],
  isAhead: boolean,
  planYear: number | undefined,
): readonly Interpretation[] {
  const [first, ...others] = lists[0]!;
  if (first !== undefined && others.length === 0 && isAhead)
    return plain({
      every: { unit: "year", until: dayText({ ...first, year: undefined }, undefined), of: "following" },
    });
  return plain(...lists.map((list) => asList(list.map((named) => ({ until: dayText(named, planYear) })))));
}
