import type { ResolvedPlan } from "../resolve/resolved.ts";
import type { UndatedCounts } from "../words/shape.ts";
import { relationTo } from "./site-undated.ts";

/**
 * How many items of some parties have no date and so no entry, by the reason why; undefined: of the whole plan. An item
 * that waits is counted whatever was recorded, since the event may come again; rows that only hold others are not.
 */
export function countUndated(plan: ResolvedPlan, parties: readonly string[] | undefined): UndatedCounts {
  const own = plan.items.filter((item) => (parties === undefined ? item.deadline !== null || item.responsible.length > 0 : parties.some((party) => relationTo(plan, party, item, "work") !== undefined)));
  const count = (state: "on-event" | "continuous" | "external" | "none"): number => own.filter(({ deadline }) => (deadline?.state ?? "none") === state).length;
  return { onEvent: count("on-event"), continuous: count("continuous"), external: count("external"), none: count("none") };
}
