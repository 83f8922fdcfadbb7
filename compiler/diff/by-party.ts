import { applyReading } from "../resolve/due-windows.ts";
import type { DueWindow, Relation, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import {
  isDateChange,
  isPlanChange,
  type Change,
  type DateChange,
  type Difference,
  type ItemChange,
} from "./change.ts";

/** A change as one party meets it: a date that is handed over is new for one party and gone for another. */
export interface PartyChange {
  readonly change: DateChange | ItemChange;
  readonly kind: Change["kind"];
  readonly relation: Relation;
}

/** The changes of one party, in the order of the plan. */
export interface PartyChanges {
  readonly party: string;
  readonly changes: readonly PartyChange[];
}

const planOf = (plans: readonly ResolvedPlan[], id: string): ResolvedPlan | undefined =>
  plans.find((plan) => plan.id === id);

function relationOf(
  due: Pick<DueWindow, "kind" | "read" | "audience"> | null,
  party: string,
  plan: ResolvedPlan | undefined,
): Relation | undefined {
  return due === null || plan === undefined
    ? undefined
    : plan.parties.relation(party, due, plan.series.data.controller);
}

/** To whom an item is assigned: those responsible for it, else those controlled by it; null without an item. */
function asAssignment(
  item: ResolvedItem | null,
  plan: ResolvedPlan | undefined,
): Pick<DueWindow, "kind" | "read" | "audience"> | null {
  if (item === null || plan === undefined) return null;
  const read = applyReading(
    item.responsible.length > 0 ? item.responsible : (item.control?.controlled ?? []),
    item.reading,
  );
  return { kind: "work", read, audience: plan.parties.expand(read) };
}

function changeFor(
  party: string,
  change: DateChange | ItemChange,
  { before, after }: Difference,
): PartyChange | undefined {
  const [planBefore, planAfter] = [planOf(before, change.plan), planOf(after, change.plan)];
  const [assignedBefore, assignedAfter] = isDateChange(change)
    ? [change.before, change.after]
    : [asAssignment(change.before, planBefore), asAssignment(change.after, planAfter)];
  const relationBefore = relationOf(assignedBefore, party, planBefore);
  const relationAfter = relationOf(assignedAfter, party, planAfter);
  const relation = relationAfter ?? relationBefore;
  if (relation === undefined) return undefined;
  if (!isDateChange(change)) return { change, kind: change.kind, relation };
  if (relationBefore !== undefined && relationAfter !== undefined)
    return change.kind === "reassigned" ? undefined : { change, kind: change.kind, relation };
  return { change, kind: relationAfter === undefined ? "gone" : "new", relation };
}

/**
 * The changes by party, in the order of the parties file; parties without any are left out. A party that only coordinates
 * is listed with `relation` "oversight".
 */
export function byParty(difference: Difference): PartyChanges[] {
  const ids = [...new Set([...difference.after, ...difference.before].flatMap(({ parties }) => parties.ids))];
  const changes = difference.changes.filter((change): change is DateChange | ItemChange => !isPlanChange(change));
  return ids
    .map((party) => ({ party, changes: changes.flatMap((change) => changeFor(party, change, difference) ?? []) }))
    .filter((own) => own.changes.length > 0);
}

/** The changes that are addressed to nobody: those of rows without anyone responsible. */
export function ofNobody(difference: Difference): (DateChange | ItemChange)[] {
  const addressed = new Set(
    byParty(difference).flatMap((entry) =>
      entry.changes.filter(({ relation }) => relation !== "oversight").map(({ change }) => change),
    ),
  );
  return difference.changes.filter(
    (change): change is DateChange | ItemChange =>
      !isPlanChange(change) && !addressed.has(change) && !(isDateChange(change) && change.kind === "reassigned"),
  );
}
