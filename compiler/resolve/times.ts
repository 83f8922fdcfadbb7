/** Times of day: a clock of a zone on a day as an instant, and what it is while clocks are changed. */
import type { Day } from "../calendar/day.ts";
import { atLocalTime, clockIn, isoInstant, type Instant } from "../calendar/instant.ts";
import type { Span } from "../source/span.ts";
import { isTimeZone } from "../locale/time-zones.ts";
import type { Context } from "./context.ts";
import type { Instants, TraceStep } from "./model.ts";
import type { UnkeyedWindow } from "./resolution.ts";
import { siteSpan, type RuleSite } from "./rule-site.ts";

/**
 * Returns the instant of a time on a day. A time that does not exist there, or stands twice, is reported with the two
 * instants that it could be; an unknown zone has been reported where it is looked up.
 */
export function instantAt(day: Day, clock: string, zone: string, at: Span, context: Context): Instant | undefined {
  if (!isTimeZone(zone)) {
    context.log.reasonWasGiven();
    return undefined;
  }
  const { instants, byOffsets } = atLocalTime(zone, day, clock);
  if (instants.length === 1) return instants[0];
  // A time that is skipped comes earlier by the clocks after the change than by those before it.
  const answers = instants.length === 0 ? [...byOffsets].reverse() : instants;
  const [first, second] = answers.map(
    (instant) => `${isoInstant(instant, zone)} (${clockIn("UTC", instant).clock} UTC)`,
  );
  context.report({
    code: instants.length === 0 ? "time-missing" : "time-twice",
    values: { time: clock, day: { day }, zone, first: first ?? "", second: second ?? "" },
    span: at,
  });
  return undefined;
}

/** The first and the last time of a rule: "19:00", "09:00-18:00". */
function timesOf(at: string): readonly [first: string | undefined, last: string] {
  const [first = "", last] = at.split("-");
  return last === undefined ? [undefined, first] : [first, last];
}

export const timeStep = (at: string, instant: Instant, zone: string): TraceStep => ({
  step: "time",
  at,
  zone,
  instant: isoInstant(instant, zone),
  utc: isoInstant(instant, "UTC"),
});

/** The instants of a window whose rule names a time; nothing where it names none. */
export function instantsOf(
  { start, end }: Pick<UnkeyedWindow, "start" | "end">,
  { at, zone = undefined }: { readonly at?: string | undefined; readonly zone?: string | undefined },
  site: RuleSite,
  context: Context,
): { readonly instants: Instants; readonly step: TraceStep } | undefined {
  if (at === undefined) return undefined;
  const own = zone ?? context.zone;
  const span = siteSpan(site, "at");
  const [first, last] = timesOf(at);
  const until = instantAt(end, last, own, span, context);
  // A day, and a day alone, begins and ends at its one time.
  const sinceClock = first ?? (start === end ? last : undefined);
  const since =
    start === null || sinceClock === undefined
      ? undefined
      : sinceClock === last && start === end
        ? until
        : instantAt(start, sinceClock, own, span, context);
  if (until === undefined) return undefined;
  if (since !== undefined && since > until) {
    context.report({ code: "time-reversed", values: { at }, span });
    return undefined;
  }
  return {
    instants: { start: since, end: until, zone: own },
    step: timeStep(last, until, own),
  };
}
