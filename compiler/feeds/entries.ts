import { overlap } from "../calendar/bounds.ts";
import type { Day } from "../calendar/day.ts";
import { clockIn, minutesOf } from "../calendar/instant.ts";
import type { DueWindow, ResolvedPlan, Window } from "../resolve/model.ts";
import { inOrder } from "../load/plan-bounds.ts";
import type { CalendarEntry } from "../ical/vevent-body.ts";
import { descriptionOf, withLink, type DescriptionLength } from "./description.ts";
import { layOutWindow, type EntryLayout } from "./entry-layout.ts";
import { initialRevision, type RevisionLookup } from "./entry-revision.ts";
import { summaryOf } from "./summary.ts";

/** An entry with the due window and the plan that it comes from. */
export interface FeedEntry extends CalendarEntry {
  readonly plan: ResolvedPlan;
  readonly due: DueWindow;
  /** The description without the link. */
  readonly text: string;
  /** Its page, below the address of the series. */
  readonly path: string;
}

/** The page of an item, below the address of the series. */
export const itemPath = (plan: string, item: string): string => `${plan}/items/${item}/`;

/** The uid of the additional «Начало» entry: the mark stands inside the key, before the domain. */
const extraUid = (uid: string): string => uid.replace("@", "-start@");
/** The uid of the main entry that a «Начало» entry belongs to; undefined for the uid of a main entry. */
export const mainUid = (uid: string): string | undefined =>
  uid.includes("-start@") ? uid.replace("-start@", "@") : undefined;

/** When to remind of a day: at nine in the morning of the last working day before it, in hours before the day begins. */
function reminder(day: Day, { calendar }: ResolvedPlan): number {
  const before = calendar.covers(day - 1) ? calendar.previousWorking(day - 1) : day - 1;
  return (day - (typeof before === "number" ? before : day - 1)) * 24 - 9;
}

/** The hour of its day at which an entry begins, by the clocks that its window goes by. */
const hourOf = (instants: CalendarEntry["instants"], { instants: own }: Window): number =>
  instants === undefined || own === undefined ? 0 : Math.floor(minutesOf(clockIn(own.zone, instants.start).clock) / 60);

/** Whether the work of an item is done; its control may still come. */
const isDone = ({ kind, row }: DueWindow): boolean => kind === "work" && row.source.data.status !== undefined;

/** An entry laid out on its days and not yet worded: the texts of a large plan are too many to be held at once. */
export interface UnwordedEntry {
  readonly plan: ResolvedPlan;
  readonly due: DueWindow;
  readonly layout: EntryLayout;
  readonly uid: string;
  readonly dtstart: Day;
  /** Exclusive. */
  readonly dtend: Day;
  readonly instants?: CalendarEntry["instants"];
}

/**
 * The instants of an entry: the end of a deadline is an instant without length; a stretch has both of its ends, or, where
 * only the last has a time, stays whole days. What fills a unit of the calendar does too.
 */
function instantsOf({ role, first, last }: EntryLayout, { instants, start }: Window): CalendarEntry["instants"] {
  if (instants === undefined || role === "during") return undefined;
  if (role === "start") return instants.start === undefined ? undefined : { start: instants.start };
  if (role === "stretch" && instants.start === undefined) return undefined;
  const begins = start === first || first !== last ? instants.start : undefined;
  return begins === undefined || begins === instants.end
    ? { start: instants.end }
    : { start: begins, end: instants.end };
}

/** The entries that a window becomes, not yet worded. */
export const layOutDueWindow = (due: DueWindow, plan: ResolvedPlan): UnwordedEntry[] =>
  layOutWindow(due.window).map((layout) => ({
    plan,
    due,
    layout,
    uid: layout.extra ? extraUid(due.uid) : due.uid,
    dtstart: layout.first,
    dtend: layout.last + 1,
    instants: instantsOf(layout, due.window),
  }));

/**
 * Gives entries their wording, revision, link and reminder; `plans` are all of the series. The description of an entry of
 * an earlier plan is its link alone, so that both fit into a feed.
 */
export function entryBuilder(
  plans: readonly ResolvedPlan[],
  site: string,
  revisionOf: RevisionLookup,
  length: DescriptionLength = "full",
): (placed: UnwordedEntry) => FeedEntry {
  const newest = retainedPlans(plans).at(-1);
  return ({ plan, due, layout, uid, dtstart, dtend, instants }) => {
    const path = itemPath(plan.id, due.item);
    const url = `${site}/${path}`;
    const text = newest !== undefined && overlap(plan.bounds, newest.bounds) ? descriptionOf(due, plan, length) : "";
    const section = plan.byId.get(due.item)!.source.section.data;
    const { changed, turn = 0, sequence, status } = revisionOf(uid) ?? initialRevision(plan);
    return {
      plan,
      due,
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
      instants,
      summary: summaryOf(due, layout, plan),
      description: withLink(text, url),
      categories: [section.short ?? section.title],
      // Nobody needs to be reminded of what is cancelled or done.
      alarm:
        status === "CANCELLED" || isDone(due) ? undefined : reminder(layout.first, plan) + hourOf(instants, due.window),
    };
  };
}

/**
 * The plans whose entries feeds retain, in order, the newest last: every plan that meets the newest one's bounds, and the one
 * before. Older entries expire when a newer plan is published.
 */
export function retainedPlans<P extends Pick<ResolvedPlan, "id" | "bounds">>(plans: readonly P[]): P[] {
  const ordered = [...plans].sort(inOrder);
  const newest = ordered.at(-1);
  const before = newest && ordered.findLast(({ bounds }) => !overlap(bounds, newest.bounds));
  return ordered.filter((plan) => plan === before || (newest !== undefined && overlap(plan.bounds, newest.bounds)));
}

/** The order of entries in a feed: by day, then uid. */
export const compareEntries = (
  a: Pick<CalendarEntry, "dtstart" | "uid">,
  b: Pick<CalendarEntry, "dtstart" | "uid">,
): number => a.dtstart - b.dtstart || (a.uid < b.uid ? -1 : 1);

/**
 * Every entry of the retained plans of one series, by day, then uid. A window that two plans contain is one entry, that of
 * the newer plan.
 */
export function unwordedEntries(plans: readonly ResolvedPlan[]): UnwordedEntry[] {
  const newestOf = new Map<string, { due: DueWindow; plan: ResolvedPlan }>();
  for (const plan of retainedPlans(plans)) for (const due of plan.dueWindows) newestOf.set(due.uid, { due, plan });
  return [...newestOf.values()].flatMap(({ due, plan }) => layOutDueWindow(due, plan)).sort(compareEntries);
}

/** Every entry of the retained plans of one series, worded, by day, then uid. */
export const feedEntries = (plans: readonly ResolvedPlan[], site: string, revisionOf: RevisionLookup): FeedEntry[] =>
  unwordedEntries(plans).map(entryBuilder(plans, site, revisionOf));
