import { addMonths, type Day } from "../../calendar/day.ts";
import type { NoLaterThan, Within } from "../../generated/types.ts";
import {
  daysOff,
  type Anchor,
  type Anchors,
  type Context,
  type UnkeyedWindow,
  type Resolution,
  type RuleSite,
} from "../context.ts";
import type { CountUnit, TraceStep } from "../model.ts";

/** The unit and number that a count asks for. */
function countOf(rule: Within | NoLaterThan): { unit: CountUnit; count: number } {
  for (const unit of ["working-days", "calendar-days", "months"] as const) {
    const count = rule[unit];
    if (count !== undefined) return { unit, count };
  }
  return { unit: "calendar-days", count: 0 };
}

/**
 * Counts from the day of an event. The day of the event is not counted where the rule set excludes it (ГК РФ ст. 191);
 * where it counts, it is the first day. Months go by ГК РФ ст. 192 п. 3.
 */
function count(
  from: Day,
  unit: CountUnit,
  n: number,
  sign: 1 | -1,
  site: RuleSite,
  context: Context,
): { day: Day; step: TraceStep } | undefined {
  const { calendar } = context;
  const { value: eventDay, source } = site.rules["event-day"];
  const included = eventDay === "included";
  const start = included ? from - sign : from;
  const day =
    unit === "months"
      ? addMonths(start, sign * n)
      : unit === "calendar-days"
        ? start + sign * n
        : context.orReport(calendar.addWorkingDays(start, sign * n), site);
  if (day === undefined) return undefined;
  const skipped =
    unit === "working-days" ? (sign === 1 ? daysOff(calendar, start + 1, day) : daysOff(calendar, day, start - 1)) : [];
  return {
    day,
    step: {
      step: "count",
      unit,
      count: n,
      direction: sign === 1 ? "after" : "before",
      from,
      to: day,
      eventDay,
      source,
      skipped,
    },
  };
}

/** A period of days must hold a least number of working days where the rule set says so (Reg. 1182/71 art. 3(5)). */
function atLeast(from: Day, end: Day, n: number, site: RuleSite, context: Context): { end: Day; steps: TraceStep[] } {
  const minimum = site.rules["minimum-working-days"];
  if (
    minimum === undefined ||
    n < minimum["from-days"] ||
    context.calendar.workingDaysIn(from + 1, end) >= minimum.value
  )
    return { end, steps: [] };
  const day = context.orReport(context.calendar.addWorkingDays(from, minimum.value), site);
  return day === undefined
    ? { end, steps: [] }
    : { end: day, steps: [{ step: "minimum", count: minimum.value, day, source: minimum.source }] };
}

function fromAnchors(
  { state, anchors, waiting }: Anchors,
  site: RuleSite,
  window: (anchor: Anchor) => UnkeyedWindow | undefined,
): Resolution {
  return {
    state,
    windows: anchors.flatMap((anchor) => window(anchor) ?? []),
    waiting: waiting.map((event) => ({ event, path: site.path })),
  };
}

const hanging = (anchor: Anchor): Pick<UnkeyedWindow, "after"> & { key: string; occurrence?: string } => ({
  key: anchor.key,
  after: anchor.day,
  ...(anchor.occurrence === undefined ? {} : { occurrence: anchor.occurrence }),
});

/** «в течение N рабочих дней после X»: open at its start, to the N-th day after the event. */
export function resolveWithin(rule: Within, anchors: Anchors, site: RuleSite, context: Context): Resolution {
  const { unit, count: n } = countOf(rule);
  return fromAnchors(anchors, site, (anchor) => {
    const counted = count(anchor.day, unit, n, 1, site, context);
    if (counted === undefined) return undefined;
    const { end, steps } =
      unit === "months" ? { end: counted.day, steps: [] } : atLeast(anchor.day, counted.day, n, site, context);
    return {
      ...hanging(anchor),
      start: null,
      end,
      shape: "day",
      roll: "within",
      trace: [...anchor.trace, counted.step, ...steps],
    };
  });
}

/** «не позднее N рабочих дней до X»: open at its start, to the N-th day before the event. */
export function resolveNoLaterThan(rule: NoLaterThan, anchors: Anchors, site: RuleSite, context: Context): Resolution {
  const { unit, count: n } = countOf(rule);
  return fromAnchors(anchors, site, (anchor) => {
    const counted = count(anchor.day, unit, n, -1, site, context);
    return (
      counted && {
        ...hanging(anchor),
        start: null,
        end: counted.day,
        shape: "day",
        roll: "before",
        trace: [...anchor.trace, counted.step],
      }
    );
  });
}

/** «в день X»: the day of the event itself. */
export function resolveOnDayOf(anchors: Anchors, site: RuleSite): Resolution {
  return fromAnchors(anchors, site, (anchor) => ({
    ...hanging(anchor),
    start: anchor.day,
    end: anchor.day,
    shape: "day",
    roll: "named",
    trace: [...anchor.trace, { step: "pick", pick: "same-day", day: anchor.day, skipped: [] }],
  }));
}

/** «до конца квартала», «не позднее дня X»: open at its start, to that day. */
export function resolveUntilDayOf(anchors: Anchors, site: RuleSite): Resolution {
  return fromAnchors(anchors, site, (anchor) => ({
    ...hanging(anchor),
    start: null,
    end: anchor.day,
    shape: "day",
    roll: "until",
    trace: [...anchor.trace, { step: "pick", pick: "same-day", day: anchor.day, skipped: [] }],
  }));
}

/** «до начала X»: open at its start, to the day before the event. */
export function resolveBefore(anchors: Anchors, site: RuleSite): Resolution {
  return fromAnchors(anchors, site, (anchor) => ({
    ...hanging(anchor),
    start: null,
    end: anchor.day - 1,
    shape: "day",
    roll: "until",
    trace: [...anchor.trace, { step: "pick", pick: "day-before", day: anchor.day - 1, skipped: [] }],
  }));
}
