import { units, unitsMeeting, type Unit } from "../../calendar/units.ts";
import { isWithin, overlap, type Bounds } from "../../calendar/bounds.ts";
import type { Day } from "../../calendar/day.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Period } from "../../generated/types.ts";
import { spanOf, type Located } from "../../load/yaml/parsed-yaml.ts";
import { readDay } from "../calendars.ts";
import type { Context } from "../context.ts";
import type { Interval } from "../resolution.ts";
import type { TraceStep } from "../model.ts";
import type { RowIndex } from "../resolver/row-index.ts";
import { firstYear, yearlyIntervals } from "./yearly.ts";

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

/** The day of an item's deadline, as a boundary of a period. */
function boundaryOf(item: string, period: Located<Period>, key: "from" | "to", context: Context): Day | undefined {
  const deadline = context.deadlineOf(item, period, [key, "item"]);
  const ends = (deadline?.windows ?? []).map(({ end }) => end);
  if (ends.length > 0) return key === "from" ? Math.min(...ends) : Math.max(...ends);
  context.reportNothingDated(item, deadline, spanOf(period.origin, [key, "item"]));
  return undefined;
}

function boundedIntervals(period: Located<Period>, context: Context): Interval[] {
  const { data } = period;
  // The day of another item's deadline is known inside the plan's own bounds only.
  const known = new Map<string, Day | undefined>();
  const read = (key: "from" | "to", within: Bounds, report: Report): Day | undefined => {
    const value = data[key];
    if (value === undefined) return undefined;
    if (typeof value === "string") return readDay(value, { at: period, path: [key], bounds: within, report });
    if (!known.has(key)) known.set(key, boundaryOf(value.item, period, key, context));
    const day = known.get(key);
    return day === undefined || within === context.bounds || isWithin(day, within) ? day : undefined;
  };
  const intervals = yearlyIntervals(data, read, spanOf(period.origin, ["to"]), context);
  const meeting = intervals.filter(({ start, end }) => overlap({ from: start, to: end }, context.bounds));
  return meeting.map(({ start, end, key }) => ({
    key,
    start,
    end,
    trace: [periodStep(data, start, end)],
    ...(data["start-is"] === "latest" ? { startIs: "latest" as const } : {}),
  }));
}

function intervalsLike(period: Located<Period>, item: string, context: Context): Interval[] {
  const deadline = context.deadlineOf(item, period, ["same-as"]);
  const windows = (deadline?.windows ?? []).filter((window) => window.start !== null);
  if (windows.length === 0) context.reportNothingDated(item, deadline, spanOf(period.origin, ["same-as"]));
  return windows.map(({ key, start, end, conditional, startIs }) => ({
    key: key === "1" ? firstYear(context) : key,
    start: start ?? end,
    end,
    trace: [periodStep(period.data, start ?? end, end)],
    conditional,
    startIs,
  }));
}

/** Returns the intervals of a named period that meet the plan: its bounds, another item's deadline, or every unit it repeats by. */
export function resolveIntervals(period: Located<Period>, context: Context): Interval[] {
  const { data } = period;
  if (data.every !== undefined) {
    return unitsMeeting(data.every, context.bounds.from, context.bounds.to).map(({ key, start, end }) => ({
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
