import type { Day } from "../../calendar/day.ts";
import type { RollClass } from "../../calendar/rule-set.ts";
import type { DayReason } from "../../calendar/working-calendar.ts";
import type { Context } from "../context.ts";
import { yearOf } from "../days.ts";
import type { UnkeyedWindow } from "../resolution.ts";
import type { RuleSite } from "../rule-site.ts";
import type { TraceStep, Window } from "../model.ts";

/** The last working day of an interval, or the one before a day off; an ordinary working day needs none, and an interval of days off has none. */
function lastWorkingDay({ start, end, shape }: UnkeyedWindow, site: RuleSite, context: Context): Day | undefined {
  const { calendar } = context;
  // The year before an interval of days off need not be known.
  if (shape === "day" ? calendar.isWorking(end) : calendar.workingDaysIn(start ?? end, end) === 0) return undefined;
  return context.orReport(calendar.previousWorking(end), site);
}

/** What a day off at the end of a window does to it by the rule set, with the step that says so. */
function roll(
  { start, end }: UnkeyedWindow,
  { value: mode, source }: RuleSite["rules"]["roll"][RollClass],
  reason: DayReason,
  site: RuleSite,
  context: Context,
): { moved: Partial<Window>; step: TraceStep } {
  const { calendar } = context;
  const step = { step: "roll" as const, mode, day: end, reason, source };
  const next = mode === "previous" ? undefined : context.orReport(calendar.nextWorking(end), site);
  const previous = mode === "next" ? undefined : context.orReport(calendar.previousWorking(end), site);
  if (mode === "beside") {
    const isInside = previous !== undefined && (start === null || previous >= start);
    const beside = { rolled: next, planBy: isInside ? previous : undefined };
    return { moved: beside, step: { ...step, ...beside } };
  }
  const day = next ?? previous ?? end;
  // A day moves whole; of an interval that ends before it begins only the day that it is moved to is left.
  const moved = { start: start === end ? day : start === null ? null : Math.min(start, day), end: day };
  return { moved, step: { ...step, ...(mode === "next" ? { rolled: day } : { planBy: day }) } };
}

/**
 * Returns a window with its key, its end compared with the working calendar by the rule set; undefined, and reported, where
 * no calendar covers its end.
 */
export function finalizeWindow(
  unkeyed: UnkeyedWindow,
  key: string,
  site: RuleSite,
  context: Context,
): Window | undefined {
  const { calendar } = context;
  const { key: _, ...rest } = unkeyed;
  const window = { ...rest, key, path: site.path };
  if (!calendar.covers(unkeyed.end)) {
    context.orReport({ year: yearOf(unkeyed.end) }, site);
    return undefined;
  }
  if (unkeyed.roll === null) return window;
  const reason = calendar.reason(unkeyed.end);
  const point = site.rules.roll[unkeyed.roll];
  if (reason === undefined || reason.kind === "working" || point.value === "none")
    return { ...window, lastWorkingDay: lastWorkingDay(unkeyed, site, context) };
  const { moved, step } = roll(unkeyed, point, reason, site, context);
  return {
    ...window,
    lastWorkingDay: point.value === "beside" ? lastWorkingDay(unkeyed, site, context) : undefined,
    ...moved,
    trace: [...unkeyed.trace, step],
  };
}
