/** How far a deadline stands from an event, in a few words: what the links of a chain say between them. */
import { elementsOf } from "../load/elements.ts";
import type { Deadline, Within } from "../load/generated/types.ts";
import { referenceOf, type Reference } from "../load/reference.ts";
import type { ResolvedItem, ResolvedPlan } from "../resolve/resolved.ts";
import { words } from "../words/words.ts";

export interface Distance {
  /** «+ 2 рабочих дня»; null where the rule does not name the event. */
  readonly gap: string | null;
  /** The bound of a period that the event is. */
  readonly bound: "end-of" | "start-of" | null;
}

/** The part of a rule that waits for an event, and how it names it. */
function waitOf(rule: Deadline, event: string): { readonly rule: Deadline; readonly reference: Reference } | undefined {
  // A text after `until` is a day of the year.
  for (const named of [rule.within?.after, rule["no-later-than"]?.before, rule["on-day-of"], rule.before, typeof rule.until === "string" ? undefined : rule.until]) {
    const reference = named === undefined ? undefined : referenceOf(named);
    if (reference?.name === event) return { rule, reference };
  }
  for (const element of elementsOf(rule)) {
    const found = waitOf(element, event);
    if (found !== undefined) return found;
  }
  return undefined;
}

function countOf(plan: ResolvedPlan, sign: string, count: Omit<Within, "after">): string {
  const { days } = words[plan.series.data.language];
  for (const unit of ["working-days", "calendar-days", "months"] as const) {
    if (count[unit] !== undefined) return `${sign}\u00a0${days(unit, count[unit])}`;
  }
  return "";
}

/** How far a deadline stands from what it waits for, and which bound of a period that is. */
export function distance(plan: ResolvedPlan, item: ResolvedItem, event: string): Distance {
  const wait = item.deadline === null ? undefined : waitOf(item.deadline.rule, event);
  if (wait === undefined) return { gap: null, bound: null };
  const { gap: named } = words[plan.series.data.language];
  const { within, "no-later-than": before, "on-day-of": same } = wait.rule;
  const gap = within !== undefined ? countOf(plan, "+", within) : before !== undefined ? countOf(plan, "\u2212", before) : same !== undefined ? named.sameDay : wait.rule.before !== undefined ? named.earlier : named.until;
  return { gap, bound: wait.reference.kind === "period" ? wait.reference.bound : null };
}
