import type { CalendarFault } from "../ical/fault.ts";
import { defaultFeedSettings, type FeedSettings } from "./settings.ts";
import type { FeedFile } from "./feeds.ts";

/** A feed that nears or passes what subscribers' programs take. */
export interface FeedLimit {
  readonly path: string;
  readonly fault: CalendarFault;
  /** What it has, and what it may have: octets, or entries. */
  readonly value: number;
  readonly limit: number;
}

/** The feeds whose size is a matter for the plan's editors: the plan asks for more than a subscription can carry. */
export function feedLimits(
  feeds: readonly Pick<FeedFile, "path" | "octets" | "entries">[],
  { warnBytes, failBytes, entries: most }: FeedSettings = defaultFeedSettings,
): FeedLimit[] {
  return feeds.flatMap(({ path, octets, entries }): FeedLimit[] => {
    const found = (code: CalendarFault["code"], value: number, limit: number): FeedLimit => ({
      path,
      value,
      limit,
      fault: { code, line: 1, detail: `${value}` },
    });
    return [
      ...(octets > failBytes
        ? [found("too-large", octets, failBytes)]
        : octets > warnBytes
          ? [found("large", octets, warnBytes)]
          : []),
      ...(entries > most ? [found("too-many-entries", entries, most)] : []),
    ];
  });
}
