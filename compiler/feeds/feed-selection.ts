import { overlap } from "../calendar/bounds.ts";
import { addMonths } from "../calendar/day.ts";
import type { Relation, ResolvedPlan } from "../resolve/model.ts";
import type { UnwordedEntry } from "./entries.ts";
import type { EndedFeed } from "./history.ts";
import { feedSettings } from "./settings.ts";
import { nearestRelation } from "../query/audience.ts";

/** A feed: of everything, of a party, of a profile (several parties under one name), or of somebody who is in the plan no more. */
export interface Feed {
  /** Its name in the address. */
  readonly name: string;
  readonly kind: "all" | "party" | "profile" | "ended";
  /** The last name of an ended feed's owner; the plan knows the names of the others. */
  readonly label?: string;
  /** The parties whose entries it holds; undefined: all entries. */
  readonly parties: readonly string[] | undefined;
  /** It shows the whole or others' work, and retains less of the past. */
  readonly overview: boolean;
}

/** The name of the feed of everything. */
export const allFeedName = "all";

/** The feeds that a plan can have: of everything, of each party, of each profile. `plan` is the newest. */
export function feedsOf({ series }: ResolvedPlan): Feed[] {
  return [
    { name: allFeedName, kind: "all", parties: undefined, overview: true },
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

/** The files of a feed: without reminders, and with them where it is somebody's. */
export const remindersOf = ({ kind }: Feed): readonly boolean[] => (kind === "all" ? [false] : [false, true]);

/** Feeds that hold nothing but cancellations. */
export const endedFeeds = (ended: readonly EndedFeed[]): Feed[] =>
  ended.map(({ name, label }) => ({ name, label, kind: "ended", parties: [], overview: false }));

/** A due window with the plan that it stands in. */
type DueWindowInPlan = Pick<UnwordedEntry, "due" | "plan">;

/** Why an entry belongs to a feed; undefined when it does not. */
export function relationToFeed({ parties }: Feed, { due, plan }: DueWindowInPlan): Relation | undefined {
  return parties === undefined ? "own" : nearestRelation(plan, parties, due);
}

/** Entries of one kind and audience: all of them belong to the same feeds. */
interface AudienceGroup {
  /** Any of them. */
  readonly entry: DueWindowInPlan;
  /** Their places in the list that was grouped. */
  readonly indexes: readonly number[];
}

/** Groups entries by kind and audience, so that the feeds they belong to are looked up once a group. */
export function groupByAudience(entries: readonly DueWindowInPlan[]): readonly AudienceGroup[] {
  const groups = Map.groupBy(entries.keys(), (index) => {
    const { due, plan } = entries[index]!;
    return `${plan.id} ${due.kind} ${due.read.join()} ${due.audience.join()}`;
  });
  return [...groups.values()].map((indexes) => ({ entry: entries[indexes[0]!]!, indexes }));
}

/** The entries that belong to a feed and that it retains, as ascending indexes into `entries`, and the relations by which they belong to it. */
export function entriesFor(
  feed: Feed,
  alarms: boolean,
  groups: readonly AudienceGroup[],
  entries: readonly UnwordedEntry[],
  newest: ResolvedPlan,
): { indexes: number[]; relations: Set<Relation> } {
  const relations = new Set<Relation>();
  const indexes: number[] = [];
  for (const { entry, indexes: members } of groups) {
    const relation = relationToFeed(feed, entry);
    if (relation === undefined) continue;
    const retained = members.filter((index) => retains(feed, entries[index]!, newest, alarms));
    if (retained.length > 0) relations.add(relation);
    for (const index of retained) indexes.push(index);
  }
  return { indexes: indexes.sort((a, b) => a - b), relations };
}

/** Number of last months before the newest plan of which an overview reminds, however many it shows. */
const reminderMonths = 3;

/**
 * Whether a feed still retains an entry that belongs to it. Of the plan before the newest an overview retains the last
 * months only, and reminds of fewer than it shows, so that two plans of everything stay within what programs take. This
 * depends on the published plans, never on the clock.
 */
export function retains(
  { overview }: Feed,
  { plan, dtend }: Pick<UnwordedEntry, "plan" | "dtend">,
  newest: ResolvedPlan,
  alarms = false,
): boolean {
  if (!overview || overlap(plan.bounds, newest.bounds)) return true;
  const { overviewMonths } = feedSettings(newest);
  const months = alarms ? Math.min(overviewMonths, reminderMonths) : overviewMonths;
  if (months === 12) return true;
  return months > 0 && dtend > addMonths(newest.bounds.from, -months);
}
