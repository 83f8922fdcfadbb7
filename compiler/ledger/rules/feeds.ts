import { feedSettings } from "../../feeds/settings.ts";
import { retainedPlans } from "../../feeds/entries.ts";
import { feedsOf, type Feed } from "../../feeds/feed-selection.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import type { Span } from "../../source/span.ts";
import type { Clause } from "../clause.ts";
import { uidParts } from "../ledger.ts";
import { retainedIds } from "../publication.ts";

function spanOfFeed({ kind, name }: Feed, { series }: ResolvedPlan): Span {
  const row = kind === "all" ? undefined : [...series.parties, ...series.profiles].find(({ data }) => data.id === name);
  return row === undefined ? spanOf(series.origin, ["slug"]) : spanOf(row.origin, ["id"]);
}

/** Number of entries in each feed, by the feed's name. */
function counted<T>(entries: Iterable<T>, feedsOfEntry: (entry: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const name of feedsOfEntry(entry)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * A feed never becomes empty, and never loses more than a set share of its entries at once, without `--accept`. Entries
 * that expire do not count.
 */
export const checkFeeds: Clause = {
  codes: ["feed-shrinks", "feed-ends"],
  check: ({ plans, ledgers }, { current }, report) => {
    const newest = retainedPlans(plans).at(-1);
    if (newest === undefined) return;
    const { shrinkPercent } = feedSettings(newest);
    const retained = retainedIds(plans, ledgers);
    const published = ledgers.flatMap(({ entries }) =>
      entries.filter(({ uid, state, plan }) => state === "live" && retained.has(plan ?? uidParts(uid).plan)),
    );
    const feeds = feedsOf(newest);
    const before = counted(published, ({ uid, feeds: names }) => {
      const expired = current.get(uid)?.expired ?? [];
      return expired.length === 0 ? names : names.filter((name) => !expired.includes(name));
    });
    const now = counted(current.values(), ({ feeds: names }) => names);
    const ended = [...counted(published, ({ feeds: names }) => names).keys()].filter(
      (name) => !feeds.some((feed) => feed.name === name),
    );
    for (const name of ended)
      report({ code: "feed-ends", values: { feed: name }, span: spanOf(newest.series.origin, ["slug"]) });
    for (const feed of feeds) {
      const [had, has] = [before.get(feed.name) ?? 0, now.get(feed.name) ?? 0];
      if (had === 0) continue;
      if (has === 0) report({ code: "feed-ends", values: { feed: feed.name }, span: spanOfFeed(feed, newest) });
      else if ((had - has) * 100 > had * shrinkPercent)
        report({
          code: "feed-shrinks",
          values: { feed: feed.name, before: had, now: has, percent: shrinkPercent },
          span: spanOfFeed(feed, newest),
        });
    }
  },
};
