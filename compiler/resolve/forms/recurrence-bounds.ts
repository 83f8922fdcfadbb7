/** In which intervals something recurs. */
import type { Day } from "../../calendar/day.ts";
import type { Every, RunsIn } from "../../generated/types.ts";
import { isBounding } from "../../rule/kinds.ts";
import { dayOfRule } from "../anchors/day-of-rule.ts";
import type { Context } from "../context.ts";
import type { Interval } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import { firstYear } from "../anchors/yearly.ts";

/** A recurrence written as a map. */
export type EveryRule = Exclude<Every, string>;

/** What recurs inside a period that goes over the plan's end is cut there: the next plan has the rest. */
function inPlan(intervals: readonly Interval[], { bounds }: Context): Interval[] {
  return intervals
    .map((interval) => ({
      ...interval,
      start: Math.max(interval.start, bounds.from),
      end: Math.min(interval.end, bounds.to),
    }))
    .filter(({ start, end }) => start <= end);
}

/** The plan from its first day to its last. */
const wholePlan = (context: Context): Interval => ({
  key: firstYear(context),
  start: context.bounds.from,
  end: context.bounds.to,
  trace: [],
});

/** The bounds that were written: a named period, days, or a period with one end replaced. */
function writtenBounds(bounds: RunsIn, site: RuleSite, context: Context): Interval[] {
  if (typeof bounds === "string") return inPlan(context.intervalsOf(bounds), context);
  const read = (key: "from" | "to"): Day | undefined =>
    bounds[key] === undefined ? undefined : dayOfRule(bounds[key], ["every", "in", key], site, context);
  const [from, to] = [read("from"), read("to")];
  const base: readonly Interval[] =
    bounds.period === undefined ? [wholePlan(context)] : inPlan(context.intervalsOf(bounds.period), context);
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
 * the plan; else the whole plan.
 */
export function runsIn(rule: EveryRule, site: RuleSite, context: Context): Interval[] {
  if (rule.in !== undefined) return writtenBounds(rule.in, site, context);
  const whole = wholePlan(context);
  if (site.kind === "work") return [whole];
  const own = context.deadlineOf(site.item.data.id, site.deadline, [...site.path, "every"]);
  if (own === null || !isBounding(own.rule)) return [whole];
  return inPlan(
    own.windows.map(({ key, start, end, conditional, trace }) => ({
      key,
      start: start ?? context.bounds.from,
      end,
      trace: trace.filter(({ step }) => step === "period"),
      conditional,
    })),
    context,
  );
}
