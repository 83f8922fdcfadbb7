import { nearestRelation } from "../query/audience.ts";
import { dueWindowsOfItem } from "../query/plan-index.ts";
import { applyReading } from "../resolve/due-windows.ts";
import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { layOutDueWindow, retainedPlans } from "./entries.ts";
import { feedsOf, retains } from "./feed-selection.ts";

/**
 * The responsible parties of an item, after readings, whose feed holds an entry of it: the calendars to which its page may send
 * them. `plans` are all of the series.
 */
export function subscribersOf(item: ResolvedItem, plan: ResolvedPlan, plans: readonly ResolvedPlan[]): string[] {
  const retained = retainedPlans(plans);
  const newest = retained.at(-1);
  if (newest === undefined || !retained.includes(plan)) return [];
  const feeds = new Map(feedsOf(newest).map((feed) => [feed.name, feed]));
  return applyReading(item.responsible, item.reading).filter((party) => {
    const feed = feeds.get(party);
    return (
      feed !== undefined &&
      dueWindowsOfItem(plan, item.id).some(
        (due) =>
          nearestRelation(plan, [party], due) !== undefined &&
          layOutDueWindow(due, plan).some((entry) => retains(feed, entry, newest)),
      )
    );
  });
}
