import { addMonths, type Day } from "../../calendar/day.ts";
import { clockIn, isoInstant } from "../../calendar/instant.ts";
import type { Exactly, NoLaterThan, Within } from "../../generated/types.ts";
import type { Context } from "../context.ts";
import { daysOff } from "../days.ts";
import type { Anchor, Anchors, UnkeyedWindow, Resolution } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import { timeStep } from "../times.ts";
import { countIn, type CountUnit } from "../../calendar/units.ts";
import type { TraceStep } from "../model.ts";

/** A number of units from an event, forwards (1) or backwards (−1). */
interface Count {
  readonly unit: CountUnit;
  readonly count: number;
  readonly direction: 1 | -1;
}

/** Hours go from the time of the event, which a record of it has; the day is the one that the clocks of its zone show. */
function hoursFrom(
  anchor: Anchor,
  { count, direction }: Count,
  site: RuleSite,
  context: Context,
): UnkeyedWindow | undefined {
  const { moment } = anchor;
  if (moment === undefined) {
    if (anchor.tried === true) context.log.reasonWasGiven();
    else context.report({ code: "hours-without-time", values: {}, span: siteSpan(site, site.form ?? "", "hours") });
    return undefined;
  }
  const { zone } = moment;
  const instant = moment.instant + direction * count * 60;
  const { day, clock } = clockIn(zone, instant);
  const step: TraceStep = {
    step: "hours",
    count,
    direction: direction === 1 ? "after" : "before",
    since: isoInstant(moment.instant, zone),
    until: isoInstant(instant, zone),
  };
  return {
    ...hanging(anchor),
    start: null,
    end: day,
    shape: "day",
    roll: null,
    instants: { end: instant, zone },
    trace: [...anchor.trace, step, timeStep(clock, instant, zone)],
  };
}

/** Days are counted as days: the time of the event takes no part, and the derivation says so. */
const wholeDays = ({ moment }: Anchor): TraceStep[] => (moment === undefined ? [] : [{ step: "whole-days" }]);

/** The last day of a count that begins after `start`. */
function lastOf({ unit, count, direction }: Count, start: Day, site: RuleSite, context: Context): Day | undefined {
  if (unit === "months") return addMonths(start, direction * count);
  if (unit === "calendar-days") return start + direction * count;
  if (unit === "weeks") return start + direction * count * 7;
  return context.orReport(context.calendar.addWorkingDays(start, direction * count), site);
}

/**
 * Counts from the day of an event. The day of the event is not counted where the rule set excludes it (ГК РФ ст. 191);
 * where it counts, it is the first day. Months go by ГК РФ ст. 192 п. 3.
 */
function countFrom(
  from: Day,
  asked: Count,
  site: RuleSite,
  context: Context,
): { readonly day: Day; readonly step: TraceStep } | undefined {
  const { unit, count, direction } = asked;
  const { value: eventDay, source } = site.rules["event-day"];
  const start = eventDay === "included" ? from - direction : from;
  const day = lastOf(asked, start, site, context);
  if (day === undefined) return undefined;
  const [first, last] = direction === 1 ? [start + 1, day] : [day, start - 1];
  return {
    day,
    step: {
      step: "count",
      unit,
      count,
      direction: direction === 1 ? "after" : "before",
      from,
      to: day,
      eventDay,
      source,
      skipped: unit === "working-days" ? daysOff(context.calendar, first, last) : [],
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
    windows: anchors.flatMap((anchor) => {
      const made = window(anchor);
      return made === undefined || (anchor.earliest !== undefined && made.end < anchor.earliest) ? [] : [made];
    }),
    waiting: waiting.map((event) => ({ event, path: site.path })),
  };
}

const hanging = (anchor: Anchor): Pick<UnkeyedWindow, "key" | "after" | "occurrence"> => ({
  key: anchor.key,
  after: anchor.day,
  occurrence: anchor.occurrence,
});

/** «в течение N рабочих дней после X»: open at its start, to the N-th day after the event. */
export function resolveWithin(rule: Within, anchors: Anchors, site: RuleSite, context: Context): Resolution {
  const asked: Count = { ...countIn(rule), direction: 1 };
  return fromAnchors(anchors, site, (anchor) => {
    if (asked.unit === "hours") return hoursFrom(anchor, asked, site, context);
    const counted = countFrom(anchor.day, asked, site, context);
    if (counted === undefined) return undefined;
    const { end, steps } =
      asked.unit === "months"
        ? { end: counted.day, steps: [] }
        : atLeast(anchor.day, counted.day, asked.count * (asked.unit === "weeks" ? 7 : 1), site, context);
    return {
      ...hanging(anchor),
      start: null,
      end,
      shape: "day",
      roll: "within",
      trace: [...anchor.trace, ...wholeDays(anchor), counted.step, ...steps],
    };
  });
}

/** «не позднее N рабочих дней до X»: open at its start, to the N-th day before the event. */
export function resolveNoLaterThan(rule: NoLaterThan, anchors: Anchors, site: RuleSite, context: Context): Resolution {
  const asked: Count = { ...countIn(rule), direction: -1 };
  return fromAnchors(anchors, site, (anchor) => {
    if (asked.unit === "hours") return hoursFrom(anchor, asked, site, context);
    const counted = countFrom(anchor.day, asked, site, context);
    return (
      counted && {
        ...hanging(anchor),
        start: null,
        end: counted.day,
        shape: "day",
        roll: "before",
        trace: [...anchor.trace, ...wholeDays(anchor), counted.step],
      }
    );
  });
}

/** «на следующий рабочий день после X»: the N-th day after the event itself, which moves as a named day does. */
export function resolveExactly(rule: Exactly, anchors: Anchors, site: RuleSite, context: Context): Resolution {
  const asked: Count = { ...countIn(rule), direction: 1 };
  return fromAnchors(anchors, site, (anchor) => {
    if (asked.unit === "hours") {
      const window = hoursFrom(anchor, asked, site, context);
      return (
        window?.instants && {
          ...window,
          start: window.end,
          instants: { ...window.instants, start: window.instants.end },
        }
      );
    }
    const counted = countFrom(anchor.day, asked, site, context);
    return (
      counted && {
        ...hanging(anchor),
        start: counted.day,
        end: counted.day,
        shape: "day",
        roll: "named",
        trace: [...anchor.trace, ...wholeDays(anchor), counted.step],
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
