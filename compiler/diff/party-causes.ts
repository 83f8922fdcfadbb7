import { spanOf } from "../load/yaml/parsed-yaml.ts";
import { itemWithDescendants } from "../query/plan-index.ts";
import type { DueWindow, ResolvedItem } from "../resolve/model.ts";
import { ruleCause, type PlanPair } from "./causes.ts";
import type { Cause, EditPlace } from "./change.ts";
import { sameNames } from "../source/same-names.ts";

/** Why a date falls on others: another cell of the row, another reading, other members of a group. */
export function causesOfParties(before: DueWindow, after: DueWindow, pair: PlanPair): Cause[] {
  const { before: planBefore, after: planAfter } = pair;
  if (planBefore === undefined || planAfter === undefined) return [];
  if (sameNames(before.read, after.read)) {
    return [{ kind: "membership", change: "changed", at: null, name: after.read.join(", "), chain: [] }];
  }
  const edited = ruleCause(after.item, after.kind, pair, []);
  if (edited.length > 0) return edited;
  const responsible = itemWithDescendants(planAfter, after.item).filter(
    (id) => !sameNames(planBefore.byId.get(id)?.responsible ?? [], planAfter.byId.get(id)?.responsible ?? []),
  );
  if (responsible.length > 0) {
    return responsible.map((id): Cause => ({
      kind: "responsible",
      change: "changed",
      at: responsiblePlace(planAfter.byId.get(id) ?? null, planBefore.byId.get(id) ?? null),
      name: id,
      chain: id === after.item ? [] : [id],
    }));
  }
  const item = planAfter.byId.get(after.item)!;
  const path = after.kind === "control" ? ["control", "party-reading"] : ["party-reading"];
  return [
    {
      kind: "reading",
      change: "changed",
      at: { side: "after", span: spanOf(item.source.origin, path) },
      name: after.item,
      chain: [],
    },
  ];
}

/** Where those responsible for an item are written. */
export function responsiblePlace(after: ResolvedItem | null, before: ResolvedItem | null): EditPlace | null {
  if (after !== null) return { side: "after", span: spanOf(after.source.origin, ["responsible"], "key") };
  return before === null ? null : { side: "before", span: spanOf(before.source.origin, ["responsible"], "key") };
}
