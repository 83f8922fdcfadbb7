import type { ResolvedPlan } from "../resolve/model.ts";

/** What feeds may grow to, and how much of the past they keep. Sizes in octets. */
export interface FeedSettings {
  readonly warnBytes: number;
  readonly failBytes: number;
  readonly entries: number;
  /** The largest share of a feed that one publication may take away without being told to, in percent. */
  readonly shrinkPercent: number;
  /** How many last months of the year before the newest stay in the feed of everything and in those of overseers. */
  readonly overviewMonths: number;
}

/** What the most demanding of the subscribers' programs takes: Google, about 1 MB or 1,100 entries. */
export const defaultFeedSettings: FeedSettings = {
  warnBytes: 700_000,
  failBytes: 900_000,
  entries: 1_100,
  shrinkPercent: 25,
  overviewMonths: 12,
};

/** The settings of a plan's series, `feeds` in its file; what it does not say is as above. */
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
