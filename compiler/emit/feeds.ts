import type { Relation, ResolvedPlan } from "../resolve/resolved.ts";
import { calendarText } from "./calendar-document.ts";
import { serialiseEntries, type SerialisedEntry } from "./calendar-entry.ts";
import { faultText, isLimit, type CalendarFault } from "./calendar-fault.ts";
import { lintFeed } from "./calendar-lint.ts";
import { feedEntries, keptPlans, type FeedEntry } from "./feed-entries.ts";
import { feedHead, type FeedSubject } from "./feed-head.ts";
import type { Stamps } from "./feed-stamp.ts";
import type { OutputFile } from "./output.ts";

export interface FeedOptions {
  /** The address of the series, without a final slash; undefined: this machine, never a made-up host. */
  readonly site?: string | undefined;
  /** What a ledger knows of the entries; undefined: nothing was published yet. */
  readonly stamps?: Stamps | undefined;
}

const thisMachine = "http://localhost";

/** An address in ASCII, its host in lower case, without a final slash: what every reader takes. */
const plainAddress = (site: string): string => new URL(site).href.replace(/\/+$/, "");

/** The name of the feed of everything. */
export const everything = "all";

/** The path of a feed below the address of its series. */
export const feedPath = (party: string | undefined, alarms = false): string => `feeds/${party ?? everything}${alarms ? "-alarms" : ""}.ics`;

/** The faults of a feed that are no limits: bugs of ours, and nothing is published with one. */
function checked(file: OutputFile): OutputFile {
  const bugs = lintFeed(new TextEncoder().encode(file.text)).filter((fault) => !isLimit(fault));
  if (bugs.length > 0) throw new Error([`${file.path} is not a sound calendar`, ...bugs.slice(0, 10).map(faultText)].join("\n"));
  return file;
}

/** The entries of a party (undefined: all of them), and the relations by which they are its own. */
function choose(party: string | undefined, entries: readonly FeedEntry[]): { chosen: number[]; relations: Set<Relation> } {
  const relations = new Set<Relation>();
  const chosen = entries.flatMap(({ event, plan }, index) => {
    const relation = party === undefined ? "own" : plan.parties.relation(party, event, plan.series.data.controller);
    if (relation === undefined) return [];
    relations.add(relation);
    return [index];
  });
  return { chosen, relations };
}

function writeFeed(subject: FeedSubject, chosen: readonly SerialisedEntry[], newest: ResolvedPlan, site: string): OutputFile {
  const path = feedPath(subject.party, subject.alarms);
  return checked({ path, text: calendarText(feedHead(subject, newest, site, path), chosen.map(({ plain, withAlarm }) => (subject.alarms ? withAlarm : plain))) });
}

/**
 * The feeds of one series: one for everything, and for each party with a dated entry one with and one without reminders.
 * Entries are those of the newest published year and the one before. Each is serialised once and stands in every feed that
 * holds it, so nothing in it depends on whose feed it is. Throws where a file would break RFC 5545: a bug.
 */
export function emitFeeds(plans: readonly ResolvedPlan[], { site = thisMachine, stamps = () => undefined }: FeedOptions = {}): OutputFile[] {
  const newest = keptPlans(plans).at(-1);
  if (newest === undefined) return [];
  const address = plainAddress(site);
  const entries = feedEntries(plans, address, stamps);
  const serialised = serialiseEntries(entries);
  const files = [undefined, ...newest.parties.ids].flatMap((party) => {
    const { chosen, relations } = choose(party, entries);
    if (chosen.length === 0) return [];
    const own = chosen.map((index) => serialised[index]!);
    const variants = party === undefined ? [false] : [false, true];
    return variants.map((alarms) => writeFeed({ party, relations, alarms }, own, newest, address));
  });
  if (new Set(files.map(({ path }) => path)).size < files.length) throw new Error("two feeds have one name");
  return files;
}

/** A feed that nears or passes what subscribers' programs take. */
export interface FeedLimit {
  readonly path: string;
  readonly fault: CalendarFault;
}

/** The feeds whose size is a matter for the plan's editors: the plan asks for more than a subscription can carry. */
export function feedLimits(files: readonly OutputFile[]): FeedLimit[] {
  const feeds = files.filter(({ path }) => path.endsWith(".ics"));
  return feeds.flatMap(({ path, text }) => lintFeed(new TextEncoder().encode(text)).filter(isLimit).map((fault) => ({ path, fault })));
}
