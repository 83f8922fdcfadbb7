import { relationToItem } from "../query/audience.ts";
import { memoizeByPlan } from "../query/plan-index.ts";
import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import type { UndatedCounts } from "./messages/feed-messages.ts";

type UndatedState = "on-event" | "continuous" | "external" | "none";

const isUndated = ({ deadline }: ResolvedItem): boolean => deadline?.state !== "dated";

/** The items of a plan without a date in groups whose work is assigned alike, so that a party's relation is looked up once a group. */
const groupsOf = memoizeByPlan(({ items }) =>
  [
    ...Map.groupBy(items.filter(isUndated), ({ deadline, responsible, reading }) =>
      JSON.stringify([deadline === null, responsible, reading ?? null]),
    ).values(),
  ].map((members) => {
    const counts: Record<UndatedState, number> = { "on-event": 0, continuous: 0, external: 0, none: 0 };
    for (const { deadline } of members) counts[(deadline?.state ?? "none") as UndatedState] += 1;
    return { item: members[0]!, counts };
  }),
);

/**
 * Counts the items of some parties that have no date and so no entry, by the reason why; `undefined` stands for the whole
 * plan. An item that waits for an event counts whatever was recorded, since the event may come again. Rows that only hold
 * others do not count.
 */
export function countUndated(plan: ResolvedPlan, parties: readonly string[] | undefined): UndatedCounts {
  const own = groupsOf(plan).filter(({ item }) =>
    parties === undefined
      ? item.deadline !== null || item.responsible.length > 0
      : parties.some((party) => relationToItem(plan, party, item, "work") !== undefined),
  );
  const count = (state: UndatedState): number => own.reduce((sum, { counts }) => sum + counts[state], 0);
  return {
    onEvent: count("on-event"),
    continuous: count("continuous"),
    external: count("external"),
    none: count("none"),
  };
}
