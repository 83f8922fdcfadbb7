import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import type { UndatedCounts } from "./messages/feed-messages.ts";
import { relationToItem } from "../query/audience.ts";

type Undated = Readonly<Record<"on-event" | "continuous" | "external" | "none", number>>;

/** Items that are some parties' or nobody's for the same reason: one of them stands for all. */
interface Alike {
  readonly item: ResolvedItem;
  readonly counts: Record<keyof Undated, number>;
}

const grouped = new WeakMap<ResolvedPlan, readonly Alike[]>();

/** The items of a plan by whom they are assigned to, so that whose they are is asked once for each of these. */
function alike(plan: ResolvedPlan): readonly Alike[] {
  const known = grouped.get(plan);
  if (known !== undefined) return known;
  const groups = new Map<string, Alike>();
  for (const item of plan.items) {
    const { deadline, responsible, reading } = item;
    const name = JSON.stringify([deadline === null, responsible, reading ?? null]);
    const group = groups.get(name) ?? { item, counts: { "on-event": 0, continuous: 0, external: 0, none: 0 } };
    groups.set(name, group);
    const state = deadline?.state ?? "none";
    if (state !== "dated") group.counts[state] += 1;
  }
  grouped.set(plan, [...groups.values()]);
  return grouped.get(plan)!;
}

/**
 * How many items of some parties have no date and so no entry, by the reason why; undefined: of the whole plan. An item
 * that waits is counted whatever was recorded, since the event may come again; rows that only hold others are not.
 */
export function countUndated(plan: ResolvedPlan, parties: readonly string[] | undefined): UndatedCounts {
  const own = alike(plan).filter(({ item }) =>
    parties === undefined
      ? item.deadline !== null || item.responsible.length > 0
      : parties.some((party) => relationToItem(plan, party, item, "work") !== undefined),
  );
  const count = (state: keyof Undated): number => own.reduce((sum, { counts }) => sum + counts[state], 0);
  return {
    onEvent: count("on-event"),
    continuous: count("continuous"),
    external: count("external"),
    none: count("none"),
  };
}
