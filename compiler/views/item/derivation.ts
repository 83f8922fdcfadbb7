import { capitalised } from "../../source/capitalised.ts";
import type { Day } from "../../calendar/day.ts";
import type { DueWindow, ResolvedPlan, TraceStep } from "../../resolve/model.ts";
import { explain } from "../../explain/explain.ts";
import { dayView, type DayView } from "../days.ts";
import { dueView, type DueView } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";

/** A day of a count: the event (0), a counted day (1, 2 …), or one passed over (null). */
export interface CountCell {
  readonly day: DayView;
  readonly ordinal: number | null;
  readonly role: "event" | "counted" | "skipped" | "end";
}

/** How one date came about, in sentences and as a strip of days where days were counted. */
export interface DerivationView {
  readonly due: DueView;
  /** Named for this very date; empty when it holds for all of the item's parties. */
  readonly audience: readonly PartyRef[];
  readonly sentences: readonly string[];
  readonly count: readonly CountCell[] | null;
}

type CountStep = Extract<TraceStep, { step: "count" }>;

/** A strip longer than this says less than its sentence. */
const longestStrip = 16;

/** The days from the event to the due day, each with its ordinal or the reason why it has none. */
function countCells(plan: ResolvedPlan, step: CountStep): CountCell[] | null {
  const direction = step.direction === "after" ? 1 : -1;
  const length = Math.abs(step.to - step.from) + 1;
  if (step.unit === "months" || length > longestStrip || length < 2) return null;
  const skipped = new Set(step.skipped.map(({ day }) => day));
  let ordinal = step.eventDay === "included" ? 1 : 0;
  const cells = Array.from({ length }, (_, index): CountCell => {
    const day: Day = step.from + index * direction;
    if (index === 0) return { day: dayView(plan, day), ordinal, role: "event" };
    if (skipped.has(day)) return { day: dayView(plan, day), ordinal: null, role: "skipped" };
    ordinal += 1;
    return { day: dayView(plan, day), ordinal, role: day === step.to ? "end" : "counted" };
  });
  return direction === 1 ? cells : cells.reverse();
}

const sentence = (text: string): string => `${capitalised(text)}.`.replace(/\.\.$/, ".");

/** One window with its derivation. */
export function derivationView(plan: ResolvedPlan, due: DueWindow): DerivationView {
  const { trace } = due.window;
  const counted = trace.findLast((step): step is CountStep => step.step === "count");
  return {
    due: dueView(plan, due),
    audience: (due.window.audience ?? []).map((id) => partyRef(plan, id)),
    sentences: explain(trace, plan.series.data.language).map(sentence),
    count: counted === undefined ? null : countCells(plan, counted),
  };
}
