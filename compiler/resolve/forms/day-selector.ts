import { civilOf, dayOf, daysInMonth, weekdayOf, type Day } from "../../calendar/day.ts";
import { lastWeekOf, parseDaySelector, type DaySelector } from "../../calendar/day-selector.ts";
import type { Context } from "../context.ts";
import { daysOff } from "../days.ts";
import type { UnkeyedWindow } from "../resolution.ts";
import type { RuleSite } from "../rule-site.ts";
import type { SkippedDay, TraceStep } from "../model.ts";

/** The days that a selector names in a unit, as a window's bounds, with the steps that lead to them. */
export type SelectedDays = Pick<UnkeyedWindow, "shape" | "trace"> & {
  readonly start: Day;
  readonly end: Day;
  readonly roll: NonNullable<UnkeyedWindow["roll"]>;
};

type PickName = Extract<TraceStep, { readonly step: "pick" }>["pick"];

const oneDay = (
  day: Day,
  pick: PickName,
  roll: SelectedDays["roll"],
  skipped: readonly SkippedDay[] = [],
): SelectedDays => ({
  start: day,
  end: day,
  shape: "day",
  roll,
  trace: [{ step: "pick", pick, day, skipped }],
});

/** The n-th working day of an interval from its start, or from its end (n < 0); undefined when it has fewer. */
function workingDay(
  n: number,
  { start, end }: { start: Day; end: Day },
  site: RuleSite,
  context: Context,
): SelectedDays | undefined {
  const { calendar } = context;
  if (n < 0) {
    const last = context.orReport(calendar.previousWorking(end), site);
    const day = last === undefined || n === -1 ? last : context.orReport(calendar.addWorkingDays(last, n + 1), site);
    // A week of holidays has none.
    return day === undefined || day < start
      ? undefined
      : oneDay(day, n === -1 ? "last-working-day" : "nth-last-working-day", "named", daysOff(calendar, day + 1, end));
  }
  const first = context.orReport(calendar.nextWorking(start), site);
  const day = first === undefined || n === 1 ? first : context.orReport(calendar.addWorkingDays(first, n - 1), site);
  return day === undefined || day > end
    ? undefined
    : oneDay(day, n === 1 ? "first-working-day" : "nth-working-day", "named", daysOff(calendar, start, day - 1));
}

/** The first n working days of an interval, or the last −n; undefined when it has fewer. */
function workingDays(
  n: number,
  interval: { start: Day; end: Day },
  site: RuleSite,
  context: Context,
): SelectedDays | undefined {
  const near = workingDay(Math.sign(n), interval, site, context);
  const far = workingDay(n, interval, site, context);
  if (near === undefined || far === undefined) return undefined;
  const [start, end] = n > 0 ? [near.start, far.end] : [far.start, near.end];
  const skipped = daysOff(context.calendar, start, end);
  const pick = n > 0 ? "first-working-days" : "last-working-days";
  return {
    start,
    end,
    shape: "range",
    roll: "named",
    trace: [{ step: "pick", pick, day: n > 0 ? end : start, skipped }],
  };
}

/** The last week of a month or a longer unit, in the sense that the rule says. */
function lastWeek(
  which: Extract<DaySelector, { kind: "last-week" }>["which"],
  { end: last }: { start: Day; end: Day },
): SelectedDays {
  const [start, end] = lastWeekOf(which, last);
  const pick = ({ "seven-days": "last-7-days", whole: "last-full-week", "holding-the-end": "last-week" } as const)[
    which
  ];
  return { start, end, shape: "range", roll: "named", trace: [{ step: "pick", pick, day: end, skipped: [] }] };
}

/** A weekday of a week, or the n-th one of a longer unit (−1: the last); every month has four of each. */
function weekday(asked: number, nth: number | undefined, { start, end }: { start: Day; end: Day }): SelectedDays {
  const day =
    nth === -1
      ? end - ((weekdayOf(end) - asked + 7) % 7)
      : start + ((asked - weekdayOf(start) + 7) % 7) + 7 * ((nth ?? 1) - 1);
  return oneDay(day, "weekday", "named");
}

/** Days of the month that an interval begins with; undefined for a day that the month does not have (31 April). */
function daysOfMonth(from: number, to: number | "last", start: Day): { start: Day; end: Day } | undefined {
  const { year, month } = civilOf(start);
  const last = daysInMonth(year, month);
  if (from > last) return undefined;
  return { start: dayOf(year, month, from), end: dayOf(year, month, to === "last" ? last : Math.min(to, last)) };
}

/** Returns the days of a unit or interval that a selector names; undefined when it has none. */
export function selectDays(
  word: string | number,
  interval: { readonly start: Day; readonly end: Day },
  site: RuleSite,
  context: Context,
): SelectedDays | undefined {
  const selector = parseDaySelector(word);
  switch (selector?.kind) {
    case undefined:
      return undefined;
    case "last-day":
      return oneDay(interval.end, "last-day", "last-day");
    case "first-day-after":
      return oneDay(interval.end + 1, "first-day-after", "first-day-after");
    case "working-day":
      return workingDay(selector.n, interval, site, context);
    case "working-days":
      return workingDays(selector.n, interval, site, context);
    case "last-week":
      return lastWeek(selector.which, interval);
    case "weekday":
      return weekday(selector.weekday, selector.nth, interval);
    case "day": {
      const found = daysOfMonth(selector.day, selector.day, interval.start);
      return found && oneDay(found.start, "day-of-month", "named");
    }
    case "days": {
      const found = daysOfMonth(selector.from, selector.to, interval.start);
      return found && { ...found, shape: "range", roll: "named", trace: [{ step: "named", form: "range", ...found }] };
    }
  }
}
