import type { CalendarFault } from "./calendar-fault.ts";
import { octetsOf } from "./calendar-text.ts";
import { defaultFeedSettings, type FeedSettings } from "./feed-settings.ts";
import type { OutputFile } from "./output.ts";

/** A feed that nears or passes what subscribers' programs take. */
export interface FeedLimit {
  readonly path: string;
  readonly fault: CalendarFault;
  /** What it has, and what it may have: octets, or entries. */
  readonly value: number;
  readonly limit: number;
}

const entryMark = "BEGIN:VEVENT\r\n";

/** The feeds whose size is a matter for the plan's editors: the plan asks for more than a subscription can carry. */
export function feedLimits(files: readonly OutputFile[], { warnBytes, failBytes, entries }: FeedSettings = defaultFeedSettings): FeedLimit[] {
  return files.filter(({ path }) => path.endsWith(".ics")).flatMap(({ path, text }): FeedLimit[] => {
    const [octets, count] = [octetsOf(text), text.split(entryMark).length - 1];
    const found = (code: CalendarFault["code"], value: number, limit: number): FeedLimit => ({ path, value, limit, fault: { code, line: 1, detail: `${value}` } });
    return [
      ...(octets > failBytes ? [found("too-large", octets, failBytes)] : octets > warnBytes ? [found("large", octets, warnBytes)] : []),
      ...(count > entries ? [found("too-many-entries", count, entries)] : []),
    ];
  });
}
