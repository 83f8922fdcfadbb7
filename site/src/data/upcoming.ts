import type { DayView } from "../../../compiler/views/days.ts";
import type { DueView } from "../../../compiler/views/dues.ts";
import { list } from "../../../compiler/data/json-records.ts";
import { upcomingView, type UpcomingDay, type UpcomingLine } from "../../../compiler/views/role/upcoming.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { SeriesSite } from "../context/site.ts";
import { itemHref } from "../context/links.ts";
import { safeDayNotes } from "../markup/notes.ts";
import type { UpcomingData, UpcomingItem, UpcomingLineData } from "../scripts/upcoming/data.ts";

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
  const notes = [...(moved ? [t.upcoming.named(due.day.text)] : []), ...safeDayNotes(t, due).map(({ text }) => text)];
  return {
    id: due.item,
    href: itemHref(series, planId, due.item),
    title: due.title,
    who: due.who.map(({ mark }) => mark),
    note: notes.join("; "),
  };
}

function lineText(series: SeriesSite, planId: string, line: UpcomingLine, byDay: string): string {
  const { t } = series;
  const lead = { one: "", month: t.upcoming.month, week: t.upcoming.week, snapshot: t.due.snapshots }[line.sort];
  const own: Omit<UpcomingLineData, "items"> = {
    control: line.kind === "control",
    word: line.kind === "control" ? t.mark.control : t.mark.due,
    lead,
    ...(line.after === null ? {} : { after: line.after }),
  };
  return extended(
    own,
    "items" satisfies keyof UpcomingLineData,
    list(line.dues.map((due) => itemText(series, planId, due, byDay))),
  );
}

function dayText(series: SeriesSite, planId: string, { day, lines }: UpcomingDay): string {
  const own: Omit<UpcomingData["days"][number], "lines"> = {
    iso: day.iso,
    number: day.number,
    month: day.monthText,
    weekday: day.weekdayName,
    word: kindWord(series, day),
    off: day.off,
  };
  return extended(
    own,
    "lines" satisfies keyof UpcomingData["days"][number],
    list(lines.map((line) => lineText(series, planId, line, day.iso))),
  );
}

/** What the script of «Ближайшее» needs (`UpcomingData`), every word included, made while it is written. */
export function* upcomingJson(series: SeriesSite, plan: ResolvedPlan, dues: readonly DueView[]): Generator<string> {
  const { t } = series;
  const view = upcomingView(plan, dues);
  const head: Omit<UpcomingData, "days" | "strip"> = {
    language: series.language,
    timeZone: view.timeZone,
    first: view.first,
    yearEnd: view.planEnd,
    last: view.last,
    texts: t.upcoming.texts,
  };
  const strip: UpcomingData["strip"] = view.strip.map(({ day, work, control }) => [
    day.iso,
    day.number,
    day.weekday,
    kindWord(series, day),
    (day.off ? 1 : 0) + (day.kind === "working-weekend" ? 2 : 0) + (work ? 4 : 0) + (control ? 8 : 0),
  ]);
  yield `${JSON.stringify(head).slice(0, -1)},"days":[`;
  for (const [index, day] of view.days.entries()) yield `${index === 0 ? "" : ","}${dayText(series, plan.id, day)}`;
  yield `],"strip":${JSON.stringify(strip)}}`;
}
