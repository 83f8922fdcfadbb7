import type { Day } from "../calendar/day.ts";
import type { Relation, ResolvedPlan } from "../resolve/model.ts";
import { calendarEnd, calendarStart } from "../ical/vcalendar.ts";
import type { CalendarEntry } from "../ical/vevent-body.ts";
import { serialise } from "../ical/vevent.ts";
import { faultText, type CalendarFault } from "../ical/fault.ts";
import { lintCalendar } from "../ical/lint.ts";
import { joined, octetsIn, piecesOf, type SerialisedEntry } from "../ical/entry-bytes.ts";
import { entryBuilder, compareEntries, retainedPlans, unwordedEntries } from "./entries.ts";
import { feedMetadata, type FeedSubject } from "./feed-metadata.ts";
import { descriptionLengths, type DescriptionLength } from "./description.ts";
import { noHistory, type FeedHistory } from "./history.ts";
import { endedFeeds, entriesFor, feedsOf, groupByAudience, remindersOf } from "./feed-selection.ts";
import { pastMonths } from "./past-months.ts";
import { feedSettings } from "./settings.ts";
import { tombstoneEntry } from "./tombstones.ts";

export interface FeedOptions extends Partial<FeedHistory> {
  /** The address of the series, without a final slash; undefined: this machine, never a made-up host. */
  readonly site?: string | undefined;
}

const thisMachine = "http://localhost";

/** An address in ASCII, its host in lower case, without a final slash: what every reader takes. */
const plainAddress = (site: string): string => new URL(site).href.replace(/\/+$/, "");

/** The path of a feed below the address of its series. */
export const feedPath = (name: string, alarms = false): string => `feeds/${name}${alarms ? "-alarms" : ""}.ics`;

const encoder = new TextEncoder();

/** A calendar of some entries, piece by piece. */
function* calendarPieces(start: string, entries: Iterable<SerialisedEntry>, alarms: boolean): Generator<Uint8Array> {
  yield encoder.encode(start);
  yield* piecesOf(entries, alarms);
  yield encoder.encode(calendarEnd);
}

/** Throws where a file of ours breaks RFC 5545, which is a bug: nothing is published with one. `except`: a fault that is none here. */
function assertSound(what: string, pieces: Iterable<Uint8Array>, except?: CalendarFault["code"]): void {
  const bugs = lintCalendar(joined(pieces)).filter(({ code }) => code !== except);
  if (bugs.length > 0)
    throw new Error([`${what} is not a sound calendar`, ...bugs.slice(0, 10).map(faultText)].join("\n"));
}

/** Throws where two entries have one uid, which is a bug. */
function assertDistinct(what: string, entries: readonly Pick<CalendarEntry, "uid">[]): void {
  if (new Set(entries.map(({ uid }) => uid)).size < entries.length) throw new Error(`${what} holds an entry twice`);
}

/** A feed to be written. */
export interface FeedFile {
  readonly path: string;
  readonly entries: number;
  readonly octets: number;
  /** Octets that it would have with full descriptions, where those are shortened for it to fit. */
  readonly fullOctets?: number;
  /** What is left out for it to fit: the entries of the months before a day. */
  readonly leftOut?: { readonly entries: number; readonly until: Day };
  /** Its bytes, produced again at each call: no feed is held in memory as a whole. */
  readonly pieces: () => Iterable<Uint8Array>;
}

/** Entries as they stand in the feeds, and a check of them, made when the first feed of them is put together: who asks for sizes alone needs none. */
interface SerialisedEntries {
  readonly entries: readonly SerialisedEntry[];
  /** Throws where one breaks RFC 5545, which is a bug. */
  readonly assertSound: () => void;
}

interface FeedMaking {
  readonly newest: ResolvedPlan;
  readonly site: string;
  /** The entries with descriptions of a length. */
  readonly serialised: (length: DescriptionLength) => SerialisedEntries;
  /** The months that an overview may leave out, by the places of their entries. */
  readonly past: () => ReturnType<typeof pastMonths>;
}

/** A feed, with the subject and the length of descriptions that it was made with. */
interface SizedFeed {
  readonly feed: FeedFile;
  readonly subject: FeedSubject;
  readonly length: DescriptionLength;
}

/** A feed with the longest descriptions with which it is not too large; with the shortest, where it is so with all. */
function withFittingDescriptions(subject: FeedSubject, indexes: Uint32Array, making: FeedMaking): SizedFeed {
  const { failBytes } = feedSettings(making.newest);
  const full = feedFile(subject, indexes, making, "full");
  let sized: SizedFeed = { feed: full, subject, length: "full" };
  for (const length of descriptionLengths.slice(1)) {
    if (sized.feed.octets <= failBytes) break;
    const shortened = { ...subject, shortened: true };
    const feed = { ...feedFile(shortened, indexes, making, length), fullOctets: full.octets };
    sized = { feed, subject: shortened, length };
  }
  return sized;
}

/** The feed without as many of its oldest months as make it not too large. */
function withoutOldMonths(
  { feed: whole, subject, length }: SizedFeed,
  indexes: Uint32Array,
  making: FeedMaking,
): FeedFile {
  const { failBytes, entries: mostEntries } = feedSettings(making.newest);
  let [feed, kept] = [whole, indexes];
  for (const { until, entries } of making.past()) {
    if (feed.octets <= failBytes && feed.entries <= mostEntries) break;
    const left = kept.filter((index) => !entries.has(index));
    if (left.length === kept.length || left.length === 0) continue;
    kept = left;
    feed = {
      // What it told of its size when it was whole stands, where it told it.
      ...whole,
      ...feedFile({ ...subject, shownFrom: until }, kept, making, length),
      leftOut: { entries: indexes.length - kept.length, until },
    };
  }
  return feed;
}

