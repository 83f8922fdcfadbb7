import type { Day } from "../calendar/day.ts";
import type { PlanEvent, ResolvedPlan } from "../resolve/resolved.ts";
import type { CalendarEntry } from "./calendar-body.ts";
import { textOf, withLink } from "./feed-description.ts";
import { placeWindow, type Placement } from "./feed-shape.ts";
import { firstStamp, type Stamps } from "./feed-stamp.ts";
import { summaryOf } from "./feed-summary.ts";

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
export const mainUid = (uid: string): string | undefined => (uid.includes("-start@") ? uid.replace("-start@", "@") : undefined);

/** At nine in the morning of the last working day before, in hours before the day begins. */
function reminder(day: Day, { calendar }: ResolvedPlan): number {
  const before = calendar.covers(day - 1) ? calendar.previousWorking(day - 1) : day - 1;
  return (day - (typeof before === "number" ? before : day - 1)) * 24 - 9;
}

interface Telling {
  readonly site: string;
  readonly stamps: Stamps;
  /** The newest year; entries of years before it say where to read more, nothing else, so that two years fit into a feed. */
  readonly newest: number;
}

function entriesOf(event: PlanEvent, plan: ResolvedPlan, { site, stamps, newest }: Telling): FeedEntry[] {
  const path = itemPath(plan.year, event.item);
  const url = `${site}/${path}`;
  const text = plan.year < newest ? "" : textOf(event, plan);
  const section = plan.byId.get(event.item)!.source.section.data;
  return placeWindow(event.window).map((placement: Placement): FeedEntry => {
    const uid = placement.extra ? extraUid(event.uid) : event.uid;
    const { changed, turn = 0, sequence, status } = stamps(uid) ?? firstStamp(plan);
    return {
      plan, event, uid, changed, turn, sequence, status, url, path, text, dtstart: placement.first, dtend: placement.last + 1,
      summary: summaryOf(event, placement, plan), description: withLink(text, url), categories: [section.short ?? section.title],
      alarm: status === "CANCELLED" ? undefined : reminder(placement.first, plan),
    };
  });
}

/** How many published years a feed holds: entries of older ones expire when a newer year is published. */
const yearsKept = 2;

/** The plans whose entries are in the feeds, oldest first. */
export function keptPlans(plans: readonly ResolvedPlan[]): ResolvedPlan[] {
  return [...plans].sort((a, b) => a.year - b.year).slice(-yearsKept);
}

/** The order of entries in a feed: by day, then uid. */
export const inOrder = (a: Pick<CalendarEntry, "dtstart" | "uid">, b: Pick<CalendarEntry, "dtstart" | "uid">): number => a.dtstart - b.dtstart || (a.uid < b.uid ? -1 : 1);

/**
 * Every entry of some plans of one series, by day, then uid. A window that two years contain is one entry, as the newer
 * year tells it.
 */
export function feedEntries(plans: readonly ResolvedPlan[], site: string, stamps: Stamps): FeedEntry[] {
  const kept = keptPlans(plans);
  const told = new Map<string, { event: PlanEvent; plan: ResolvedPlan }>();
  for (const plan of kept) for (const event of plan.events) told.set(event.uid, { event, plan });
  const telling: Telling = { site, stamps, newest: kept.at(-1)?.year ?? 0 };
  return [...told.values()].flatMap(({ event, plan }) => entriesOf(event, plan, telling)).sort(inOrder);
}
