import type { Bounds } from "../../calendar/bounds.ts";
import type { Day } from "../../calendar/day.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Deadline } from "../../generated/types.ts";
import { readDay } from "../calendars.ts";
import type { Context } from "../context.ts";
import { dated, type UnkeyedWindow, type Resolution, type Interval } from "../resolution.ts";
import { dayOfRule } from "../anchors/day-of-rule.ts";
import { readMonths } from "../anchors/months.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import type { TraceStep } from "../model.ts";
import { yearlyIntervals } from "../anchors/yearly.ts";
import { selectDays } from "./day-selector.ts";

/** «6 сентября», «12, 23 августа»: that day, each of them. */
export function resolveOn(on: NonNullable<Deadline["on"]>, site: RuleSite, context: Context): Resolution {
  return dated(
    [on].flat().flatMap((text, index): UnkeyedWindow[] => {
      const found = dayOfRule(text, Array.isArray(on) ? ["on", index] : ["on"], site, context);
      if (found === undefined) return [];
      return [
        {
          start: found,
          end: found,
          shape: "day",
          roll: "named",
          trace: [{ step: "named", form: "day", start: found, end: found }],
        },
      ];
    }),
  );
}

/** «до 1 марта», «не позднее 1 апреля»: open at its start; whether the day itself is inside is a point of the rule set. */
export function resolveUntil(until: string, site: RuleSite, context: Context): Resolution {
  const found = dayOfRule(until, ["until"], site, context);
  if (found === undefined) return dated([]);
  const { value, source } = site.rules["until-day"];
  const end = value === "included" ? found : found - 1;
  return dated([
    {
      start: null,
      end,
      shape: "day",
      roll: "until",
      trace: [{ step: "until", day: found, included: value === "included", source }],
    },
  ]);
}

/** «1 июня – 31 августа», «1 сентября – 31 мая», and the same with a conditional extension. */
function resolveRange(rule: Deadline & { from: string; to: string }, site: RuleSite, context: Context): Resolution {
  const read = (key: "from" | "to", bounds: Bounds, report: Report): Day | undefined =>
    readDay(rule[key], { at: site.deadline, path: [...site.path, key], bounds, report });
  const intervals = yearlyIntervals(rule, read, siteSpan(site, "to"), context);
  const windows = intervals.map(({ start, end, key }): UnkeyedWindow => ({
    start,
    end,
    shape: "range",
    roll: "named",
    trace: [{ step: "named", form: "range", start, end }],
    ...(rule.wraps ? { key } : {}),
  }));
  const last = intervals.at(-1);
  if (rule.extended === undefined || last === undefined) return dated(windows);
  const to = dayOfRule(rule.extended.to, ["extended", "to"], site, context);
  if (to === undefined) return dated(windows);
  const start = last.end + 1;
  if (to < start) {
    context.report({
      code: "range-reversed",
      values: { from: rule.to, to: rule.extended.to },
      span: siteSpan(site, "extended", "to"),
    });
    return dated(windows);
  }
  const step: TraceStep = { step: "extended", condition: rule.extended.if, start, end: to };
  return dated([
    ...windows,
    { key: "conditional", start, end: to, shape: "range", roll: "named", conditional: rule.extended.if, trace: [step] },
  ]);
}

/** «с 1 апреля»: to the end of the nearest enclosing item that has one, else of the plan. */
function resolveOpen(from: string, site: RuleSite, context: Context): Resolution {
  const start = dayOfRule(from, ["from"], site, context);
  if (start === undefined) return dated([]);
  for (let id = context.parentOf(site.item.data.id); id !== undefined; id = context.parentOf(id)) {
    const ends = (context.deadlineOf(id, site.deadline, [...site.path, "from"])?.windows ?? [])
      .map(({ end }) => end)
      .filter((end) => end >= start);
    if (ends.length === 0) continue;
    const end = Math.max(...ends);
    return dated([{ start, end, shape: "open", roll: null, trace: [{ step: "open-end", day: end, item: id }] }]);
  }
  const { to } = context.bounds;
  // What begins after the plan has no end in it.
  if (start > to) return dated([]);
  return dated([{ start, end: to, shape: "open", roll: null, trace: [{ step: "open-end", day: to }] }]);
}

/** A deadline that begins with `from`. */
export function resolveFrom(rule: Deadline, site: RuleSite, context: Context): Resolution {
  const { from, to } = rule;
  if (from === undefined) return dated([]);
  return to === undefined ? resolveOpen(from, site, context) : resolveRange({ ...rule, from, to }, site, context);
}

/** «апрель», «Февраль – март Март, октябрь», «первая декада марта»: one window a named month or run of months; overlaps stay. */
export function resolveMonth(
  month: NonNullable<Deadline["month"]>,
  part: string | undefined,
  site: RuleSite,
  context: Context,
): Resolution {
  return dated(
    [month].flat().flatMap((entry, index): UnkeyedWindow[] => {
      const months = readMonths(entry, siteSpan(site, "month", ...(Array.isArray(month) ? [index] : [])), context);
      if (months === undefined) return [];
      const { start, end, key, isOne } = months;
      const named: TraceStep = { step: "named", form: "month", start, end };
      if (part !== undefined) {
        const selected = selectDays(part, { start, end }, site, context);
        return selected === undefined ? [] : [{ key, ...selected, trace: [named, ...selected.trace] }];
      }
      return [
        {
          key,
          start,
          end,
          shape: isOne ? "month" : "range",
          roll: "named",
          trace: [named],
        },
      ];
    }),
  );
}

/** «в течение приемной кампании»: the intervals of a named period. */
export function resolvePeriod(intervals: readonly Interval[]): Resolution {
  return dated(
    intervals.map(({ key, start, end, conditional, startIs, trace }): UnkeyedWindow => ({
      key,
      start,
      end,
      shape: "range",
      roll: "named",
      trace,
      conditional,
      startIs,
    })),
  );
}
