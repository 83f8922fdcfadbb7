import type { ResolvedPlan } from "../resolve/resolved.ts";
import { calendarText } from "./calendar-document.ts";
import type { CalendarEntry } from "./calendar-body.ts";
import { serialiseEntries, type EntryMemory, type SerialisedEntry } from "./calendar-entry.ts";
import { faultText, isLimit, type CalendarFault } from "./calendar-fault.ts";
import { lintFeed } from "./calendar-lint.ts";
import { feedEntries, inOrder, keptPlans } from "./feed-entries.ts";
import { feedHead, type FeedSubject } from "./feed-head.ts";
import { noHistory, type FeedHistory } from "./feed-history.ts";
import { entriesFor, feedsOf, groupAlike } from "./feed-members.ts";
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

/** Entries of one day and uid stand beside one another in different feeds: each is an entry and the feeds that it stands in. */
interface Placed {
  readonly entry: CalendarEntry;
  readonly serialised: SerialisedEntry;
}

function writeFeed(subject: FeedSubject, placed: readonly Placed[], newest: ResolvedPlan, site: string): OutputFile {
  const path = feedPath(subject.feed.name, subject.alarms);
  const head = feedHead(subject, newest, site, path);
  mustBeSound(path, calendarText(head, []), "no-entries");
  if (new Set(placed.map(({ entry }) => entry.uid)).size < placed.length) throw new Error(`${path} holds an entry twice`);
  return { path, text: calendarText(head, placed.map(({ serialised: { plain, withAlarm } }) => (subject.alarms ? withAlarm : plain))) };
}

/** Entries with the head that every calendar has, for the linter: each entry is checked once, not once a feed. */
const onlyEntries = (entries: readonly string[], newest: ResolvedPlan): string =>
  calendarText(feedHead({ feed: feedsOf(newest)[0]!, relations: new Set(), alarms: false }, newest, thisMachine, feedPath("all")), entries);

/**
 * The feeds of one series, one after another: one for everything, and for each party and profile with a dated entry one with and one without
 * reminders. Entries are those of the newest published year and the one before, and what the history says was withdrawn
 * lately. Each is serialised once and stands in every feed that holds it, so nothing in it depends on whose feed it is.
 * Throws where a file would break RFC 5545: a bug.
 */
export function* eachFeed(plans: readonly ResolvedPlan[], { site = thisMachine, stamps = noHistory.stamps, tombstones = noHistory.tombstones, memory }: FeedOptions = {}): Generator<OutputFile> {
  const newest = keptPlans(plans).at(-1);
  if (newest === undefined) return;
  const address = plainAddress(site);
  const live = feedEntries(plans, address, stamps);
  const all: CalendarEntry[] = [...live, ...tombstones.map((tombstone) => tombstoneEntry(tombstone, newest, address))];
  const serialised = serialiseEntries(all, (fresh) => {
    if (fresh.length === 0) return;
    // A uid may stand twice here: live for some, withdrawn for others. Within one feed it may not.
    mustBeSound("an entry", onlyEntries(fresh.map(({ plain }) => plain), newest), "duplicate-uid");
    mustBeSound("an entry with its reminder", onlyEntries(fresh.map(({ withAlarm }) => withAlarm), newest), "duplicate-uid");
  }, memory);
  const placed = all.map((entry, index): Placed => ({ entry, serialised: serialised[index]! }));
  const groups = groupAlike(live);
  for (const feed of feedsOf(newest)) {
    for (const alarms of feed.kind === "all" ? [false] : [false, true]) {
      const { indexes, relations } = entriesFor(feed, alarms, groups, live, newest);
      const gone = tombstones.flatMap(({ feeds }, index) => (feeds.includes(feed.name) ? [live.length + index] : []));
      const own = [...indexes, ...gone].map((index) => placed[index]!);
      if (gone.length > 0) own.sort((a, b) => inOrder(a.entry, b.entry));
      if (own.length > 0) yield writeFeed({ feed, relations, alarms }, own, newest, address);
    }
  }
}

/** The feeds of one series, all of them at once. */
export const emitFeeds = (plans: readonly ResolvedPlan[], options: FeedOptions = {}): OutputFile[] => [...eachFeed(plans, options)];
