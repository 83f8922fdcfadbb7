/** «кроме июля и августа», «кроме выходных и праздничных дней»: when something does not recur. */
import type { Day } from "../../calendar/day.ts";
import type { Exception } from "../../generated/types.ts";
import { exceptionsOf } from "../../rule/visit-rule.ts";
import type { Path } from "../../source/span.ts";
import { dayOfRule } from "../anchors/day-of-rule.ts";
import type { Context } from "../context.ts";
import { readMonths } from "../anchors/months.ts";
import type { UnkeyedWindow } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import type { EveryRule } from "./recurrence-bounds.ts";

interface Stretch {
  readonly start: Day;
  readonly end: Day;
}

/** The stretches of one exception, days off aside. */
function stretchesOf(exception: Exception, below: Path, site: RuleSite, context: Context): Stretch[] {
  if (typeof exception === "string") return [];
  const read = (text: string, ...path: Path): Day | undefined =>
    dayOfRule(text, ["every", "except", ...below, ...path], site, context);
  const { month, on, from, to, period } = exception;
  const months = [month ?? []].flat().flatMap((entry, index): Stretch[] => {
    const path = Array.isArray(month) ? ["month", index] : ["month"];
    const found = readMonths(entry, siteSpan(site, "every", "except", ...below, ...path), context);
    return found === undefined ? [] : [found];
  });
  const days = [on ?? []].flat().flatMap((text, index): Stretch[] => {
    const day = read(text, ...(Array.isArray(on) ? ["on", index] : ["on"]));
    return day === undefined ? [] : [{ start: day, end: day }];
  });
  const [start, end] = [
    from === undefined ? undefined : read(from, "from"),
    to === undefined ? undefined : read(to, "to"),
  ];
  const isReversed = start !== undefined && end !== undefined && end < start;
  if (isReversed)
    context.report({
      code: "range-reversed",
      values: { from: { day: start }, to: { day: end } },
      span: siteSpan(site, "every", "except", ...below, "to"),
    });
  const stretch = start === undefined || end === undefined || isReversed ? [] : [{ start, end }];
  return [...months, ...days, ...stretch, ...(period === undefined ? [] : context.intervalsOf(period))];
}

/** What is left of a window outside a stretch: all of it, a part, two parts, or nothing. */
function outside(window: UnkeyedWindow, { start, end }: Stretch): UnkeyedWindow[] {
  const first = window.start ?? window.end;
  if (window.end < start || first > end) return [window];
  // A day, and a last day, is there or not; of a stretch the days before and behind are left.
  if (window.start === null || window.shape === "day") return [];
  const left = (from: Day, to: Day): UnkeyedWindow[] =>
    from > to
      ? []
      : [{ ...window, start: from, end: to, trace: [...window.trace, { step: "except", start: from, end: to }] }];
  return [...left(first, start - 1), ...left(end + 1, window.end)];
}

/** Returns what a recurrence leaves of its windows; an exception that leaves nothing is reported. */
export function withoutExceptions(
  windows: readonly UnkeyedWindow[],
  rule: EveryRule,
  site: RuleSite,
  context: Context,
): readonly UnkeyedWindow[] {
  if (rule.except === undefined) return windows;
  const exceptions = exceptionsOf(rule);
  const stretches = exceptions.flatMap(([each, path]) => stretchesOf(each, path, site, context));
  const isWorked = ({ start, end }: UnkeyedWindow): boolean =>
    context.calendar.workingDaysIn(start ?? end, end) > 0 || !context.calendar.covers(end);
  const left = stretches
    .reduce<readonly UnkeyedWindow[]>((list, stretch) => list.flatMap((window) => outside(window, stretch)), windows)
    .filter((window) => !exceptions.some(([each]) => each === "days-off") || isWorked(window));
  if (left.length === 0 && windows.length > 0)
    context.report({ code: "exception-leaves-nothing", values: {}, span: siteSpan(site, "every", "except") });
  return left;
}
