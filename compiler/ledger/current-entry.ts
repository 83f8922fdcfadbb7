import type { Day } from "../calendar/day.ts";
import { feedEntries, retainedPlans, type FeedEntry } from "../feeds/entries.ts";
import { feedsOf, groupByAudience, retains, relationToFeed, type Feed } from "../feeds/feed-selection.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { fingerprint } from "./fingerprint.ts";

/** An entry as the plan now gives it to subscribers. */
export interface CurrentEntry {
  readonly entry: FeedEntry;
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  /** Fingerprint of everything but day and summary; the site's address takes no part. */
  readonly fingerprint: string;
  /** The feeds that hold it. */
  readonly feeds: readonly string[];
  /** The feeds that it belongs to and that no longer retain it: it expires there and is not withdrawn. */
  readonly expired: readonly string[];
}

function currentEntry(entry: FeedEntry, belongs: readonly Feed[], newest: ResolvedPlan): CurrentEntry {
  const names = (retained: boolean): string[] =>
    belongs.filter((feed) => retains(feed, entry, newest) === retained).map(({ name }) => name);
  return {
    entry,
    start: entry.dtstart,
    end: entry.dtend - 1,
    fingerprint: fingerprint(
      JSON.stringify([
        entry.text,
        entry.path,
        entry.categories,
        entry.alarm ?? null,
        ...(entry.instants === undefined ? [] : [entry.instants]),
      ]),
    ),
    feeds: names(true),
    expired: names(false),
  };
}

/** Every entry of the feeds of one series, by uid, as subscribers see it wherever the site stands. */
export function currentEntries(plans: readonly ResolvedPlan[]): Map<string, CurrentEntry> {
  const newest = retainedPlans(plans).at(-1);
  if (newest === undefined) return new Map();
  const feeds = feedsOf(newest);
  const entries = feedEntries(plans, "", () => undefined);
  const current = new Map<string, CurrentEntry>();
  for (const { entry: representative, indexes } of groupByAudience(entries)) {
    const belongs = feeds.filter((feed) => relationToFeed(feed, representative) !== undefined);
    for (const index of indexes) current.set(entries[index]!.uid, currentEntry(entries[index]!, belongs, newest));
  }
  return current;
}
