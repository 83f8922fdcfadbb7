import { addMonths, civilOf, dayOf, type Day } from "../../calendar/day.ts";
import { hasPiece, readPiece } from "../../calendar/day-selector.ts";
import { unitAt, unitsMeeting, type Unit, type UnitInstance } from "../../calendar/units.ts";
import type { Deadline, RunsIn } from "../../generated/types.ts";
import { readDay } from "../calendars.ts";
import {
  dated,
  siteSpan,
  type Context,
  type UnkeyedWindow,
  type Resolution,
  type RuleSite,
  type Interval,
} from "../context.ts";
import { unitOf } from "../periods.ts";
import type { TraceStep, WindowShape } from "../model.ts";
import { isBounding } from "../../rule/kinds.ts";
import { pickPiece, type PickedPiece } from "./day-selector.ts";

type EveryRule = Exclude<NonNullable<Deadline["every"]>, string>;

/** What comes back inside a period that goes over the new year is cut at the plan's: the next plan has the rest. */
function inPlanYear(intervals: readonly Interval[], { yearStart, yearEnd }: Context): Interval[] {
  return intervals
    .map((interval) => ({
      ...interval,
      start: Math.max(interval.start, yearStart),
      end: Math.min(interval.end, yearEnd),
    }))
    .filter(({ start, end }) => start <= end);
}

/** The bounds that were written: a named period, days, or a period with one end replaced. */
function writtenBounds(bounds: RunsIn, site: RuleSite, context: Context): Interval[] {
  if (typeof bounds === "string") return inPlanYear(context.intervalsOf(bounds), context);
  const read = (key: "from" | "to"): Day | undefined =>
    bounds[key] === undefined
      ? undefined
      : readDay(bounds[key], context.year, site.deadline, [...site.path, "every", "in", key], context.report);
  const [from, to] = [read("from"), read("to")];
  const base: readonly Interval[] =
    bounds.period === undefined
      ? [{ key: `${context.year}`, start: context.yearStart, end: context.yearEnd, trace: [] }]
      : inPlanYear(context.intervalsOf(bounds.period), context);
  if (bounds.wraps && from !== undefined && to !== undefined && from > to) {
    return base.flatMap((interval) => [
      { ...interval, end: Math.min(to, interval.end) },
      { ...interval, start: Math.max(from, interval.start) },
    ]);
  }
  return base.flatMap((interval) => {
    const [start, end] = [from ?? interval.start, to ?? interval.end];
    if (end >= start) return [{ ...interval, start, end }];
    context.report({
      code: "range-reversed",
      values: { from: { day: start }, to: { day: end } },
      span: siteSpan(site, "every", "in"),
    });
    return [];
  });
}

/**
 * Where a recurrence runs: the bounds written in the rule; for a control without bounds, the item's own period within
 * the plan year; else the plan year.
 */
function runsIn(rule: EveryRule, site: RuleSite, context: Context): Interval[] {
  if (rule.in !== undefined) return writtenBounds(rule.in, site, context);
  const whole: Interval = { key: `${context.year}`, start: context.yearStart, end: context.yearEnd, trace: [] };
  if (site.kind === "work") return [whole];
  const own = context.deadlineOf(site.item.data.id, site.deadline, [...site.path, "every"]);
  if (own === null || !isBounding(own.rule)) return [whole];
  return inPlanYear(
    own.windows.map(({ key, start, end, conditional, trace }) => ({
      key,
      start: start ?? context.yearStart,
      end,
      trace: trace.filter(({ step }) => step === "period"),
      ...(conditional === undefined ? {} : { conditional }),
    })),
    context,
  );
}

/** Where a rule looks for its day: in the unit itself, or in the month, week or year that follows it. */
function soughtIn(rule: EveryRule, unit: Unit, instance: UnitInstance): UnitInstance {
  if (rule.of === undefined) return instance;
  return unitAt(unit === "week" || unit === "year" ? unit : "month", instance.end + 1);
}

