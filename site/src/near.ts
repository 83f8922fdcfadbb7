import type { DayView } from "../../compiler/emit/site-days.ts";
import type { DueView } from "../../compiler/emit/site-dues.ts";
import { nearView, type NearLine } from "../../compiler/emit/site-near.ts";
import type { ResolvedPlan } from "../../compiler/resolve/resolved.ts";
import type { SeriesSite } from "./compiled.ts";
import { itemHref } from "./links.ts";
import { safeDayNotes } from "./notes.ts";
import type { NearData, NearItem } from "./scripts/near/data.ts";

const kindWord = ({ t }: SeriesSite, { kind }: DayView): string => ({ working: "", "working-weekend": t.day.workingWeekend, weekend: "", "moved-off": t.day.movedOff, holiday: t.day.holiday })[kind];

const items = new WeakMap<DueView, NearItem>();

/** A window by the day that is safe for it; once for all pages that it stands on. */
function itemOf(series: SeriesSite, year: number, due: DueView, byDay: string): NearItem {
  const item = items.get(due) ?? makeItem(series, year, due, byDay);
  items.set(due, item);
  return item;
}

function makeItem(series: SeriesSite, year: number, due: DueView, byDay: string): NearItem {
  const { t } = series;
  const moved = due.day.iso !== byDay;
  const notes = [...(moved ? [t.near.named(due.day.text)] : []), ...safeDayNotes(t, due).map(({ text }) => text)];
  return { id: due.item, href: itemHref(series, year, due.item), title: due.title, who: due.who.map(({ mark }) => mark), note: notes.join("; ") };
}

function lineOf(series: SeriesSite, year: number, line: NearLine, byDay: string): NearData["days"][number]["lines"][number] {
  const { t } = series;
  const lead = { one: "", month: t.near.month, week: t.near.week, snapshot: t.due.snapshots }[line.sort];
  return { control: line.kind === "control", word: line.kind === "control" ? t.mark.control : t.mark.due, lead, items: line.dues.map((due) => itemOf(series, year, due, byDay)) };
}

/** What the script of «Ближайшее» needs, every word included. */
export function nearData(series: SeriesSite, plan: ResolvedPlan, dues: readonly DueView[]): NearData {
  const { t } = series;
  const view = nearView(plan, dues);
  return {
    language: series.language, timeZone: view.timeZone, first: view.first, last: view.last, texts: t.near.texts,
    days: view.days.map(({ day, lines }) => ({ iso: day.iso, number: day.number, month: day.monthText, weekday: day.weekdayName, word: kindWord(series, day), off: day.off, lines: lines.map((line) => lineOf(series, plan.year, line, day.iso)) })),
    strip: view.strip.map(({ day, work, control }) => [day.iso, day.number, day.weekday, kindWord(series, day), (day.off ? 1 : 0) + (day.kind === "working-weekend" ? 2 : 0) + (work ? 4 : 0) + (control ? 8 : 0)]),
  };
}
