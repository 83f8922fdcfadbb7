/** «каждый день», «каждый рабочий день», «каждую вторую неделю». */
import { isoDate, type Day } from "../../calendar/day.ts";
import type { DayUnit, UnitInstance } from "../../calendar/units.ts";
import type { Context } from "../context.ts";
import type { TraceStep } from "../model.ts";
import { dated, type Interval, type Resolution, type UnkeyedWindow } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import { withoutExceptions } from "./exceptions.ts";
import { runsIn, type EveryRule } from "./recurrence-bounds.ts";

/** Returns each unit, or every n-th from the first on, with the step that says so. */
export function everyNth(
  list: readonly UnitInstance[],
  { interval: nth }: Pick<EveryRule, "interval">,
): readonly { readonly instance: UnitInstance; readonly steps: readonly TraceStep[] }[] {
  const [first] = list;
  if (nth === undefined || first === undefined) return list.map((instance) => ({ instance, steps: [] }));
  const steps: TraceStep[] = [{ step: "interval", nth, from: first.start }];
  return list.filter((_, index) => index % nth === 0).map((instance) => ({ instance, steps }));
}

const unfit = ["on", "until", "as-of", "of", "since"] as const;

/** The days of an interval that the rule is about; where the calendar ends, which is reported, only those before it. */
function daysIn({ start, end }: Interval, unit: DayUnit, site: RuleSite, context: Context): Day[] {
  const days: Day[] = [];
  for (let day = start; day <= end; day++) {
    const covered = unit === "day" ? day : context.orReport(context.calendar.nextWorking(day), site);
    if (covered === undefined) return days;
    if (covered === day) days.push(day);
  }
  return days;
}

/** Returns a window for every day, or every working day, that the rule runs in. */
export function resolveEveryDay(rule: EveryRule, unit: DayUnit, site: RuleSite, context: Context): Resolution {
  const wrong = unfit.find((key) => rule[key] !== undefined);
  if (wrong !== undefined) {
    context.report({ code: "piece-of-day", values: { key: wrong }, span: siteSpan(site, "every", wrong) });
    return dated([]);
  }
  const pick = unit === "day" ? "each-day" : "each-working-day";
  const windows = runsIn(rule, site, context).flatMap((interval) => {
    const days = daysIn(interval, unit, site, context).map((day) => ({ key: isoDate(day), start: day, end: day }));
    return everyNth(days, rule).map(({ instance, steps }): UnkeyedWindow => ({
      ...instance,
      shape: "day",
      roll: "named",
      trace: [...interval.trace, { step: "pick", pick, day: instance.end, skipped: [] }, ...steps],
      conditional: interval.conditional,
    }));
  });
  return dated(withoutExceptions(windows, rule, site, context));
}
