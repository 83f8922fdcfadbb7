import { isoDate } from "../../compiler/calendar/day.ts";
import type { DueWindow, ResolvedPlan } from "../../compiler/resolve/model.ts";

/** What a reader has to find, from the plan alone: the table «Shape of an entry», written a second time. */
export interface ExpectedEntry {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
}

export function expectedEntries({ uid, window }: DueWindow): ExpectedEntry[] {
  const { start, end, shape, lastWorkingDay } = window;
  const one = (day: number, name = uid): ExpectedEntry => ({ uid: name, start: isoDate(day), end: isoDate(day) });
  switch (shape) {
    case "day":
      return [one(end)];
    case "open":
      return [one(start!)];
    case "week":
    case "month":
    case "quarter":
    case "half-year":
    case "year":
      return [one(lastWorkingDay ?? end)];
    case "range": {
      if (end - start! + 1 <= 14) return [{ uid, start: isoDate(start!), end: isoDate(end) }];
      const [name, domain] = uid.split("@");
      return [one(start!, `${name}-start@${domain}`), one(end)];
    }
  }
}

/** The due windows of a feed by its name, from the relations of the parties; a profile's are those of any of its parties. */
export function dueWindowsOfFeed(plan: ResolvedPlan, name: string): readonly DueWindow[] {
  const parties = plan.series.profiles.find(({ data }) => data.id === name)?.data.parties ?? [name];
  return name === "all"
    ? plan.dueWindows
    : plan.dueWindows.filter((due) =>
        parties.some((party) => plan.parties.relation(party, due, plan.series.data.controller) !== undefined),
      );
}
