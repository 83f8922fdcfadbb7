import type { Day } from "../calendar/day.ts";
import { feedEntries, keptPlans, type FeedEntry } from "../feeds/entries.ts";
import { feedsOf, groupAlike, keeps, relationToFeed, type Feed } from "../feeds/feed-selection.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { fingerprint } from "./fingerprint.ts";

/** An entry as the plan now gives it to subscribers. */
export interface SeenEntry {
  readonly entry: FeedEntry;
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  /** Of everything beside day and summary; the site's address takes no part. */
  readonly print: string;
  /** The feeds that hold it. */
  readonly feeds: readonly string[];
  /** The feeds that it belongs to but that keep it no longer: retention, no withdrawal. */
  readonly expired: readonly string[];
}

function seen(entry: FeedEntry, belongs: readonly Feed[], newest: ResolvedPlan): SeenEntry {
  const names = (kept: boolean): string[] =>
    belongs.filter((feed) => keeps(feed, entry, newest) === kept).map(({ name }) => name);
  const print = fingerprint(JSON.stringify([entry.text, entry.path, entry.categories, entry.alarm ?? null]));
  return { entry, start: entry.dtstart, end: entry.dtend - 1, print, feeds: names(true), expired: names(false) };
}

/** Every entry of the feeds of one series, by uid, as subscribers see it wherever the site stands. */
export function seenEntries(plans: readonly ResolvedPlan[]): Map<string, SeenEntry> {
  const newest = keptPlans(plans).at(-1);
  if (newest === undefined) return new Map();
  const feeds = feedsOf(newest);
  const entries = feedEntries(plans, "", () => undefined);
  const found = new Map<string, SeenEntry>();
  for (const { entry: one, indexes } of groupAlike(entries)) {
    const belongs = feeds.filter((feed) => relationToFeed(feed, one) !== undefined);
    for (const index of indexes) found.set(entries[index]!.uid, seen(entries[index]!, belongs, newest));
  }
  return found;
}
