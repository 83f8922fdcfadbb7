import type { Bounds } from "../calendar/bounds.ts";
import type { Day } from "../calendar/day.ts";

/** A feed that an entry has left while it goes on in others, and what is left there until it expires. */
export interface FeedDeparture {
  readonly feed: string;
  readonly on: Day;
  readonly turn: number;
  readonly sequence: number;
  /** Why it was withdrawn there, empty where the plan does not say; null where it only went to others. */
  readonly reason: string | null;
  /** Its last days and summary there. */
  readonly start: Day;
  readonly end: Day;
  readonly summary: string;
}

/** `live`: in feeds. `withdrawn`: stands there as cancelled. `dropped`: in no feed any more; its uid is never given to another. */
export type EntryState = "live" | "withdrawn" | "dropped";

/** One entry as subscribers last saw it. */
export interface LedgerEntry {
  readonly uid: string;
  readonly state: EntryState;
  /** Since when it is withdrawn or dropped; null while it is live. */
  readonly on: Day | null;
  /** Why it was withdrawn, in the plan's words; empty while it is live and where the plan gives none. */
  readonly reason: string;
  readonly sequence: number;
  /** The day of its last change of any kind. */
  readonly changed: Day;
  /** Which of several changes on that day it was; the first is 0. */
  readonly turn: number;
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  readonly summary: string;
  /** Fingerprint of everything in it but day and summary; the site's address takes no part. */
  readonly fingerprint: string;
  /** The parties that it is assigned to, after readings. */
  readonly who: readonly string[];
  /** The feeds that hold it, or held it last. */
  readonly feeds: readonly string[];
  readonly left: readonly FeedDeparture[];
  /** The plan that has it; null where that is the one in its uid. */
  readonly plan: string | null;
}

/** A row of the plan as last published: the fingerprint of what the order decides in it, and what its changes cite. */
export interface LedgerItem {
  readonly item: string;
  readonly fingerprint: string;
  readonly citations: readonly string[];
}

/**
 * What dates depend on beside their rows, as last published: a period, an event, a record, the rule set, a year of the
 * calendar, the choice of both.
 */
export interface LedgerInput {
  /** Its kind and name: `period/school-year`. */
  readonly input: string;
  readonly fingerprint: string;
  readonly citations: readonly string[];
}

/** An address that was published: it is never given to anything else. */
export interface LedgerName {
  readonly name: string;
  readonly kind: "party" | "profile";
  /** What it is called; once it is gone, what it was. */
  readonly label: string;
  /** Since when nobody in the plan has it; null while somebody has. */
  readonly gone: Day | null;
}

export type NewsKind = "year" | "new" | "moved" | "reworded" | "withdrawn" | "restored";

/** One change that subscribers saw. */
export interface NewsLine {
  readonly on: Day;
  readonly kind: NewsKind;
  /** Empty for a whole plan. */
  readonly uid: string;
  /** First and last day before and after; null where there is none. */
  readonly from: readonly [Day, Day] | null;
  readonly to: readonly [Day, Day] | null;
  /** For a whole plan: how many entries. */
  readonly count: number | null;
  readonly summary: string;
  readonly who: readonly string[];
  /** The amendments and corrections that are cited, in words. */
  readonly why: readonly string[];
}

/** What was published of one plan of a series. */
export interface Ledger {
  /** Its file; where none is yet, the one that it will have. */
  readonly path: string;
  /** The slug of the series. */
  readonly series: string;
  /** The plan's id. */
  readonly plan: string;
  readonly bounds: Bounds;
  /** The day of the last publication. */
  readonly published: Day;
  /**
   * The day as of which the series was last told to be as planned, in the ledger of the plan that was newest then; null in the others.
   * Pages and feeds print it, so it moves once in `verifiedEvery` days at most.
   */
  readonly verified: Day | null;
  readonly names: readonly LedgerName[];
  readonly items: readonly LedgerItem[];
  /** None where the ledger was written before they were remembered. */
  readonly inputs: readonly LedgerInput[];
  readonly entries: readonly LedgerEntry[];
  readonly news: readonly NewsLine[];
}

/** How many days pass before a publication that changes nothing says so to readers and subscribers. */
export const verifiedEvery = 30;

/** The day as of which a series was last told to be as planned, by its ledgers; undefined where none says so. */
export function verifiedOn(ledgers: readonly Pick<Ledger, "verified">[]): Day | undefined {
  const days = ledgers.flatMap(({ verified }) => verified ?? []);
  return days.length === 0 ? undefined : Math.max(...days);
}

/** The parts of a uid: `series/plan/item/kind/key@domain`. */
export function uidParts(uid: string): {
  series: string;
  plan: string;
  item: string;
  kind: string;
  key: string;
  domain: string;
} {
  const [path = "", domain = ""] = uid.split("@");
  const [series = "", plan = "", item = "", kind = "", key = ""] = path.split("/");
  return { series, plan, item, kind, key, domain };
}

/** The cell of the plan that a uid belongs to: all of it but the key. */
export const cellOf = (uid: string): string => uid.slice(0, uid.lastIndexOf("/"));

const ledgerPath = /(?:^|\/)(?<folder>[a-z][a-z0-9-]*)\/(?<plan>\d[a-z0-9.-]*)\/ledger\.json$/;

/** The series' folder and the plan of a ledger's file; undefined for any other file. */
export function parseLedgerPath(path: string): { readonly folder: string; readonly plan: string } | undefined {
  const groups = ledgerPath.exec(path.replace(/\\/g, "/"))?.groups;
  return groups === undefined ? undefined : { folder: groups["folder"]!, plan: groups["plan"]! };
}
