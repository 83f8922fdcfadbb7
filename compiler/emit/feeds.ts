import type { ResolvedPlan } from "../resolve/resolved.ts";
import { calendarEnd, calendarHead, calendarText } from "./calendar-document.ts";
import type { CalendarEntry } from "./calendar-body.ts";
import { serialiseEntries, type EntryMemory, type EntryText, type NamedEntry } from "./calendar-entry.ts";
import { faultText, isLimit, type CalendarFault } from "./calendar-fault.ts";
import { lintFeed } from "./calendar-lint.ts";
import { octetsOf } from "./calendar-text.ts";
import { feedEntries, inOrder, keptPlans } from "./feed-entries.ts";
import { feedHead, type FeedSubject } from "./feed-head.ts";
import { noHistory, type FeedHistory } from "./feed-history.ts";
import { endedFeeds, entriesFor, feedsOf, groupAlike } from "./feed-members.ts";
import { tombstoneEntry } from "./feed-tombstones.ts";
import type { OutputFile } from "./output.ts";

export interface FeedOptions extends Partial<FeedHistory> {
  /** The address of the series, without a final slash; undefined: this machine, never a made-up host. */
  readonly site?: string | undefined;
  readonly memory?: EntryMemory | undefined;
}

const thisMachine = "http://localhost";

/** An address in ASCII, its host in lower case, without a final slash: what every reader takes. */
const plainAddress = (site: string): string => new URL(site).href.replace(/\/+$/, "");

/** The path of a feed below the address of its series. */
export const feedPath = (name: string, alarms = false): string => `feeds/${name}${alarms ? "-alarms" : ""}.ics`;

/** Throws when a file of ours has a fault that is no limit: a bug, and nothing is published with one. */
function mustBeSound(what: string, text: string, but?: CalendarFault["code"]): void {
  const bugs = lintFeed(new TextEncoder().encode(text)).filter((fault) => !isLimit(fault) && fault.code !== but);
  if (bugs.length > 0) throw new Error([`${what} is not a sound calendar`, ...bugs.slice(0, 10).map(faultText)].join("\n"));
}

/** An entry and its text; those that are withdrawn for some and live for others are two, in different feeds. */
interface Placed {
  readonly entry: CalendarEntry;
  readonly serialised: NamedEntry;
}

/** A feed before its text is put together: what a build needs to know whether it wrote the same file before. */
export interface FeedFile {
  readonly path: string;
  readonly entries: number;
  readonly octets: number;
  /** A short name of all that stands in it, which no other text has; undefined without a memory. */
  readonly print: string | undefined;
  /** Put together anew at each call: a feed is written and forgotten. */
  readonly text: () => string;
}

function feedFile(subject: FeedSubject, placed: readonly Placed[], { newest, site, memory }: { newest: ResolvedPlan; site: string; memory: EntryMemory | undefined }): FeedFile {
  const path = feedPath(subject.feed.name, subject.alarms);
  const { alarms } = subject;
  const head = calendarHead(feedHead(subject, newest, site, path));
  mustBeSound(path, `${head}${calendarEnd}`, "no-entries");
  const texts = placed.map(({ serialised: { plain, withAlarm } }) => (alarms ? withAlarm : plain));
  return {
    path, entries: placed.length, octets: texts.reduce((sum, { octets }) => sum + octets, octetsOf(head) + calendarEnd.length),
    print: memory?.nameOf([head, alarms, ...placed.map(({ serialised }) => serialised.name)].join("\n")),
    text: () => `${head}${texts.map(({ text }) => text).join("")}${calendarEnd}`,
  };
}

/** Entries with the head that every calendar has, for the linter: each entry is checked once, not once a feed. */
const onlyEntries = (entries: readonly EntryText[], newest: ResolvedPlan): string =>
  calendarText(feedHead({ feed: feedsOf(newest)[0]!, relations: new Set(), alarms: false }, newest, thisMachine, feedPath("all")), entries.map(({ text }) => text));

/** Throws where an entry stands twice: a bug. */
function mustBeDifferent(what: string, entries: readonly CalendarEntry[]): void {
  if (new Set(entries.map(({ uid }) => uid)).size < entries.length) throw new Error(`${what} holds an entry twice`);
}

/**
 * The feeds of one series, one after another: one for everything, and for each party and profile with a dated entry one with and one without
 * reminders. Entries are those of the newest published year and the one before, and what the history says was withdrawn
 * lately. Each is serialised once and stands in every feed that holds it, so nothing in it depends on whose feed it is.
 * Throws where a file would break RFC 5545: a bug.
 */
export function* eachFeed(plans: readonly ResolvedPlan[], { site = thisMachine, stamps = noHistory.stamps, tombstones = noHistory.tombstones, ended = noHistory.ended, memory }: FeedOptions = {}): Generator<FeedFile> {
  const newest = keptPlans(plans).at(-1);
  if (newest === undefined) return;
  const address = plainAddress(site);
  const live = feedEntries(plans, address, stamps);
  mustBeDifferent("the plan", live);
  const all: CalendarEntry[] = [...live, ...tombstones.map((tombstone) => tombstoneEntry(tombstone, newest, address))];
  const serialised = serialiseEntries(all, (fresh) => {
    if (fresh.length === 0) return;
    // A uid may stand twice here: live for some, withdrawn for others. Within one feed it may not.
    mustBeSound("an entry", onlyEntries(fresh.map(({ plain }) => plain), newest), "duplicate-uid");
    mustBeSound("an entry with its reminder", onlyEntries(fresh.map(({ withAlarm }) => withAlarm), newest), "duplicate-uid");
  }, memory);
  const placed = all.map((entry, index): Placed => ({ entry, serialised: serialised[index]! }));
  const groups = groupAlike(live);
  for (const feed of [...feedsOf(newest), ...endedFeeds(ended)]) {
    for (const alarms of feed.kind === "all" ? [false] : [false, true]) {
      const { indexes, relations } = entriesFor(feed, alarms, groups, live, newest);
      const gone = tombstones.flatMap(({ feeds }, index) => (feeds.includes(feed.name) ? [live.length + index] : []));
      const own = [...indexes, ...gone].map((index) => placed[index]!);
      if (gone.length > 0) {
        own.sort((a, b) => inOrder(a.entry, b.entry));
        mustBeDifferent(feedPath(feed.name, alarms), own.map(({ entry }) => entry));
      }
      if (own.length > 0) yield feedFile({ feed, relations, alarms }, own, { newest, site: address, memory });
    }
  }
}

/** The feeds of one series, all of them at once. */
export const emitFeeds = (plans: readonly ResolvedPlan[], options: FeedOptions = {}): OutputFile[] => [...eachFeed(plans, options)].map(({ path, text }) => ({ path, text: text() }));
