import { dayOf } from "../calendar/day.ts";
import type { Relation, ResolvedPlan } from "../resolve/model.ts";
import type { PlacedEntry } from "./entries.ts";
import type { EndedFeed } from "./history.ts";
import { feedSettings } from "./settings.ts";
import { nearestRelation } from "../query/audience.ts";

/** Whose a feed is: of a party, of several parties under one name, of everything, or of somebody who is there no more. */
export interface Feed {
  /** Its name in the address. */
  readonly name: string;
  readonly kind: "all" | "party" | "profile" | "ended";
  /** What an ended one is called; the plan knows the names of the others. */
  readonly label?: string;
  /** Those whose entries it holds; undefined: all entries. */
  readonly parties: readonly string[] | undefined;
  /** It gives a view of the whole or of others' work, and keeps less of the past. */
  readonly overview: boolean;
}

/** The name of the feed of everything. */
export const everything = "all";

/** The feeds that a plan can have: of everything, of each party, of each profile. `plan` is the newest year. */
export function feedsOf({ series }: ResolvedPlan): Feed[] {
  return [
    { name: everything, kind: "all", parties: undefined, overview: true },
    ...series.parties.map(({ data }): Feed => ({
      name: data.id,
      kind: "party",
      parties: [data.id],
      overview: data.oversees !== undefined,
    })),
    ...series.profiles.map(({ data }): Feed => ({
      name: data.id,
      kind: "profile",
      parties: data.parties,
      overview: false,
    })),
  ];
}

/** Feeds that hold nothing but cancellations. */
export const endedFeeds = (ended: readonly EndedFeed[]): Feed[] =>
  ended.map(({ name, label }) => ({ name, label, kind: "ended", parties: [], overview: false }));

/** What an entry tells of. */
type Told = Pick<PlacedEntry, "event" | "plan">;

/** Why an entry belongs to a feed; undefined when it does not. */
export function relationToFeed({ parties }: Feed, { event, plan }: Told): Relation | undefined {
  return parties === undefined ? "own" : nearestRelation(plan, parties, event);
}

/** By whom an entry is known to belong to a feed: entries of one kind and audience belong to the same feeds. */
interface Alike {
  readonly entry: Told;
  readonly indexes: number[];
}

/** Entries by kind and audience, so that where they belong is asked once for each of these and not once an entry. */
export function groupAlike(entries: readonly Told[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  entries.forEach((entry, index) => {
    const { event, plan } = entry;
    const name = `${plan.year} ${event.kind} ${event.read.join()} ${event.audience.join()}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { entry, indexes: [index] });
    else group.indexes.push(index);
  });
  return [...groups.values()];
}

/** The entries that belong to a feed and that it keeps, in their order, and the relations by which they do. */
export function entriesFor(
  feed: Feed,
  alarms: boolean,
  groups: readonly Alike[],
  entries: readonly PlacedEntry[],
  newest: ResolvedPlan,
): { indexes: number[]; relations: Set<Relation> } {
  const relations = new Set<Relation>();
  const indexes: number[] = [];
  for (const { entry, indexes: alike } of groups) {
    const relation = relationToFeed(feed, entry);
    if (relation === undefined) continue;
    const kept = alike.filter((index) => keeps(feed, entries[index]!, newest, alarms));
    if (kept.length > 0) relations.add(relation);
    for (const index of kept) indexes.push(index);
  }
  return { indexes: indexes.sort((a, b) => a - b), relations };
}

/** Of the year before the newest an overview reminds of its last months only, however much it shows. */
const reminderMonths = 3;

/**
 * Whether a feed still keeps an entry that belongs to it: an overview leaves out what the year before the newest had before
 * its last months, and reminds of less than it shows, so that two years of the whole stay within what programs take. The
 * published years decide, never the clock.
 */
export function keeps(
  { overview }: Feed,
  { plan, dtend }: Pick<PlacedEntry, "plan" | "dtend">,
  newest: ResolvedPlan,
  alarms = false,
): boolean {
  if (!overview || plan.year === newest.year) return true;
  const { overviewMonths } = feedSettings(newest);
  const months = alarms ? Math.min(overviewMonths, reminderMonths) : overviewMonths;
  if (months === 12) return true;
  return months > 0 && dtend > dayOf(newest.year - 1, 13 - months, 1);
}