const isDayOfYear = (word: string | number): word is string => typeof word === "string" && /^\d\d-\d\d$/.test(word);

/** A piece of a unit, or for a year also a day of it (MM-DD). */
function pieceOf(word: string | number, unit: UnitInstance, site: RuleSite, context: Context): PickedPiece | undefined {
  if (!isDayOfYear(word) || unit.key.length !== 4) return pickPiece(word, unit, site, context);
  const day = readDay(word, civilOf(unit.start).year, site.deadline, [...site.path, "every", "until"], context.report);
  return day === undefined
    ? undefined
    : {
        start: day,
        end: day,
        shape: "day",
        roll: "named",
        trace: [{ step: "named", form: "day", start: day, end: day }],
      };
}

interface Picked {
  readonly suffix: string;
  readonly window: Pick<UnkeyedWindow, "start" | "end" | "shape" | "roll" | "trace"> & { readonly snapshot?: true };
}

/** «до 10 числа каждого месяца»: open at its start; a month that is too short ends on its last day (ГК РФ ст. 192 п. 3, by analogy). */
function pickedUntil(
  until: string | number,
  within: UnitInstance,
  site: RuleSite,
  context: Context,
): Picked["window"] | undefined {
  const last = civilOf(within.end).day;
  const piece = pieceOf(
    typeof until === "number" && unitAt("month", within.start).end === within.end ? Math.min(until, last) : until,
    within,
    site,
    context,
  );
  if (piece === undefined) return undefined;
  const { value, source } = site.rules["until-day"];
  const day = piece.end;
  const step: TraceStep = { step: "until", day, included: value === "included", source };
  return {
    start: null,
    end: value === "included" ? day : day - 1,
    shape: "day",
    roll: "until",
    trace: [...piece.trace, step],
  };
}

/** «по состоянию на N число»: a snapshot, which never moves. */
function pickedAsOf(asOf: number, within: UnitInstance): Picked[] {
  const day = dayOf(civilOf(within.start).year, civilOf(within.start).month, 1) + asOf - 1;
  if (day > within.end) return [];
  return [
    {
      suffix: "",
      window: {
        start: day,
        end: day,
        shape: "day",
        roll: null,
        snapshot: true,
        trace: [{ step: "pick", pick: "as-of", day, skipped: [] }],
      },
    },
  ];
}

/** Whether the unit has what the rule asks for; what it has not is told at its word. */
function hasPieces(rule: EveryRule, unit: Unit, site: RuleSite, context: Context): boolean {
  const within = rule.of === undefined || unit === "week" || unit === "year" ? unit : "month";
  const key = rule.until === undefined ? "on" : "until";
  const wrong = [rule[key] ?? []].flat().flatMap((word, index) => {
    const piece = isDayOfYear(word) && within === "year" ? undefined : readPiece(word);
    return piece === undefined || hasPiece(within, piece)
      ? []
      : [{ word, path: Array.isArray(rule[key]) ? [key, index] : [key] }];
  });
  for (const { word, path } of wrong)
    context.report({ code: "piece-of-unit", values: { value: word }, span: siteSpan(site, "every", ...path) });
  return wrong.length === 0;
}

/** The days of one unit that a rule asks for; none when the unit has no such day (31 April). */
function picked(rule: EveryRule, unit: Unit, instance: UnitInstance, site: RuleSite, context: Context): Picked[] {
  const within = soughtIn(rule, unit, instance);
  if (rule["as-of"] !== undefined) return pickedAsOf(rule["as-of"], within);
  const days = [rule.until ?? rule.on ?? ""].flat();
  return days.flatMap((word) => {
    const suffix = days.length === 1 ? "" : `-${String(word).padStart(2, "0")}`;
    const window = (rule.until === undefined ? pieceOf : pickedUntil)(word, within, site, context);
    return window === undefined ? [] : [{ suffix, window }];
  });
}

