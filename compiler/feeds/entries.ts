import type { Day } from "../calendar/day.ts";
import type { PlanEvent, ResolvedPlan } from "../resolve/model.ts";
import type { CalendarEntry } from "../ical/vevent-body.ts";
import { textOf, withLink } from "./description.ts";
import { placeWindow, type Placement } from "./entry-layout.ts";
import { firstStamp, type Stamps } from "./entry-revision.ts";
import { summaryOf } from "./summary.ts";

/** An entry with the event that it tells of. */
export interface FeedEntry extends CalendarEntry {
  readonly plan: ResolvedPlan;
  readonly event: PlanEvent;
  /** The description without the link. */
  readonly text: string;
  /** Its page, below the address of the series. */
  readonly path: string;
}

/** The page of an item, below the address of the series. */
export const itemPath = (year: number, item: string): string => `${year}/items/${item}/`;

/** The uid of the additional «Начало» entry: the mark stands inside the key, before the domain. */
const extraUid = (uid: string): string => uid.replace("@", "-start@");
/** The uid of the entry beside which an additional one stands; undefined for an entry that stands alone. */
export const mainUid = (uid: string): string | undefined =>
  uid.includes("-start@") ? uid.replace("-start@", "@") : undefined;

/** At nine in the morning of the last working day before, in hours before the day begins. */
function reminder(day: Day, { calendar }: ResolvedPlan): number {
  const before = calendar.covers(day - 1) ? calendar.previousWorking(day - 1) : day - 1;
  return (day - (typeof before === "number" ? before : day - 1)) * 24 - 9;
}

/** An entry before anything of it is worded: the texts of a large plan are too many to be held at once. */
export interface PlacedEntry {
  readonly plan: ResolvedPlan;
  readonly event: PlanEvent;
  readonly placement: Placement;
  readonly uid: string;
  readonly dtstart: Day;
  /** Exclusive. */
  readonly dtend: Day;
}

const placeEvent = (event: PlanEvent, plan: ResolvedPlan): PlacedEntry[] =>
  placeWindow(event.window).map((placement) => ({
    plan,
    event,
    placement,
    uid: placement.extra ? extraUid(event.uid) : event.uid,
    dtstart: placement.first,
    dtend: placement.last + 1,
  }));

/** Words entries; `plans` are all of the series. Entries of years before the newest say where to read more, nothing else, so that two years fit into a feed. */
export function entryTeller(
  plans: readonly ResolvedPlan[],
  site: string,
  stamps: Stamps,
): (placed: PlacedEntry) => FeedEntry {
  const newest = keptPlans(plans).at(-1)?.year ?? 0;
  return ({ plan, event, placement, uid, dtstart, dtend }) => {
    const path = itemPath(plan.year, event.item);
    const url = `${site}/${path}`;
    const text = plan.year < newest ? "" : textOf(event, plan);
    const section = plan.byId.get(event.item)!.source.section.data;
    const { changed, turn = 0, sequence, status } = stamps(uid) ?? firstStamp(plan);
    return {
      plan,
      event,
      uid,
      changed,
      turn,
      sequence,
      status,
      url,
      path,
      text,
      dtstart,
      dtend,
      summary: summaryOf(event, placement, plan),
      description: withLink(text, url),
      categories: [section.short ?? section.title],
      alarm: status === "CANCELLED" ? undefined : reminder(placement.first, plan),
    };
  };
}

/** How many published years a feed holds: entries of older ones expire when a newer year is published. */
const yearsKept = 2;

/** The plans whose entries are in the feeds, oldest first. */
export function keptPlans(plans: readonly ResolvedPlan[]): ResolvedPlan[] {
  return [...plans].sort((a, b) => a.year - b.year).slice(-yearsKept);
}

/** The order of entries in a feed: by day, then uid. */
export const inOrder = (a: Pick<CalendarEntry, "dtstart" | "uid">, b: Pick<CalendarEntry, "dtstart" | "uid">): number =>
  a.dtstart - b.dtstart || (a.uid < b.uid ? -1 : 1);

/**
 * Where every entry of some plans of one series stands, by day, then uid. A window that two years contain is one entry, as
 * the newer year tells it.
 */
export function placedEntries(plans: readonly ResolvedPlan[]): PlacedEntry[] {
  const told = new Map<string, { event: PlanEvent; plan: ResolvedPlan }>();
  for (const plan of keptPlans(plans)) for (const event of plan.events) told.set(event.uid, { event, plan });
  return [...told.values()].flatMap(({ event, plan }) => placeEvent(event, plan)).sort(inOrder);
}

/** The same entries, worded. */
export const feedEntries = (plans: readonly ResolvedPlan[], site: string, stamps: Stamps): FeedEntry[] =>
  placedEntries(plans).map(entryTeller(plans, site, stamps));
