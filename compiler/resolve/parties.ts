import { valuesByKey } from "../source/values-by-key.ts";
import type { Party } from "../generated/types.ts";
import type { PartyGraph, DueWindow, Relation } from "./model.ts";

/** What is reached by a relation from where one begins, the beginnings too; each is gone through once, so a circle ends. */
export function reachable(from: Iterable<string>, next: (party: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // What is added while a set is gone through is gone through too.
  for (const party of found) for (const each of next(party)) found.add(each);
  return found;
}

/** Everything reachable by a relation, the start left out. */
const transitiveClosure = (start: string, next: (party: string) => readonly string[]): string[] =>
  [...reachable(next(start), next)].filter((party) => party !== start);

/**
 * The relations of the parties: a member gets what is assigned to its group, a body gets its officer's duties, an
 * overseer gets what those it oversees get. All of them are data of `parties.yaml`.
 */
export function createPartyGraph(parties: readonly Party[]): PartyGraph {
  const ids = parties.map(({ id }) => id);
  const order = new Map(ids.map((id, index) => [id, index]));
  const byId = new Map(parties.map((party) => [party.id, party]));
  const inOrder = (list: Iterable<string>): string[] =>
    [...new Set(list)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const holders = (key: "member-of" | "officer-of"): Map<string, string[]> =>
    valuesByKey(parties.flatMap((party) => (party[key] ?? []).map((target) => [target, party.id] as const)));
  const membersOf = holders("member-of");
  const officers = holders("officer-of");
  const overseers = new Set(parties.filter((party) => party.oversees !== undefined).map(({ id }) => id));

  const members = (group: string): string[] =>
    inOrder(transitiveClosure(group, (party) => membersOf.get(party) ?? []).filter((party) => !membersOf.has(party)));
  const expand = (list: readonly string[]): string[] =>
    inOrder(list.flatMap((party) => (membersOf.has(party) ? members(party) : [party])));
  const groupsOf = (party: string): string[] =>
    inOrder(transitiveClosure(party, (id) => byId.get(id)?.["member-of"] ?? []));
  const directlyOverseen = (party: string): readonly string[] => {
    const oversees = byId.get(party)?.oversees ?? [];
    return oversees === "all" ? ids.filter((id) => id !== party && !overseers.has(id)) : [oversees].flat();
  };
  /** Whom an overseer sees through one it oversees: the members of a group, an organ's officers, and whom that one oversees itself. */
  const reach = new Map(
    ids.map((id) => [id, [...directlyOverseen(id), ...(membersOf.get(id) ?? []), ...(officers.get(id) ?? [])]]),
  );
  const overseen = new Map(
    ids.map((id) => [id, inOrder(reachable(directlyOverseen(id), (party) => reach.get(party) ?? []))]),
  );

  const relation = (
    party: string,
    due: Pick<DueWindow, "kind" | "read" | "audience">,
    controller: string | undefined,
  ): Relation | undefined => {
    if (due.read.includes(party)) return "own";
    if (due.audience.includes(party)) return "group";
    if ((officers.get(party) ?? []).some((officer) => due.audience.includes(officer))) return "officer";
    if (due.kind === "control" && party === controller) return "controller";
    return overseen.get(party)?.some((target) => due.audience.includes(target) || due.read.includes(target))
      ? "oversight"
      : undefined;
  };

  return {
    ids,
    expand,
    members,
    groupsOf,
    officersOf: (body) => officers.get(body) ?? [],
    overseenBy: (party) => overseen.get(party) ?? [],
    relation,
  };
}