/**
 * Returns a feed that programs take: with the longest descriptions with which it is not too large, and an overview, where that is not
 * enough, without its oldest months. What is too large even so is returned as it is.
 */
function fittingFeed(subject: FeedSubject, indexes: Uint32Array, making: FeedMaking): FeedFile {
  const draft = withFittingDescriptions(subject, indexes, making);
  return subject.feed.overview ? withoutOldMonths(draft, indexes, making) : draft.feed;
}

function feedFile(
  subject: FeedSubject,
  indexes: Uint32Array,
  { newest, site, serialised: serialisedWith }: FeedMaking,
  length: DescriptionLength,
): FeedFile {
  const serialised = serialisedWith(length);
  const path = feedPath(subject.feed.name, subject.alarms);
  const { alarms } = subject;
  const head = calendarStart(feedMetadata(subject, newest, site, path));
  function* entries(): Generator<SerialisedEntry> {
    for (const index of indexes) yield serialised.entries[index]!;
  }
  return {
    path,
    entries: indexes.length,
    octets: indexes.reduce(
      (sum, index) => sum + octetsIn(serialised.entries[index]!, alarms),
      encoder.encode(head + calendarEnd).length,
    ),
    pieces: () => {
      assertSound(path, calendarPieces(head, [], alarms), "no-entries");
      serialised.assertSound();
      return calendarPieces(head, entries(), alarms);
    },
  };
}

/** Number of entries worded, serialised or checked at a time: few enough for the garbage collector to free their texts early. */
const atOnce = 200;

function* batches<T>(entries: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < entries.length; at += atOnce) yield entries.slice(at, at + atOnce);
}

/** Throws where an entry breaks RFC 5545. It is checked once, not once a feed, and with its reminder: without it the entry is the same lines less one whole component. */
function assertEntriesSound(entries: readonly SerialisedEntry[], newest: ResolvedPlan): void {
  const subject = { feed: feedsOf(newest)[0]!, relations: new Set<Relation>(), alarms: false };
  const head = calendarStart(feedMetadata(subject, newest, thisMachine, feedPath("all")));
  // A uid may stand twice here: live for some, withdrawn for others. Within one feed it may not.
  for (const some of batches(entries)) assertSound("an entry", calendarPieces(head, some, true), "duplicate-uid");
}

/** Does something at the first call only; once more after a call that threw. */
function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

/**
 * Yields the feeds of one series: one of everything, and for each party and profile with a dated entry one with and one
 * without reminders. Their entries are those of the retained plans, and those that were withdrawn lately by the history.
 * An entry is serialised once for all feeds whose descriptions have one length: a feed that would be larger than programs
 * take has shorter ones, and an overview that is too large all the same leaves out its oldest months. The pieces of a feed that
 * would break RFC 5545 throw, which is a bug.
 */
export function* eachFeed(
  plans: readonly ResolvedPlan[],
  {
    site = thisMachine,
    revisionOf: revisionOf = noHistory.revisionOf,
    tombstones = noHistory.tombstones,
    ended = noHistory.ended,
    published = noHistory.published,
    verified = noHistory.verified,
  }: FeedOptions = {},
): Generator<FeedFile> {
  const newest = retainedPlans(plans).at(-1);
  if (newest === undefined) return;
  const address = plainAddress(site);
  const live = unwordedEntries(plans);
  assertDistinct("the plan", live);
  const withdrawn = tombstones.map((tombstone) => tombstoneEntry(tombstone, newest, address));
  const known = new Map<DescriptionLength, SerialisedEntries>();
  const serialised = (length: DescriptionLength): SerialisedEntries => {
    const before = known.get(length);
    if (before !== undefined) return before;
    const build = entryBuilder(plans, address, revisionOf, length);
    const entries: SerialisedEntry[] = [];
    for (const some of batches(live)) entries.push(...serialise(some.map(build)));
    entries.push(...serialise(withdrawn));
    const made = { entries, assertSound: once(() => assertEntriesSound(entries, newest)) };
    known.set(length, made);
    return made;
  };
  let past: ReturnType<typeof pastMonths> | undefined;
  const making: FeedMaking = {
    newest,
    site: address,
    serialised,
    past: () => (past ??= published === undefined ? [] : pastMonths(live, published)),
  };
  const groups = groupByAudience(live);
  const all = [...live, ...withdrawn];
  for (const feed of [...feedsOf(newest), ...endedFeeds(ended)]) {
    for (const alarms of remindersOf(feed)) {
      const { indexes, relations } = entriesFor(feed, alarms, groups, live, newest);
      const gone = tombstones.flatMap(({ feeds }, index) => (feeds.includes(feed.name) ? [live.length + index] : []));
      const own = Uint32Array.from([...indexes, ...gone]);
      if (gone.length > 0) {
        own.sort((a, b) => compareEntries(all[a]!, all[b]!));
        assertDistinct(
          feedPath(feed.name, alarms),
          Array.from(own, (index) => all[index]!),
        );
      }
      if (own.length > 0) yield fittingFeed({ feed, relations, alarms, verified }, own, making);
    }
  }
}
