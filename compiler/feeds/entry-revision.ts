import { parseDate, type Day } from "../calendar/day.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { EntryStatus } from "../ical/vevent-body.ts";

/** What a ledger knows of an entry: when subscribers last saw it change, and how often its date, summary or status did. */
export interface EntryStamp {
  readonly changed: Day;
  /** Which of several changes on that day it was; the first is 0. */
  readonly turn?: number;
  readonly sequence: number;
  readonly status: EntryStatus;
}

/** The stamp of an entry by its uid; undefined for an entry that was never published. */
export type Stamps = (uid: string) => EntryStamp | undefined;

/** The stamp of an entry that no ledger knows: the date of the order, so that two builds write the same bytes. */
export function firstStamp({ plan }: ResolvedPlan): EntryStamp {
  return { changed: parseDate(plan.order.data.date) ?? 0, sequence: 0, status: "CONFIRMED" };
}
