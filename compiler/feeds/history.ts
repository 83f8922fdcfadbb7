import type { Day } from "../calendar/day.ts";
import type { EntryRevision, RevisionLookup } from "./entry-revision.ts";

/** An entry that is withdrawn from all or some of its feeds and still stands there, cancelled, for people to see. */
export interface Tombstone {
  readonly uid: string;
  readonly dtstart: Day;
  /** Exclusive. */
  readonly dtend: Day;
  /** Its last summary before it was withdrawn. */
  readonly summary: string;
  /** Why it was withdrawn, a line a reason; may be empty. */
  readonly reasons: readonly string[];
  /** The page of its item, below the address of the series. */
  readonly path: string;
  /** The names of the feeds that it stands in. */
  readonly feeds: readonly string[];
  readonly revision: EntryRevision;
}

/** A feed whose party or profile has left the plan. It is published until the last cancellation in it expires. */
export interface EndedFeed {
  readonly name: string;
  /** The last label of the party or profile. */
  readonly label: string;
}

/** What feeds need to know of earlier publications; the ledger gives it. */
export interface FeedHistory {
  readonly revisionOf: RevisionLookup;
  readonly tombstones: readonly Tombstone[];
  readonly ended: readonly EndedFeed[];
  /** The day of the last publication that changed anything; undefined: never. */
  readonly published: Day | undefined;
  /** The day as of which the feeds were last told to be as planned; undefined: never. */
  readonly verified: Day | undefined;
}

/** The history of a series that was never published. */
export const noHistory: FeedHistory = {
  revisionOf: () => undefined,
  tombstones: [],
  ended: [],
  published: undefined,
  verified: undefined,
};
