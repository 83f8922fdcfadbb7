import { feedLimits } from "../feeds/limits.ts";
import { feedSettings } from "../feeds/settings.ts";
import type { FeedFile } from "../feeds/feeds.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { spanOf } from "../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../resolve/model.ts";

const codes = { large: "feed-large", "too-large": "feed-too-large", "too-many-entries": "feed-too-long" } as const;

/** The feeds of one series that are larger than its settings allow, at the settings that decide it. `plan` is its newest year. */
export function limitFindings(
  feeds: readonly Pick<FeedFile, "path" | "octets" | "entries">[],
  plan: ResolvedPlan,
): Diagnostic[] {
  const span = spanOf(plan.series.origin, plan.series.data.feeds === undefined ? ["slug"] : ["feeds"], "key");
  return feedLimits(feeds, feedSettings(plan)).map(({ path, fault, value, limit }): Diagnostic => {
    const code = codes[fault.code as keyof typeof codes];
    const feed = path.replace(/^.*\//, "").replace(/\.ics$/, "");
    const kilobytes = (octets: number): number => Math.round(octets / 1000);
    return {
      code,
      span,
      values:
        code === "feed-too-long"
          ? { feed, count: value, limit }
          : { feed, kilobytes: kilobytes(value), limit: kilobytes(limit) },
    };
  });
}
