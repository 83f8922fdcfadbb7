import type { Day } from "../calendar/day.ts";
import type { EntryRevision, RevisionLookup } from "./entry-revision.ts";

/** An entry that is withdrawn, from all of its feeds or from some, and still stands there for people to see. */
export interface Tombstone {
  readonly uid: string;
  readonly dtstart: Day;
  /** Exclusive. */
  readonly dtend: Day;
  /** What it said while it held. */
  readonly summary: string;
  /** Why it is gone, a line for each reason; may be empty. */
  readonly reasons: readonly string[];
  /** The page of its item, below the address of the series. */
  readonly path: string;
  /** The names of the feeds that it stands in. */
  readonly feeds: readonly string[];
  readonly revision: EntryRevision;
}

/** A feed of somebody who is in the plan no more; it goes on until the last cancellation in it expires. */
export interface EndedFeed {
  readonly name: string;
  /** What the party or profile was called. */
  readonly label: string;
}

/** What was published before, as far as feeds have to know: the ledger gives it. */
export interface FeedHistory {
  readonly revisionOf: RevisionLookup;
  readonly tombstones: readonly Tombstone[];
  readonly ended: readonly EndedFeed[];
}

/** Nothing was published yet. */
export const noHistory: FeedHistory = { revisionOf: () => undefined, tombstones: [], ended: [] };
