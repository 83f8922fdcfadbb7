import { isoDate } from "../../calendar/day.ts";
import { isoInstant } from "../../calendar/instant.ts";
import { isDraft, type DueWindow, type ResolvedPlan, type TraceStep } from "../../resolve/model.ts";
import { nameOf } from "../../explain/titles.ts";
import { dueWindowsOfItem } from "../../query/plan-index.ts";

/** What goes on from its first to its last day, both named by the plan: what schema.org calls an event. */
export interface Occasion {
  readonly name: string;
  /** ISO 8601: a day, or where the plan has a time an instant with its offset. */
  readonly start: string;
  /** The last day, inside; a day or an instant. */
  readonly end: string;
  readonly place: string;
}

/** Steps that leave both ends of a window as they were named. */
const leavesEnds = new Set<TraceStep["step"]>(["roll", "time"]);

/** Whether a window's days are named in the plan's words or as one of its periods. */
const namesBothEnds = (step: TraceStep | undefined): boolean =>
  step?.step === "named"
    ? step.form !== "month"
    : step?.step === "period" && step.startIs === undefined && step.editorial === undefined;

function takesPlace({ kind, window: { start, end, snapshot, conditional, trace } }: DueWindow): boolean {
  const [first, ...rest] = trace;
  return (
    kind === "work" &&
    start !== null &&
    start < end &&
    snapshot === undefined &&
    conditional === undefined &&
    namesBothEnds(first) &&
    rest.every(({ step }) => leavesEnds.has(step))
  );
}

/**
 * What of an item is an event (schema.org: «happening at a certain time and location»): a stretch with its first and last day. A
 * deadline is none, nor is a single day, which a column of deadlines means as an end; nor a month without its days, what a count or
 * an occurrence moves, a condition, a check; nor anything where the series does not say its place.
 */
export function occasionsOf(plan: ResolvedPlan, id: string): readonly Occasion[] {
  const { place } = plan.series.data;
  if (place === undefined || isDraft(plan) || plan.byId.get(id)!.withdrawn !== null) return [];
  return dueWindowsOfItem(plan, id)
    .filter(takesPlace)
    .map(({ row, window: { start, end, instants } }) => ({
      name: nameOf(row, plan.byId),
      start: instants?.start === undefined ? isoDate(start!) : isoInstant(instants.start, instants.zone),
      end: instants === undefined ? isoDate(end) : isoInstant(instants.end, instants.zone),
      place,
    }));
}