/** The unit cut to the stretch it runs in. */
function cutUnit(
  unit: Unit,
  instance: UnitInstance,
  interval: Interval,
): Pick<UnkeyedWindow, "start" | "end" | "shape" | "roll" | "trace"> {
  const start = Math.max(instance.start, interval.start);
  const end = Math.min(instance.end, interval.end);
  const whole: TraceStep = { step: "unit", unit, key: instance.key, start: instance.start, end: instance.end };
  const cut: TraceStep[] =
    start === instance.start && end === instance.end ? [] : [{ step: "cut", start, end, to: interval.key }];
  const shape: WindowShape = unit;
  return { start, end, shape, roll: "named", trace: [...interval.trace, whole, ...cut] };
}

/** A key may come twice where a week is cut in two by a bound: the later part is numbered. */
function distinctKeys(windows: readonly UnkeyedWindow[]): UnkeyedWindow[] {
  const seen = new Map<string, number>();
  return windows.map((window) => {
    const key = window.key ?? "";
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? window : { ...window, key: `${key}-${count}` };
  });
}

/** So many units are named; of more there is nothing to learn. */
const mostNamed = 3;

/** A week of holidays has no working day, April no 31st: that such a unit has no date is said, so that nobody looks for it. */
function tellWithout(units: readonly UnitInstance[], site: RuleSite, context: Context): void {
  const intervals = units.slice(0, mostNamed).map(({ start, end }) => ({ start, end }));
  context.report({
    code: "unit-without-day",
    values: { units: { intervals, more: units.length > mostNamed } },
    span: siteSpan(site, "every"),
  });
}

/** «ежемесячно», «последний рабочий день месяца», «ежемесячно на 1 число», «до 10 числа каждого месяца»: what each unit gives. */
export function resolveEvery(every: NonNullable<Deadline["every"]>, site: RuleSite, context: Context): Resolution {
  const rule: EveryRule = typeof every === "string" ? { unit: every } : every;
  const unit = unitOf(rule.unit, context.rows.periods);
  if (unit === undefined) context.log.noteReported();
  if (unit === undefined || !hasPieces(rule, unit, site, context)) return dated([]);
  const whole = rule.on === undefined && rule["as-of"] === undefined && rule.until === undefined;
  /** The day may lie behind the bounds when it belongs to a unit that lies inside them. */
  const after = rule.on === "first-day-after" || rule.of !== undefined;
  const since = rule.since === undefined ? undefined : addMonths(context.yearStart, rule.since - 1);
  const windows: UnkeyedWindow[] = [];
  const without: UnitInstance[] = [];
  const asked = [rule.on ?? 0].flat().length;
  for (const interval of runsIn(rule, site, context)) {
    for (const instance of unitsMeeting(unit, interval.start, interval.end)) {
      if (since !== undefined && instance.end < since) continue;
      const conditional = interval.conditional === undefined ? {} : { conditional: interval.conditional };
      const key = interval.conditional === undefined ? instance.key : `${instance.key}-conditional`;
      if (whole) {
        windows.push({ key, ...cutUnit(unit, instance, interval), ...conditional });
        continue;
      }
      const found = picked(rule, unit, instance, site, context);
      if (found.length < asked) without.push(instance);
      for (const { suffix, window } of found) {
        const [start, end] = [Math.max(window.start ?? window.end, interval.start), Math.min(window.end, interval.end)];
        if (after ? instance.end > interval.end : start > end) continue;
        const cut = after || window.shape === "day" ? {} : { start, end };
        const trace: TraceStep[] = [
          ...interval.trace,
          { step: "unit", unit, key: instance.key, start: instance.start, end: instance.end },
          ...window.trace,
        ];
        windows.push({ ...window, ...cut, key: `${key}${suffix}`, trace, ...conditional });
      }
    }
  }
  // Where no unit has such a day the rule has no date at all, and that is told of every form.
  if (without.length > 0 && windows.length > 0) tellWithout(without, site, context);
  return dated(distinctKeys(windows));
}
