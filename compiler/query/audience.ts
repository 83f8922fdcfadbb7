import type { PlanEvent, Relation, ResolvedPlan } from "../resolve/model.ts";
import { oncePerPlan } from "./plan-index.ts";

/** Whose page it is and why something stands on it; the id is a party's or a profile's, which share one name space. */
export interface Reader {
  readonly party: string;
  readonly relation: Relation;
}

const profilesOf = oncePerPlan(
  (plan): ReadonlyMap<string, readonly string[]> =>
    new Map(plan.series.profiles.map(({ data }) => [data.id, data.parties])),
);

/** The parties of a profile; undefined for a party. */
export const partiesOfProfile = (plan: ResolvedPlan, id: string): readonly string[] | undefined =>
  profilesOf(plan).get(id);

/** All that have a page of their own: the parties, then the profiles. */
export const readersOf = (plan: ResolvedPlan): readonly string[] => [...plan.parties.ids, ...profilesOf(plan).keys()];

/** How near a relation is: of several by which something is a reader's, the nearest is told. */
const nearness: readonly Relation[] = ["own", "group", "officer", "controller", "oversight"];

/** The nearest relation of some parties to an event; undefined when it is none's. */
export function nearestRelation(
  plan: ResolvedPlan,
  parties: readonly string[],
  event: Pick<PlanEvent, "kind" | "read" | "audience">,
): Relation | undefined {
  const relations = parties.map((party) => plan.parties.relation(party, event, plan.series.data.controller));
  return nearness.find((relation) => relations.includes(relation));
}

/** Why an event is a reader's; undefined when it is not. */
export const relationOf = (
  plan: ResolvedPlan,
  id: string,
  event: Pick<PlanEvent, "kind" | "read" | "audience">,
): Relation | undefined => nearestRelation(plan, partiesOfProfile(plan, id) ?? [id], event);
