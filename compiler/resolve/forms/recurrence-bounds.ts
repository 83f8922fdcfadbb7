/** In which intervals something recurs. */
import type { Day } from "../../calendar/day.ts";
import type { Every, RunsIn } from "../../generated/types.ts";
import { isBounding } from "../../rule/kinds.ts";
import { readDay } from "../calendars.ts";
import type { Context } from "../context.ts";
import type { Interval } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";

/** A recurrence written as a map. */
export type EveryRule = Exclude<Every, string>;

/** What recurs inside a period that goes over the new year is cut at the plan's year: the next plan has the rest. */
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
export function runsIn(rule: EveryRule, site: RuleSite, context: Context): Interval[] {
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
