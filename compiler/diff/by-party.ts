import { readParties } from "../resolve/events.ts";
import type { PlanEvent, Relation, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import {
  isDateChange,
  isYearChange,
  type Change,
  type DateChange,
  type Difference,
  type ItemChange,
} from "./change.ts";

/** What a party sees of a change: a date that is handed over is new for one and gone for another. */
export interface Seen {
  readonly change: DateChange | ItemChange;
  readonly kind: Change["kind"];
  readonly relation: Relation;
}

/** The changes of one party, in the order of the plan. */
export interface PartyChanges {
  readonly party: string;
  readonly seen: readonly Seen[];
}

const planOf = (plans: readonly ResolvedPlan[], year: number): ResolvedPlan | undefined =>
  plans.find((plan) => plan.year === year);

function relationTo(
  event: Pick<PlanEvent, "kind" | "read" | "audience"> | null,
  party: string,
  plan: ResolvedPlan | undefined,
): Relation | undefined {
  return event === null || plan === undefined
    ? undefined
    : plan.parties.relation(party, event, plan.series.data.controller);
}

/** An item as an event of those who are responsible for it, or controlled by it. */
function asEvent(
  item: ResolvedItem | null,
  plan: ResolvedPlan | undefined,
): Pick<PlanEvent, "kind" | "read" | "audience"> | null {
  if (item === null || plan === undefined) return null;
  const read = readParties(
    item.responsible.length > 0 ? item.responsible : (item.control?.controlled ?? []),
    item.reading,
  );
  return { kind: "work", read, audience: plan.parties.expand(read) };
}

function seenBy(party: string, change: DateChange | ItemChange, { before, after }: Difference): Seen | undefined {
  const [oldPlan, plan] = [planOf(before, change.year), planOf(after, change.year)];
  const [old, now] = isDateChange(change)
    ? [change.before, change.after]
    : [asEvent(change.before, oldPlan), asEvent(change.after, plan)];
  const [was, is] = [relationTo(old, party, oldPlan), relationTo(now, party, plan)];
  const relation = is ?? was;
  if (relation === undefined) return undefined;
  if (!isDateChange(change)) return { change, kind: change.kind, relation };
  if (was !== undefined && is !== undefined)
    return change.kind === "reassigned" ? undefined : { change, kind: change.kind, relation };
  return { change, kind: is === undefined ? "gone" : "new", relation };
}

/**
 * The changes by party, in the order of the parties file, those without any left out. Who only coordinates is listed
 * with `relation` "oversight".
 */
export function byParty(difference: Difference): PartyChanges[] {
  const ids = [...new Set([...difference.after, ...difference.before].flatMap(({ parties }) => parties.ids))];
  const changes = difference.changes.filter((change): change is DateChange | ItemChange => !isYearChange(change));
  return ids
    .map((party) => ({ party, seen: changes.flatMap((change) => seenBy(party, change, difference) ?? []) }))
    .filter(({ seen }) => seen.length > 0);
}

/** Changes that concern nobody by name: rows without anyone responsible. */
export function ofNobody(difference: Difference): (DateChange | ItemChange)[] {
  const seen = new Set(
    byParty(difference).flatMap((entry) =>
      entry.seen.filter(({ relation }) => relation !== "oversight").map(({ change }) => change),
    ),
  );
  return difference.changes.filter(
    (change): change is DateChange | ItemChange =>
      !isYearChange(change) && !seen.has(change) && !(isDateChange(change) && change.kind === "reassigned"),
  );
}
