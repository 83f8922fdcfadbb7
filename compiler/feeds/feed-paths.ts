import type { ResolvedPlan } from "../resolve/model.ts";
import { retainedPlans, unwordedEntries } from "./entries.ts";
import { entriesFor, feedsOf, groupByAudience, remindersOf } from "./feed-selection.ts";
import { feedPath } from "./feeds.ts";

/** The paths of the feeds that hold an entry of any plan that feeds retain; `plans` are all of a series. */
export function feedPaths(plans: readonly ResolvedPlan[]): ReadonlySet<string> {
  const newest = retainedPlans(plans).at(-1);
  if (newest === undefined) return new Set();
  const entries = unwordedEntries(plans);
  const groups = groupByAudience(entries);
  const paths = feedsOf(newest).flatMap((feed) =>
    remindersOf(feed)
      .filter((alarms) => entriesFor(feed, alarms, groups, entries, newest).indexes.length > 0)
      .map((alarms) => feedPath(feed.name, alarms)),
  );
  return new Set(paths);
}
