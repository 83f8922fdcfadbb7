import type { ResolvedPlan } from "../resolve/model.ts";

/** How large feeds may grow, and how much of the past they retain. Sizes are in octets. */
export interface FeedSettings {
  readonly warnBytes: number;
  readonly failBytes: number;
  readonly entries: number;
  /** The largest share of a feed's entries that a publication may remove without `--accept feed-shrinks`, in percent. */
  readonly shrinkPercent: number;
  /** Number of last months of the plan before the newest that overviews retain: the feed of everything and those of overseers. */
  readonly overviewMonths: number;
}

/** Settings within what the most demanding of the subscribers' programs takes: Google, about 1 MB or 1,100 entries. */
export const defaultFeedSettings: FeedSettings = {
  warnBytes: 700_000,
  failBytes: 900_000,
  entries: 1_100,
  shrinkPercent: 25,
  overviewMonths: 12,
};

/** The feed settings of a plan's series: `feeds` in its file over the defaults. */
export function feedSettings({ series }: Pick<ResolvedPlan, "series">): FeedSettings {
  const { feeds = {} } = series.data;
  return {
    warnBytes: feeds["warn-bytes"] ?? defaultFeedSettings.warnBytes,
    failBytes: feeds["fail-bytes"] ?? defaultFeedSettings.failBytes,
    entries: feeds.entries ?? defaultFeedSettings.entries,
    shrinkPercent: feeds["shrink-percent"] ?? defaultFeedSettings.shrinkPercent,
    overviewMonths: feeds["overview-months"] ?? defaultFeedSettings.overviewMonths,
  };
}
