import { feedSettings } from "../../emit/feed-settings.ts";
import { keptPlans } from "../../emit/feed-entries.ts";
import { feedsOf, type Feed } from "../../emit/feed-members.ts";
import { spanOf } from "../../load/parsed-file.ts";
import type { ResolvedPlan } from "../../resolve/resolved.ts";
import type { Span } from "../../source/span.ts";
import type { Clause } from "../clause.ts";
import { uidParts } from "../ledger.ts";
import { keptFrom } from "../publication.ts";

function placeOfFeed({ kind, name }: Feed, { series }: ResolvedPlan): Span {
  const row = kind === "all" ? undefined : [...series.parties, ...series.profiles].find(({ data }) => data.id === name);
  return row === undefined ? spanOf(series.origin, ["slug"]) : spanOf(row.origin, ["id"]);
}

/**
 * A feed never becomes empty, and never loses more than a set share of its entries at once, without being told to. What
 * retention takes does not count.
 */
export const checkFeeds: Clause = {
  codes: ["feed-shrinks", "feed-ends"],
  check: ({ plans, ledgers }, { seen }, report) => {
    const newest = keptPlans(plans).at(-1);
    if (newest === undefined) return;
    const { shrinkPercent } = feedSettings(newest);
    const from = keptFrom(plans, ledgers);
    const published = ledgers.flatMap(({ entries }) => entries.filter(({ uid, state, year }) => state === "live" && (year ?? uidParts(uid).year) >= from));
    const feeds = feedsOf(newest);
    const ended = [...new Set(published.flatMap((entry) => entry.feeds))].filter((name) => !feeds.some((feed) => feed.name === name));
    for (const name of ended) report({ code: "feed-ends", values: { feed: name }, span: spanOf(newest.series.origin, ["slug"]) });
    for (const feed of feeds) {
      const before = published.filter(({ uid, feeds: held }) => held.includes(feed.name) && !(seen.get(uid)?.expired.includes(feed.name) ?? false)).length;
      if (before === 0) continue;
      const now = [...seen.values()].filter(({ feeds: held }) => held.includes(feed.name)).length;
      if (now === 0) report({ code: "feed-ends", values: { feed: feed.name }, span: placeOfFeed(feed, newest) });
      else if ((before - now) * 100 > before * shrinkPercent) report({ code: "feed-shrinks", values: { feed: feed.name, before, now, percent: shrinkPercent }, span: placeOfFeed(feed, newest) });
    }
  },
};
