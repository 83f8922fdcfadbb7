/** How far a deadline stands from an event, in a few words: what the links of a chain say between them. */
import type { Deadline } from "../../generated/types.ts";
import type { Bound, ReferenceForm } from "../../rule/references.ts";
import { referencesIn } from "../../rule/visit-rule.ts";
import { countIn, type Counted } from "../../calendar/units.ts";
import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import type { Words } from "../../explain/vocabulary.ts";
import { words } from "../../explain/explain.ts";

export interface Distance {
  /** «+ 2 рабочих дня»; null where the rule does not name the event. */
  readonly gap: string | null;
  /** The bound of a period that the event is. */
  readonly bound: Bound | null;
}

function countOf(plan: ResolvedPlan, sign: string, counted: Counted): string {
  const { days } = words[plan.series.data.language];
  const { unit, count } = countIn(counted);
  return `${sign}\u00a0${days(unit, count)}`;
}

/** A distance that is no number. */
const inWords =
  (word: keyof Words["gap"]): Gap =>
  (_, plan) =>
    words[plan.series.data.language].gap[word];

type Gap = (rule: Deadline, plan: ResolvedPlan) => string;

const gaps: Readonly<Record<ReferenceForm, Gap>> = {
  within: ({ within = {} }, plan) => countOf(plan, "+", within),
  "no-later-than": (rule, plan) => countOf(plan, "\u2212", rule["no-later-than"] ?? {}),
  exactly: ({ exactly = {} }, plan) => countOf(plan, "+", exactly),
  "on-day-of": inWords("sameDay"),
  before: inWords("earlier"),
  until: inWords("until"),
};

/** How far a deadline stands from what it waits for, and which bound of a period that is. */
export function distance(plan: ResolvedPlan, item: ResolvedItem, event: string): Distance {
  const wait =
    item.deadline === null
      ? undefined
      : referencesIn(item.deadline.rule).find(({ reference }) => reference.name === event);
  if (wait === undefined) return { gap: null, bound: null };
  const { form, rule, reference } = wait;
  return { gap: gaps[form](rule, plan), bound: reference.kind === "period" ? reference.bound : null };
}
