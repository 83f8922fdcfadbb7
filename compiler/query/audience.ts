/** To whom due windows and items are addressed, and why. */
import { applyReading } from "../resolve/due-windows.ts";
import type { CellKind, DueWindow, Relation, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { memoizeByPlan } from "./plan-index.ts";

/** A party or a profile (they share one name space), and why something is addressed to it. */
export interface Addressee {
  readonly id: string;
  readonly relation: Relation;
}

/** What decides to whom something is addressed: work or control, the parties after readings, and those with their groups' members. */
type Assignment = Pick<DueWindow, "kind" | "read" | "audience">;

const profilesOf = memoizeByPlan(
  (plan): ReadonlyMap<string, readonly string[]> =>
    new Map(plan.series.profiles.map(({ data }) => [data.id, data.parties])),
);

/** The parties of a profile; undefined for a party. */
export const partiesOfProfile = (plan: ResolvedPlan, id: string): readonly string[] | undefined =>
  profilesOf(plan).get(id);

/** The ids of all possible addressees: the parties, then the profiles. */
export const addresseeIds = (plan: ResolvedPlan): readonly string[] => [
  ...plan.parties.ids,
  ...profilesOf(plan).keys(),
];

/** Relations from the nearest to the farthest: where several hold, the nearest counts. */
const nearness: readonly Relation[] = ["own", "group", "officer", "controller", "oversight"];

/** The nearest relation of any of `parties` to an assignment; undefined where none has one. */
export function nearestRelation(
  plan: ResolvedPlan,
  parties: readonly string[],
  assignment: Assignment,
): Relation | undefined {
  const relations = parties.map((party) => plan.parties.relation(party, assignment, plan.series.data.controller));
  return nearness.find((relation) => relations.includes(relation));
}

/** The relation of a party or a profile to an assignment; undefined where it has none. */
const relationOf = (plan: ResolvedPlan, id: string, assignment: Assignment): Relation | undefined =>
  nearestRelation(plan, partiesOfProfile(plan, id) ?? [id], assignment);

/** The due windows addressed to a party or a profile, in the plan's order, each with the reason. */
export function dueWindowsOfParty(plan: ResolvedPlan, id: string): { due: DueWindow; relation: Relation }[] {
  return plan.dueWindows.flatMap((due) => {
    const relation = relationOf(plan, id, due);
    return relation === undefined ? [] : [{ due, relation }];
  });
}

/** To whom the work and the control of each item are assigned. */
const assignments = memoizeByPlan((plan): ReadonlyMap<ResolvedItem, Readonly<Record<CellKind, Assignment>>> => {
  const assignment = (kind: CellKind, parties: readonly string[], reading: ResolvedItem["reading"]): Assignment => {
    const read = applyReading(parties, reading);
    return { kind, read, audience: plan.parties.expand(read) };
  };
  return new Map(
    plan.items.map((item) => [
      item,
      {
        work: assignment("work", item.responsible, item.reading),
        control: assignment("control", item.control?.controlled ?? [], item.control?.reading ?? item.reading),
      },
    ]),
  );
});

/** The relation of a party or a profile to the work or the control of an item, dated or not; undefined where it has none. */
export const relationToItem = (
  plan: ResolvedPlan,
  id: string,
  item: ResolvedItem,
  kind: CellKind,
): Relation | undefined => relationOf(plan, id, assignments(plan).get(item)![kind]);
