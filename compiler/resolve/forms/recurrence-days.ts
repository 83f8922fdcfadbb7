/** Which days of a unit a recurrence asks for. */
import type { Bounds } from "../../calendar/bounds.ts";
import { civilOf, dayOf } from "../../calendar/day.ts";
import { fitsUnit, parseDaySelector } from "../../calendar/day-selector.ts";
import { unitAt, type Unit, type UnitInstance } from "../../calendar/units.ts";
import { readDay } from "../calendars.ts";
import type { Context } from "../context.ts";
import type { UnkeyedWindow } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import type { TraceStep } from "../model.ts";
import { selectDays, type SelectedDays } from "./day-selector.ts";
import type { EveryRule } from "./recurrence-bounds.ts";

/** Where a rule looks for its day: in the unit itself, or in the month, week or year that follows it. */
function soughtIn(rule: EveryRule, unit: Unit, instance: UnitInstance): UnitInstance {
  if (rule.of === undefined) return instance;
  return unitAt(unit === "week" || unit === "year" ? unit : "month", instance.end + 1);
}

const unitBounds = ({ start, end }: UnitInstance): Bounds => ({ from: start, to: end });

const isDayOfYear = (word: string | number): word is string => typeof word === "string" && /^\d\d-\d\d$/.test(word);

/** The days of a unit that a selector names; of a year also a day (MM-DD). */
function selected(
  word: string | number,
  unit: UnitInstance,
  site: RuleSite,
  context: Context,
): SelectedDays | undefined {
  if (!isDayOfYear(word) || unit.key.length !== 4) return selectDays(word, unit, site, context);
  const day = readDay(word, {
    at: site.deadline,
    path: [...site.path, "every", "until"],
    bounds: unitBounds(unit),
    report: context.report,
  });
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

/** A day or days that a rule asks of a unit, and what they add to the key of the unit. */
export interface UnitDays {
  readonly suffix: string;
  readonly window: Pick<UnkeyedWindow, "start" | "end" | "shape" | "roll" | "trace"> & { readonly snapshot?: true };
}

/** «до 10 числа каждого месяца»: open at its start; a month that is too short ends on its last day (ГК РФ ст. 192 п. 3, by analogy). */
function untilDay(
  until: string | number,
  within: UnitInstance,
  site: RuleSite,
  context: Context,
): UnitDays["window"] | undefined {
  const last = civilOf(within.end).day;
  const found = selected(
    typeof until === "number" && unitAt("month", within.start).end === within.end ? Math.min(until, last) : until,
    within,
    site,
    context,
  );
  if (found === undefined) return undefined;
  const { value, source } = site.rules["until-day"];
  const day = found.end;
  const step: TraceStep = { step: "until", day, included: value === "included", source };
  return {
    start: null,
    end: value === "included" ? day : day - 1,
    shape: "day",
    roll: "until",
    trace: [...found.trace, step],
  };
}

/** «по состоянию на N число»: a snapshot, which never moves. */
function snapshotDay(asOf: number, within: UnitInstance): UnitDays[] {
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

/** Whether a unit has the days that a rule asks for; a selector that does not fit is reported. */
export function hasDays(rule: EveryRule, unit: Unit, site: RuleSite, context: Context): boolean {
  const within = rule.of === undefined || unit === "week" || unit === "year" ? unit : "month";
  const key = rule.until === undefined ? "on" : "until";
  const wrong = [rule[key] ?? []].flat().flatMap((word, index) => {
    const selector = isDayOfYear(word) && within === "year" ? undefined : parseDaySelector(word);
    return selector === undefined || fitsUnit(within, selector)
      ? []
      : [{ word, path: Array.isArray(rule[key]) ? [key, index] : [key] }];
  });
  for (const { word, path } of wrong)
    context.report({ code: "piece-of-unit", values: { value: word }, span: siteSpan(site, "every", ...path) });
  return wrong.length === 0;
}

/** The days of one unit that a rule asks for; none when the unit has no such day (31 April). */
export function daysOfUnit(
  rule: EveryRule,
  unit: Unit,
  instance: UnitInstance,
  site: RuleSite,
  context: Context,
): UnitDays[] {
  const within = soughtIn(rule, unit, instance);
  if (rule["as-of"] !== undefined) return snapshotDay(rule["as-of"], within);
  const days = [rule.until ?? rule.on ?? ""].flat();
  return days.flatMap((word) => {
    const suffix = days.length === 1 ? "" : `-${String(word).padStart(2, "0")}`;
    const window = (rule.until === undefined ? selected : untilDay)(word, within, site, context);
    return window === undefined ? [] : [{ suffix, window }];
  });
}
