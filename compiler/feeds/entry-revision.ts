import { parseDate, type Day } from "../calendar/day.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { EntryStatus } from "../ical/vevent-body.ts";

/** The revision of an entry as subscribers last saw it (RFC 5545 §3.8.7): when it last changed, and how often its date, summary or status did. */
export interface EntryRevision {
  readonly changed: Day;
  /** Which of several changes on that day it was; the first is 0. */
  readonly turn?: number;
  readonly sequence: number;
  readonly status: EntryStatus;
}

/** The revision of an entry by its uid; undefined for an entry that was never published. */
export type RevisionLookup = (uid: string) => EntryRevision | undefined;

/** The revision of an entry that no ledger knows: as of the date of the order, so that two builds write the same bytes. */
export function initialRevision({ plan }: ResolvedPlan): EntryRevision {
  return { changed: parseDate(plan.order.data.date) ?? 0, sequence: 0, status: "CONFIRMED" };
}
