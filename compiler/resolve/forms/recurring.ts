/** «ежемесячно», «последний рабочий день месяца», «ежемесячно на 1 число», «до 10 числа каждого месяца». */
import { dayUnits, unitsMeeting, type Unit, type UnitInstance } from "../../calendar/units.ts";
import type { Every } from "../../generated/types.ts";
import type { Context } from "../context.ts";
import { dated, type Interval, type Resolution, type UnkeyedWindow } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import type { TraceStep } from "../model.ts";
import { readSince } from "../anchors/months.ts";
import { unitOf } from "../anchors/periods.ts";
import { everyNth, resolveEveryDay } from "./every-day.ts";
import { withoutExceptions } from "./exceptions.ts";
import { runsIn, type EveryRule } from "./recurrence-bounds.ts";
import { daysOfUnit, hasDays, type UnitDays } from "./recurrence-days.ts";

/** A unit cut to the interval that it recurs in. */
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
  return { start, end, shape: unit, roll: "named", trace: [...interval.trace, whole, ...cut] };
}

/** The days of a unit, cut to the interval that they recur in; undefined for days outside it. */
function cutDays(
  rule: EveryRule,
  { window }: UnitDays,
  { instance, step }: { readonly instance: UnitInstance; readonly step: TraceStep },
  interval: Interval,
): UnkeyedWindow | undefined {
  /** The day may lie behind the interval when it belongs to a unit that lies inside. */
  const isAfter = rule.on === "first-day-after" || rule.of !== undefined;
  const [start, end] = [Math.max(window.start ?? window.end, interval.start), Math.min(window.end, interval.end)];
  if (isAfter ? instance.end > interval.end : start > end) return undefined;
  const bounds = isAfter || window.shape === "day" ? {} : { start, end };
  return { ...window, ...bounds, trace: [...interval.trace, step, ...window.trace] };
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

/** A week of holidays has no working day, April no 31st: that such a unit has no date is reported, so that nobody looks for it. */
function reportWithout(units: readonly UnitInstance[], site: RuleSite, context: Context): void {
  const intervals = units.slice(0, mostNamed).map(({ start, end }) => ({ start, end }));
  context.report({
    code: "unit-without-day",
    values: { units: { intervals, more: units.length > mostNamed } },
    span: siteSpan(site, "every"),
  });
}

/** Returns what each unit gives: all of it, or the days that the rule asks for. Units without such a day are reported. */
export function resolveEvery(every: Every, site: RuleSite, context: Context): Resolution {
  const rule: EveryRule = typeof every === "string" ? { unit: every } : every;
  const dayUnit = dayUnits.find((each) => each === rule.unit);
  if (dayUnit !== undefined) return resolveEveryDay(rule, dayUnit, site, context);
  const unit = unitOf(rule.unit, context.rows.periods);
  if (unit === undefined) context.log.reasonWasGiven();
  if (unit === undefined || !hasDays(rule, unit, site, context)) return dated([]);
  const isWhole = rule.on === undefined && rule["as-of"] === undefined && rule.until === undefined;
  const since = rule.since === undefined ? undefined : readSince(rule.since, siteSpan(site, "every", "since"), context);
  if (rule.since !== undefined && since === undefined) return dated([]);
  const asked = [rule.on ?? 0].flat().length;
  const windows: UnkeyedWindow[] = [];
  const without: UnitInstance[] = [];
  for (const interval of runsIn(rule, site, context)) {
    const conditional = interval.conditional === undefined ? {} : { conditional: interval.conditional };
    for (const { instance, steps } of everyNth(unitsMeeting(unit, interval.start, interval.end), rule)) {
      if (since !== undefined && instance.end < since) continue;
      const key = interval.conditional === undefined ? instance.key : `${instance.key}-conditional`;
      if (isWhole) {
        const cut = cutUnit(unit, instance, interval);
        windows.push({ key, ...cut, trace: [...cut.trace, ...steps], ...conditional });
        continue;
      }
      const step: TraceStep = { step: "unit", unit, key: instance.key, start: instance.start, end: instance.end };
      const days = daysOfUnit(rule, unit, instance, site, context);
      if (days.length < asked) without.push(instance);
      for (const one of days) {
        const window = cutDays(rule, one, { instance, step }, interval);
        if (window !== undefined)
          windows.push({ ...window, trace: [...window.trace, ...steps], key: `${key}${one.suffix}`, ...conditional });
      }
    }
  }
  // Where no unit has such a day the rule has no date at all, and that is reported of every form.
  if (without.length > 0 && windows.length > 0) reportWithout(without, site, context);
  return dated(distinctKeys(withoutExceptions(windows, rule, site, context)));
}
