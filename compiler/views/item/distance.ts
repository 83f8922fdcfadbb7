/** How far a deadline stands from an event, in a few words: what the links of a chain say between them. */
import { elementsOf } from "../../rule/elements.ts";
import type { Deadline, Within } from "../../generated/types.ts";
import { referenceOf, type Reference } from "../../rule/references.ts";
import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import type { Words } from "../../explain/vocabulary.ts";
import { words } from "../../explain/explain.ts";

export interface Distance {
  /** «+ 2 рабочих дня»; null where the rule does not name the event. */
  readonly gap: string | null;
  /** The bound of a period that the event is. */
  readonly bound: "end-of" | "start-of" | null;
}

/** What a rule of some form names, and how far from it the deadline is. */
interface Naming {
  readonly named: Parameters<typeof referenceOf>[0] | undefined;
  readonly gap: (plan: ResolvedPlan) => string;
}

function countOf(plan: ResolvedPlan, sign: string, count: Omit<Within, "after">): string {
  const { days } = words[plan.series.data.language];
  for (const unit of ["working-days", "calendar-days", "months"] as const) {
    if (count[unit] !== undefined) return `${sign}\u00a0${days(unit, count[unit])}`;
  }
  return "";
}

/** A distance that is no number. */
const said = (named: Naming["named"], word: keyof Words["gap"]): Naming => ({
  named,
  gap: ({ series }) => words[series.data.language].gap[word],
});

/** The forms that name an event. */
const namings: readonly ((rule: Deadline) => Naming | undefined)[] = [
  ({ within }) => within && { named: within.after, gap: (plan) => countOf(plan, "+", within) },
  ({ "no-later-than": latest }) => latest && { named: latest.before, gap: (plan) => countOf(plan, "\u2212", latest) },
  ({ "on-day-of": named }) => said(named, "sameDay"),
  ({ before: named }) => said(named, "earlier"),
  // A text after `until` is a day of the year.
  ({ until: named }) => said(typeof named === "string" ? undefined : named, "until"),
];

interface Wait {
  readonly gap: string;
  readonly reference: Reference;
}

/** The part of a rule that waits for an event. */
function waitOf(plan: ResolvedPlan, rule: Deadline, event: string): Wait | undefined {
  for (const naming of namings) {
    const found = naming(rule);
    const reference = found?.named === undefined ? undefined : referenceOf(found.named);
    if (found !== undefined && reference?.name === event) return { gap: found.gap(plan), reference };
  }
  for (const element of elementsOf(rule)) {
    const found = waitOf(plan, element, event);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How far a deadline stands from what it waits for, and which bound of a period that is. */
export function distance(plan: ResolvedPlan, item: ResolvedItem, event: string): Distance {
  const wait = item.deadline === null ? undefined : waitOf(plan, item.deadline.rule, event);
  if (wait === undefined) return { gap: null, bound: null };
  return { gap: wait.gap, bound: wait.reference.kind === "period" ? wait.reference.bound : null };
}
