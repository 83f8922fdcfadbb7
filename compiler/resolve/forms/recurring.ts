import { addMonths, civilOf, dayOf, daysInMonth, type Day } from "../../calendar/day.ts";
import { unitsMeeting, type Unit, type UnitInstance } from "../../calendar/units.ts";
import type { Deadline, RunsIn } from "../../load/generated/types.ts";
import { readDay } from "../calendars.ts";
import { dated, daysOff, siteSpan, type Context, type Draft, type Resolution, type RuleSite, type Stretch } from "../context.ts";
import { unitOf } from "../periods.ts";
import type { TraceStep, WindowShape } from "../resolved.ts";

type EveryRule = Exclude<NonNullable<Deadline["every"]>, string>;

/** Forms of an item's own deadline that bound what recurs in its control. */
const boundingForms = ["from", "month", "period"] as const;

/** The bounds that were written: a named period, days, or a period with one end replaced. */
function writtenBounds(bounds: RunsIn, site: RuleSite, context: Context): Stretch[] {
  if (typeof bounds === "string") return [...context.stretchesOf(bounds, site.deadline)];
  const read = (key: "from" | "to"): Day | undefined => (bounds[key] === undefined ? undefined : readDay(bounds[key], context.year, site.deadline, [...site.path, "every", "in", key], context.report));
  const [from, to] = [read("from"), read("to")];
  const base: readonly Stretch[] = bounds.period === undefined
    ? [{ key: `${context.year}`, start: context.yearStart, end: context.yearEnd, trace: [] }] : context.stretchesOf(bounds.period, site.deadline);
  return base.flatMap((stretch) => {
    const [start, end] = [from ?? stretch.start, to ?? stretch.end];
    if (end >= start) return [{ ...stretch, start, end }];
    context.report({ code: "range-reversed", values: { from: { day: start }, to: { day: end } }, span: siteSpan(site, "every", "in") });
    return [];
  });
}

/**
 * Where a recurrence runs: the bounds written in the rule; for a control without bounds, the item's own period within
 * the plan year; else the plan year.
 */
function runsIn(rule: EveryRule, site: RuleSite, context: Context): Stretch[] {
  if (rule.in !== undefined) return writtenBounds(rule.in, site, context);
  const whole: Stretch = { key: `${context.year}`, start: context.yearStart, end: context.yearEnd, trace: [] };
  if (site.kind === "work") return [whole];
  const own = context.deadlineOf(site.item.data.id, site.deadline, [...site.path, "every"]);
  if (own === null || !boundingForms.some((form) => own.rule[form] !== undefined)) return [whole];
  return own.windows.flatMap(({ key, start, end, conditional, trace }) => {
    const [from, to] = [Math.max(start ?? context.yearStart, context.yearStart), Math.min(end, context.yearEnd)];
    return from > to ? [] : [{ key, start: from, end: to, trace: trace.filter(({ step }) => step === "period"), ...(conditional === undefined ? {} : { conditional }) }];
  });
}

interface Picked {
  readonly day: Day;
  readonly step: TraceStep;
  readonly roll: Draft["roll"];
  readonly snapshot?: true;
}

/** The day of one unit that a rule asks for; undefined when the unit has no such day (31 April). */
function pick(on: string | number, unit: UnitInstance, site: RuleSite, context: Context): Picked | undefined {
  const { calendar } = context;
  if (typeof on === "number") {
    const { year, month } = civilOf(unit.start);
    if (on > daysInMonth(year, month)) return undefined;
    const day = dayOf(year, month, on);
    return { day, roll: "named", step: { step: "pick", pick: "day-of-month", day, skipped: [] } };
  }
  if (on === "last-day") return { day: unit.end, roll: "last-day", step: { step: "pick", pick: on, day: unit.end, skipped: [] } };
  if (on === "first-day-after") return { day: unit.end + 1, roll: "first-day-after", step: { step: "pick", pick: on, day: unit.end + 1, skipped: [] } };
  const last = on === "last-working-day";
  const day = context.known(last ? calendar.previousWorking(unit.end) : calendar.nextWorking(unit.start), site);
  if (day === undefined) return undefined;
  const skipped = last ? daysOff(calendar, day + 1, unit.end) : daysOff(calendar, unit.start, day - 1);
  return { day, roll: "named", step: { step: "pick", pick: last ? "last-working-day" : "first-working-day", day, skipped } };
}

function picked(rule: EveryRule, unit: UnitInstance, site: RuleSite, context: Context): Picked | undefined {
  const asOf = rule["as-of"];
  if (asOf === undefined) return pick(rule.on ?? "", unit, site, context);
  const day = dayOf(civilOf(unit.start).year, civilOf(unit.start).month, 1) + asOf - 1;
  return day > unit.end ? undefined : { day, roll: null, snapshot: true, step: { step: "pick", pick: "as-of", day, skipped: [] } };
}

/** The unit cut to the stretch it runs in. */
function cutUnit(unit: Unit, instance: UnitInstance, stretch: Stretch): Pick<Draft, "start" | "end" | "shape" | "roll" | "trace"> {
  const start = Math.max(instance.start, stretch.start);
  const end = Math.min(instance.end, stretch.end);
  const whole: TraceStep = { step: "unit", unit, key: instance.key, start: instance.start, end: instance.end };
  const cut: TraceStep[] = start === instance.start && end === instance.end ? [] : [{ step: "cut", start, end, to: stretch.key }];
  const shape: WindowShape = unit;
  return { start, end, shape, roll: "named", trace: [...stretch.trace, whole, ...cut] };
}

/** A key may come twice where a week is cut in two by a bound: the later part is numbered. */
function distinctKeys(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const key = draft.key ?? "";
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? draft : { ...draft, key: `${key}-${count}` };
  });
}

/** «ежемесячно», «1 раз в неделю», «последний рабочий день месяца», «ежемесячно на 1 число» …: one window a unit. */
export function resolveEvery(every: NonNullable<Deadline["every"]>, site: RuleSite, context: Context): Resolution {
  const rule: EveryRule = typeof every === "string" ? { unit: every } : every;
  const unit = unitOf(rule.unit, context);
  if (unit === undefined) return dated([]);
  const whole = rule.on === undefined && rule["as-of"] === undefined;
  const since = rule.since === undefined ? undefined : addMonths(context.yearStart, rule.since - 1);
  const drafts: Draft[] = [];
  for (const stretch of runsIn(rule, site, context)) {
    for (const instance of unitsMeeting(unit, stretch.start, stretch.end)) {
      if (since !== undefined && instance.end < since) continue;
      const conditional = stretch.conditional === undefined ? {} : { conditional: stretch.conditional };
      const key = stretch.conditional === undefined ? instance.key : `${instance.key}-conditional`;
      if (whole) {
        drafts.push({ key, ...cutUnit(unit, instance, stretch), ...conditional });
        continue;
      }
      const found = picked(rule, instance, site, context);
      const inside = found !== undefined && (rule.on === "first-day-after" ? instance.end <= stretch.end : found.day >= stretch.start && found.day <= stretch.end);
      if (!found || !inside) continue;
      const trace: TraceStep[] = [...stretch.trace, { step: "unit", unit, key: instance.key, start: instance.start, end: instance.end }, found.step];
      drafts.push({ key, start: found.day, end: found.day, shape: "day", roll: found.roll, trace, ...conditional, ...(found.snapshot ? { snapshot: true } : {}) });
    }
  }
  return dated(distinctKeys(drafts));
}
