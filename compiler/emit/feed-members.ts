import { dayOf } from "../calendar/day.ts";
import type { Relation, ResolvedPlan } from "../resolve/resolved.ts";
import type { FeedEntry } from "./feed-entries.ts";
import { feedSettings } from "./feed-settings.ts";

/** Whose a feed is: of a party, of several parties under one name, or of everything. */
export interface Feed {
  /** Its name in the address. */
  readonly name: string;
  readonly kind: "all" | "party" | "profile";
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
    ...series.parties.map(({ data }): Feed => ({ name: data.id, kind: "party", parties: [data.id], overview: data.oversees !== undefined })),
    ...series.profiles.map(({ data }): Feed => ({ name: data.id, kind: "profile", parties: data.parties, overview: false })),
  ];
}

/** How near a relation is: of several by which an entry is in a feed, the nearest is told. */
const nearness: readonly Relation[] = ["own", "group", "officer", "controller", "oversight"];

/** Why an entry belongs to a feed; undefined when it does not. */
export function relationToFeed({ parties }: Feed, { event, plan }: Pick<FeedEntry, "event" | "plan">): Relation | undefined {
  if (parties === undefined) return "own";
  const relations = parties.map((party) => plan.parties.relation(party, event, plan.series.data.controller));
  return nearness.find((relation) => relations.includes(relation));
}

/** Of the year before the newest an overview reminds of its last months only, however much it shows. */
const reminderMonths = 3;

/**
 * Whether a feed still keeps an entry that belongs to it: an overview leaves out what the year before the newest had before
 * its last months, and reminds of less than it shows, so that two years of the whole stay within what programs take. The
 * published years decide, never the clock.
 */
export function keeps({ overview }: Feed, { plan, dtend }: Pick<FeedEntry, "plan" | "dtend">, newest: ResolvedPlan, alarms = false): boolean {
  const { overviewMonths } = feedSettings(newest);
  const months = alarms ? Math.min(overviewMonths, reminderMonths) : overviewMonths;
  if (!overview || plan.year === newest.year || months === 12) return true;
  return months > 0 && dtend > dayOf(newest.year - 1, 13 - months, 1);
}
