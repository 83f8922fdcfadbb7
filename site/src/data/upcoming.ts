import { monthFrame, type DayView } from "../../../compiler/views/days.ts";
import type { DueView } from "../../../compiler/views/dues.ts";
import { list } from "../../../compiler/data/json-records.ts";
import { upcomingView, type UpcomingDay, type UpcomingLine } from "../../../compiler/views/role/upcoming.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { dayKey } from "../../../compiler/views/year/day.ts";
import type { SeriesSite } from "../context/site.ts";
import { dayHref, itemHref, monthHref, roleHref, rolePartHref, subscribeHref } from "../context/links.ts";
import { partyRef } from "../../../compiler/query/labels.ts";
import { monthId } from "../components/role/role-parts.ts";
import { safeDayNotes } from "../markup/notes.ts";
import { reasonText } from "../markup/reason.ts";
import type { UpcomingData, UpcomingDayData, UpcomingItem, UpcomingLineData } from "../scripts/upcoming/data.ts";

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
    why: reasonText(t, first, byDay, controllerName(plan)),
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

function dayText(series: SeriesSite, plan: ResolvedPlan, party: string | null, { day, lines }: UpcomingDay): string {
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
        ? monthHref(series, plan.id, monthFrame(plan, day.year, day.month).key)
        : rolePartHref(series, party, monthId(day)),
  };
  return extended(
    own,
    "lines" satisfies keyof UpcomingDayData,
    list(lines.map((line) => lineText(series, plan, line, day.iso))),
  );
}

/** What is said of the plan when all of it is over. */
function overOf(series: SeriesSite, plan: ResolvedPlan, party: string | null, last: DayView): UpcomingData["over"] {
  const { over } = series.t.answer;
  return {
    figure: plan.id,
    title: over.title(plan.id),
    text: over.text(last.fullDate),
    then: over.then,
    act: over.act,
    href: party === null ? series.href(`${plan.id}/calendar/`) : rolePartHref(series, party, "year"),
  };
}

/** What the script of what is next needs (`UpcomingData`), every word included, made while it is written; `party` null is the whole plan. */
export function* upcomingJson(
  series: SeriesSite,
  plan: ResolvedPlan,
  party: string | null,
  dues: readonly DueView[],
): Generator<string> {
  const { t } = series;
  const view = upcomingView(plan, dues);
  const head: Omit<UpcomingData, "days"> = {
    language: series.language,
    timeZone: view.timeZone,
    first: view.first,
    yearEnd: view.planEnd,
    last: view.last,
    role:
      party === null
        ? null
        : { name: partyRef(plan, party).name, href: roleHref(series, party), subscribe: subscribeHref(series, party) },
    over: overOf(series, plan, party, view.lastDay),
    texts: t.answer.texts,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"days":[`;
  for (const [index, day] of view.days.entries()) yield `${index === 0 ? "" : ","}${dayText(series, plan, party, day)}`;
  yield "]}";
}
