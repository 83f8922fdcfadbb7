import { isoMonth, parseDate } from "../../../compiler/calendar/day.ts";
import { monthFrame, monthIndex, type DayView } from "../../../compiler/views/days.ts";
import { list } from "../../../compiler/data/json-records.ts";
import {
  upcomingView,
  type UpcomingDay,
  type UpcomingLine,
  type UpcomingView,
} from "../../../compiler/views/role/upcoming.ts";
import { memoizeByObjectAndKey } from "../../../compiler/source/memoize.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { dayKey } from "../../../compiler/views/year/day.ts";
import { plansBeside, runningPlans, type RunningPlan } from "../context/running-plans.ts";
import type { SeriesSite } from "../context/site.ts";
import { dayHref, itemHref, monthHref, roleHref, rolePartHref, subscribeHref } from "../context/links.ts";
import { allDues, duesOfParty, type DueView } from "../../../compiler/views/dues.ts";
import { allFeedName } from "../../../compiler/feeds/feed-selection.ts";
import { partyRef } from "../../../compiler/query/labels.ts";
import { safeDayNotes } from "../markup/notes.ts";
import { reasonText } from "../markup/reason.ts";
import type { UpcomingDayData, UpcomingHead, UpcomingItem, UpcomingLineData } from "../scripts/upcoming/data.ts";

const kindWord = ({ t }: SeriesSite, { kind }: DayView): string =>
  ({
    working: "",
    "working-weekend": t.day.workingWeekend,
    weekend: "",
    "moved-off": t.day.movedOff,
    holiday: t.day.holiday,
  })[kind];

/** An object with one more member at its end, whose value is text already. */
const extended = (own: object, name: string, text: string): string =>
  `${JSON.stringify(own).slice(0, -1)},"${name}":${text}}`;

/** Whether a date says of which plan it is: of another than the newest, or where others run beside that. */
const isNamed = (series: SeriesSite, planId: string): boolean =>
  planId !== series.plan.id || plansBeside(series).length > 0;

const items = new WeakMap<DueView, Map<string, string>>();

/** A window under one of its days, as JSON; once for all files that it stands in. */
function itemText(series: SeriesSite, planId: string, due: DueView, byDay: string): string {
  const known = items.get(due) ?? new Map<string, string>();
  const text = known.get(byDay) ?? JSON.stringify(itemOf(series, planId, due, byDay));
  items.set(due, known.set(byDay, text));
  return text;
}

function itemOf(series: SeriesSite, planId: string, due: DueView, byDay: string): UpcomingItem {
  const { t } = series;
  const moved = due.day.iso !== byDay;
  const notes = [
    ...(isNamed(series, planId) ? [t.answer.ofPlan(planId)] : []),
    ...(moved ? [t.answer.noted(due.day.text)] : []),
    ...safeDayNotes(t, due).flatMap(({ text, instant }) => (instant === undefined ? [text] : [])),
  ];
  return {
    id: due.item,
    href: itemHref(series, planId, due.item),
    title: due.title,
    who: due.who.map(({ mark }) => mark),
    note: notes.join("; "),
    ...(due.time === null || due.day.instant === undefined ? {} : { time: { text: due.time, ...due.day.instant } }),
  };
}

function lineText(series: SeriesSite, plan: ResolvedPlan, line: UpcomingLine, byDay: string): string {
  const { t } = series;
  const [first] = line.dues as readonly [DueView];
  const lead = { one: "", month: t.answer.month, week: t.answer.week, snapshot: t.due.snapshots }[line.sort];
  const own: Omit<UpcomingLineData, "items"> = {
    control: line.kind === "control",
    word: line.kind === "control" ? t.mark.control : t.mark.due,
    why: `${isNamed(series, plan.id) ? `${t.answer.ofPlanAlone(plan.id)} ` : ""}${reasonText(t, first, byDay, controllerName(plan))}`,
    ...(line.sort === "week" ? { weekly: true as const } : {}),
    lead,
    ...(line.after === null ? {} : { after: line.after }),
  };
  return extended(
    own,
    "items" satisfies keyof UpcomingLineData,
    list(line.dues.map((due) => itemText(series, plan.id, due, byDay))),
  );
}

/** The name by which a sentence calls who checks; null where the plan has none. */
const controllerName = ({ series }: ResolvedPlan): string | null =>
  series.parties.find(({ data }) => data.id === series.data.controller)?.data.label ?? null;

/** A day with the lines of every plan that has any; its page is that of the first. */
function dayText(series: SeriesSite, placed: PlacedDays, party: string | null): string {
  const {
    plan,
    day: { day },
  } = placed[0]!;
  const own: Omit<UpcomingDayData, "lines"> = {
    iso: day.iso,
    number: day.number,
    month: day.monthText,
    weekday: day.weekdayName,
    word: kindWord(series, day),
    off: day.off,
    page: dayHref(series, plan.id, dayKey(plan, day)),
    href:
      party === null
        ? monthHref(series, plan.id, monthFrame(plan, monthIndex(day.serial)).key)
        : rolePartHref(series, party, isoMonth(day), plan.id),
  };
  return extended(
    own,
    "lines" satisfies keyof UpcomingDayData,
    list(placed.flatMap((each) => each.day.lines.map((line) => lineText(series, each.plan, line, day.iso)))),
  );
}

