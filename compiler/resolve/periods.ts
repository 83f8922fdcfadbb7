import { units, unitsMeeting, type Unit } from "../calendar/units.ts";
import type { Day } from "../calendar/day.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Period } from "../generated/types.ts";
import { spanOf, type Located } from "../load/yaml/parsed-yaml.ts";
import { readDay } from "./calendars.ts";
import type { Context } from "./context.ts";
import type { Interval } from "./resolution.ts";
import type { TraceStep } from "./model.ts";
import type { RowIndex } from "./resolver/row-index.ts";

/** The step that names the period and the source of its bounds. */
function periodStep(period: Period, start: Day, end: Day): TraceStep {
  return {
    step: "period",
    period: period.id,
    title: period.title,
    start,
    end,
    source: period.source.title,
    ...(period["start-is"] === "latest" ? { startIs: "latest" as const } : {}),
    ...(period.editorial ? { editorial: true as const } : {}),
  };
}

/** A boundary written as a day, or as «the day of that item's deadline», which is known for the plan's own year only. */
function boundary(
  period: Located<Period>,
  key: "from" | "to",
  year: number,
  report: Report,
  context: Context,
): Day | undefined {
  const value = period.data[key];
  if (value === undefined) return undefined;
  if (typeof value === "string") return readDay(value, year, period, [key], report);
  if (year !== context.year) return undefined;
  const deadline = context.deadlineOf(value.item, period, [key, "item"]);
  const ends = (deadline?.windows ?? []).map(({ end }) => end);
  if (ends.length > 0) return key === "from" ? Math.min(...ends) : Math.max(...ends);
  context.reportNothingDated(value.item, deadline, spanOf(period.origin, [key, "item"]));
  return undefined;
}

function boundedIntervals(period: Located<Period>, context: Context): Interval[] {
  const { data } = period;
  const wraps = data.wraps ?? false;
  const found: Interval[] = [];
  for (const year of wraps ? [context.year - 1, context.year] : [context.year]) {
    // What is wrong with a day is reported once.
    const report: Report = year === context.year ? context.report : () => {};
    const start = boundary(period, "from", year, report, context);
    const end = boundary(period, "to", wraps ? year + 1 : year, report, context);
    if (start === undefined || end === undefined) continue;
    if (end < start) {
      context.report({
        code: "range-reversed",
        values: { from: { day: start }, to: { day: end }, ...(wraps ? {} : { wraps: "wraps: true" }) },
        span: spanOf(period.origin, ["to"]),
      });
      continue;
    }
    if (end < context.yearStart || start > context.yearEnd) continue;
    found.push({
      key: wraps ? `${year}-${year + 1}` : `${year}`,
      start,
      end,
      trace: [periodStep(data, start, end)],
      ...(data["start-is"] === "latest" ? { startIs: "latest" as const } : {}),
    });
  }
  return found;
}

function intervalsLike(period: Located<Period>, item: string, context: Context): Interval[] {
  const deadline = context.deadlineOf(item, period, ["same-as"]);
  const windows = (deadline?.windows ?? []).filter((window) => window.start !== null);
  if (windows.length === 0) context.reportNothingDated(item, deadline, spanOf(period.origin, ["same-as"]));
  return windows.map(({ key, start, end, conditional, startIs }) => ({
    key: key === "1" ? `${context.year}` : key,
    start: start ?? end,
    end,
    trace: [periodStep(period.data, start ?? end, end)],
    ...(conditional === undefined ? {} : { conditional }),
    ...(startIs === undefined ? {} : { startIs }),
  }));
}

/** Returns the intervals of a named period that overlap the plan year: its bounds, another item's deadline, or every unit it repeats by. */
export function resolveIntervals(period: Located<Period>, context: Context): Interval[] {
  const { data } = period;
  if (data.every !== undefined) {
    return unitsMeeting(data.every, context.yearStart, context.yearEnd).map(({ key, start, end }) => ({
      key,
      start,
      end,
      trace: [periodStep(data, start, end)],
    }));
  }
  return data["same-as"] === undefined
    ? boundedIntervals(period, context)
    : intervalsLike(period, data["same-as"], context);
}

/** The unit that a word after `every` means: a unit of the calendar or a repeating period of the plan. */
export function unitOf(word: string, periods: RowIndex["periods"]): Unit | undefined {
  return units.find((unit) => unit === word) ?? periods.get(word)?.data.every;
}
