import type { Day } from "../calendar/day.ts";
import type { PlanEvent, ResolvedPlan } from "../resolve/resolved.ts";
import type { CalendarEntry } from "./calendar-entry.ts";
import { descriptionOf } from "./feed-description.ts";
import { placeWindow, type Placement } from "./feed-shape.ts";
import { firstStamp, type Stamps } from "./feed-stamp.ts";
import { summaryOf } from "./feed-summary.ts";

/** An entry with the event that it tells of. */
export interface FeedEntry extends CalendarEntry {
  readonly plan: ResolvedPlan;
  readonly event: PlanEvent;
}

/** The address of an item's page. `site` is the address of the series, without a final slash. */
export const itemAddress = (site: string, year: number, item: string): string => `${site}/${year}/items/${item}/`;

/** The uid of the additional «Начало» entry: the mark stands inside the key, before the domain. */
const extraUid = (uid: string): string => uid.replace("@", "-start@");

/** At nine in the morning of the last working day before, in hours before the day begins. */
function reminder(day: Day, { calendar }: ResolvedPlan): number {
  const before = calendar.covers(day - 1) ? calendar.previousWorking(day - 1) : day - 1;
  return (day - (typeof before === "number" ? before : day - 1)) * 24 - 9;
}

function entryOf(event: PlanEvent, placement: Placement, plan: ResolvedPlan, site: string, stamps: Stamps): FeedEntry {
  const uid = placement.extra ? extraUid(event.uid) : event.uid;
  const { changed, sequence, status } = stamps(uid) ?? firstStamp(plan);
  const url = itemAddress(site, plan.year, event.item);
  const section = plan.byId.get(event.item)!.source.section.data;
  return {
    plan, event, uid, changed, sequence, status, url, dtstart: placement.first, dtend: placement.last + 1,
    summary: summaryOf(event, placement, plan), description: descriptionOf(event, plan, url), categories: [section.short ?? section.title],
    alarm: status === "CANCELLED" ? undefined : reminder(placement.first, plan),
  };
}

/** How many published years a feed holds: entries of older ones expire when a newer year is published. */
const yearsKept = 2;

/** The plans whose entries are in the feeds, oldest first. */
export function keptPlans(plans: readonly ResolvedPlan[]): ResolvedPlan[] {
  return [...plans].sort((a, b) => a.year - b.year).slice(-yearsKept);
}

/**
 * Every entry of some plans of one series, by day, then uid. A window that two years contain is one entry, as the newer
 * year tells it.
 */
export function feedEntries(plans: readonly ResolvedPlan[], site: string, stamps: Stamps): FeedEntry[] {
  const newest = new Map<string, { event: PlanEvent; plan: ResolvedPlan }>();
  for (const plan of keptPlans(plans)) for (const event of plan.events) newest.set(event.uid, { event, plan });
  const entries = [...newest.values()].flatMap(({ event, plan }) => placeWindow(event.window).map((placement) => entryOf(event, placement, plan, site, stamps)));
  return entries.sort((a, b) => a.dtstart - b.dtstart || (a.uid < b.uid ? -1 : 1));
}
