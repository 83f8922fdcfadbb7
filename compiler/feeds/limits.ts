import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { spanOf } from "../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { FeedFile } from "./feeds.ts";
import { defaultFeedSettings, feedSettings, type FeedSettings } from "./settings.ts";

/** A feed that nears or exceeds what subscribers' programs take. */
export interface ExceededLimit {
  readonly path: string;
  readonly code: "feed-large" | "feed-too-large" | "feed-too-long";
  /** What the feed has, and what it may have: octets, for `feed-too-long` entries. */
  readonly value: number;
  readonly limit: number;
}

type FeedSize = Pick<FeedFile, "path" | "octets" | "entries" | "fullOctets" | "leftOut">;

/** The limits that some feeds exceed, in the order of the feeds; `feed-large` only warns. */
export function exceededLimits(
  feeds: readonly FeedSize[],
  { warnBytes, failBytes, entries: mostEntries }: FeedSettings = defaultFeedSettings,
): ExceededLimit[] {
  return feeds.flatMap(({ path, octets, entries }): ExceededLimit[] => [
    ...(octets > failBytes
      ? [{ path, code: "feed-too-large" as const, value: octets, limit: failBytes }]
      : octets > warnBytes
        ? [{ path, code: "feed-large" as const, value: octets, limit: warnBytes }]
        : []),
    ...(entries > mostEntries ? [{ path, code: "feed-too-long" as const, value: entries, limit: mostEntries }] : []),
  ]);
}

const kilobytes = (octets: number): number => Math.round(octets / 1000);

/** Reports the feeds of one series that exceed its settings, at the settings that decide it. `plan` is its newest one. */
export function limitDiagnostics(feeds: readonly FeedSize[], plan: ResolvedPlan): Diagnostic[] {
  const { origin, data } = plan.series;
  const span = spanOf(origin, data.feeds === undefined ? ["slug"] : ["feeds"], "key");
  const nameOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.ics$/, "");
  const shortened = feeds.flatMap(({ path, octets, fullOctets }): Diagnostic[] =>
    fullOctets === undefined
      ? []
      : [
          {
            code: "feed-shortened",
            span,
            values: { feed: nameOf(path), full: kilobytes(fullOctets), kilobytes: kilobytes(octets) },
          },
        ],
  );
  const leftOut = feeds.flatMap(({ path, leftOut: left }): Diagnostic[] =>
    left === undefined
      ? []
      : [
          {
            code: "feed-past-left-out",
            span,
            values: { feed: nameOf(path), count: left.entries, until: { day: left.until } },
          },
        ],
  );
  const exceeded = exceededLimits(feeds, feedSettings(plan)).map(({ path, code, value, limit }): Diagnostic => {
    const feed = nameOf(path);
    return code === "feed-too-long"
      ? { code, span, values: { feed, count: value, limit } }
      : { code, span, values: { feed, kilobytes: kilobytes(value), limit: kilobytes(limit) } };
  });
  return [...shortened, ...leftOut, ...exceeded];
}
