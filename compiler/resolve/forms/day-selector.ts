import { civilOf, dayOf, daysInMonth, weekdayOf, type Day } from "../../calendar/day.ts";
import { readPiece } from "../../calendar/day-selector.ts";
import { daysOff, type Context, type UnkeyedWindow, type RuleSite } from "../context.ts";
import type { TraceStep } from "../model.ts";

/** A piece of a unit as a window's bounds, with the steps that lead to it. */
export type PickedPiece = Pick<UnkeyedWindow, "shape" | "trace"> & {
  readonly start: Day;
  readonly end: Day;
  readonly roll: NonNullable<UnkeyedWindow["roll"]>;
};

type PickName = Extract<TraceStep, { readonly step: "pick" }>["pick"];

const oneDay = (
  day: Day,
  pick: PickName,
  roll: PickedPiece["roll"],
  from = day,
  to = day,
  context?: Context,
): PickedPiece => ({
  start: day,
  end: day,
  shape: "day",
  roll,
  trace: [{ step: "pick", pick, day, skipped: context === undefined ? [] : daysOff(context.calendar, from, to) }],
});

/** The n-th working day of a stretch from its start, or its last one (n = −1); undefined when it has fewer. */
function workingDay(
  n: number,
  { start, end }: { start: Day; end: Day },
  site: RuleSite,
  context: Context,
): PickedPiece | undefined {
  const { calendar } = context;
  if (n < 0) {
    const day = context.orReport(calendar.previousWorking(end), site);
    // A week of holidays has none.
    return day === undefined || day < start
      ? undefined
      : oneDay(day, "last-working-day", "named", day + 1, end, context);
  }
  const first = context.orReport(calendar.nextWorking(start), site);
  const day = first === undefined || n === 1 ? first : context.orReport(calendar.addWorkingDays(first, n - 1), site);
  return day === undefined || day > end
    ? undefined
    : oneDay(day, n === 1 ? "first-working-day" : "nth-working-day", "named", start, day - 1, context);
}

/** A weekday of a week, or the n-th one of a longer stretch (−1: the last); every month has four of each. */
function weekday(asked: number, nth: number | undefined, { start, end }: { start: Day; end: Day }): PickedPiece {
  const day =
    nth === -1
      ? end - ((weekdayOf(end) - asked + 7) % 7)
      : start + ((asked - weekdayOf(start) + 7) % 7) + 7 * ((nth ?? 1) - 1);
  return oneDay(day, "weekday", "named");
}

/** Days of the month that a stretch begins with; a day that the month does not have is not there (31 April). */
function daysOfMonth(from: number, to: number | "last", start: Day): { start: Day; end: Day } | undefined {
  const { year, month } = civilOf(start);
  const last = daysInMonth(year, month);
  if (from > last) return undefined;
  return { start: dayOf(year, month, from), end: dayOf(year, month, to === "last" ? last : Math.min(to, last)) };
}

/** The piece of a unit that a word names; undefined when the unit has none. */
export function pickPiece(
  word: string | number,
  interval: { readonly start: Day; readonly end: Day },
  site: RuleSite,
  context: Context,
): PickedPiece | undefined {
  const piece = readPiece(word);
  switch (piece?.kind) {
    case undefined:
      return undefined;
    case "last-day":
      return oneDay(interval.end, "last-day", "last-day");
    case "first-day-after":
      return oneDay(interval.end + 1, "first-day-after", "first-day-after");
    case "working-day":
      return workingDay(piece.n, interval, site, context);
    case "weekday":
      return weekday(piece.weekday, piece.nth, interval);
    case "day": {
      const found = daysOfMonth(piece.day, piece.day, interval.start);
      return found && oneDay(found.start, "day-of-month", "named");
    }
    case "days": {
      const found = daysOfMonth(piece.from, piece.to, interval.start);
      return found && { ...found, shape: "range", roll: "named", trace: [{ step: "named", form: "range", ...found }] };
    }
  }
}