/** What is said when all is over: of the plan whose dates are the last. */
function overOf(series: SeriesSite, { plan, view }: UpcomingPlan, party: string | null): UpcomingHead["over"] {
  const { over } = series.t.answer;
  const last = view.lastDay.fullDate;
  // Of a role that the newest plan gives no date, but an older one does.
  const elsewhere = party !== null && plan !== series.plan && duesOfParty(series.plan, party).length === 0;
  return {
    figure: plan.id,
    title: over.title(plan.id),
    text: elsewhere ? over.textElsewhere(last, series.plan.id) : over.text(last),
    then: over.then,
    act: over.act,
    href: party === null ? series.href(`${plan.id}/calendar/`) : rolePartHref(series, party, "year", plan.id),
  };
}

/** A day of one of the plans that run. */
interface PlacedDay {
  readonly plan: ResolvedPlan;
  readonly day: UpcomingDay;
}

/** A date with those of its plans that have it. */
type PlacedDays = readonly PlacedDay[];

/** What is next in a plan that runs. */
interface UpcomingPlan extends RunningPlan {
  readonly view: UpcomingView;
}

/**
 * What is next in each plan that runs and has dates, the newest last; in the newest where none has. A window that two plans contain
 * is the newer one's.
 */
function upcomingPlans(
  series: SeriesSite,
  duesOf: (plan: ResolvedPlan) => readonly DueView[],
): [UpcomingPlan, ...UpcomingPlan[]] {
  const known = new Set<string>();
  const all = runningPlans(series)
    .toReversed()
    .map((running) => {
      const dues = duesOf(running.plan).filter(({ uid }) => !known.has(uid));
      for (const { uid } of dues) known.add(uid);
      return { ...running, dues, view: upcomingView(running.plan, dues) };
    });
  const [newest, ...others] = all.filter(({ dues }) => dues.length > 0).reverse();
  return newest === undefined ? [all[0]!] : [newest, ...others];
}

/** The days of all plans that run, in order; those of one date together, the newest plan's first. */
function daysOfAll(upcoming: readonly UpcomingPlan[]): readonly PlacedDays[] {
  const days = upcoming.flatMap(({ plan, since, view }) =>
    view.days.filter(({ day }) => parseDate(day.iso)! >= since).map((day): PlacedDay => ({ plan, day })),
  );
  return [...Map.groupBy(days.reverse(), ({ day: { day } }) => day.iso)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, placed]) => placed);
}

/** The entries of a part at least: some 15 kB, in which most pages find their days; a role with a few dates a month has few parts. */
const entriesOfPart = 24;

const entriesOf = (placed: PlacedDays): number =>
  placed.flatMap(({ day }) => day.lines).reduce((sum, { dues }) => sum + dues.length, 0);

/** Days in order as parts of whole months, each under the month that it begins with. */
function partsOf(days: readonly PlacedDays[]): ReadonlyMap<string, readonly PlacedDays[]> {
  const parts = new Map<string, PlacedDays[]>();
  let part: PlacedDays[] = [];
  let entries = entriesOfPart;
  for (const [month, own] of Map.groupBy(days, ([placed]) => isoMonth(placed!.day.day))) {
    if (entries >= entriesOfPart) {
      parts.set(month, (part = []));
      entries = 0;
    }
    part.push(...own);
    entries += own.reduce((sum, placed) => sum + entriesOf(placed), 0);
  }
  return parts;
}

/** Where what is next of a party, a profile or of everybody stands below the series: a file with its head, a folder with its parts. */
export const upcomingPath = (party: string | null): string => `near/${party ?? allFeedName}`;

/** What the script of what is next is given, every word included. */
interface Upcoming {
  readonly head: UpcomingHead;
  /** A part of the days (`UpcomingDayData[]`), as JSON. */
  readonly part: (name: string) => string;
}

/** What is next for a party or a profile, or with null for everybody: in all plans of the series that run. */
export const upcomingOf = memoizeByObjectAndKey((series: SeriesSite, party: string | null): Upcoming => {
  const { t, plan } = series;
  const upcoming = upcomingPlans(series, party === null ? allDues : (each) => duesOfParty(each, party));
  const views = upcoming.map(({ view }) => view);
  const latest = upcoming.reduce((a, b) => (b.view.last >= a.view.last ? b : a));
  const parts = partsOf(daysOfAll(upcoming));
  return {
    head: {
      language: series.language,
      timeZone: latest.view.timeZone,
      first: views.map(({ first }) => first).sort()[0]!,
      planEnd: views
        .map(({ planEnd }) => planEnd)
        .sort()
        .at(-1)!,
      last: latest.view.last,
      role:
        party === null
          ? null
          : {
              name: partyRef(plan, party).name,
              href: roleHref(series, party),
              subscribe: subscribeHref(series, party),
            },
      over: overOf(series, latest, party),
      texts: t.answer.texts,
      folder: series.href(`${upcomingPath(party)}/`),
      parts: [...parts.keys()],
    },
    part: (name) => list(parts.get(name)!.map((placed) => dayText(series, placed, party))),
  };
});
