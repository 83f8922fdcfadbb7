import { isoDate, type Day } from "../calendar/day.ts";
import { itemPath, mainUid } from "../feeds/entries.ts";
import { dateText, languages, planName, weekdayDate } from "../locale/languages.ts";
import type { CellKind, ResolvedPlan } from "../resolve/model.ts";
import { titleOf } from "../explain/titles.ts";
import { uidParts, type Ledger, type NewsKind, type NewsLine } from "./ledger.ts";
import { newsMessages } from "./news-messages.ts";

/** Dates of one cell that changed in one way on one day: one piece of news for a reader. */
export interface NewsItem {
  /** Its permanent name: day, plan, and, but for a whole plan, item, cell and kind. */
  readonly id: string;
  readonly on: Day;
  /** The same day, to print. */
  readonly date: { readonly iso: string; readonly text: string };
  readonly kind: NewsKind;
  /** The plan's id. */
  readonly plan: string;
  /** null for a whole plan. */
  readonly item: string | null;
  readonly cell: CellKind | null;
  readonly headline: string;
  readonly title: string;
  /** The dates before and after, in words; null where there is none. */
  readonly dates: readonly { readonly from: string | null; readonly to: string | null }[];
  /** Parties, as they are called, nearest first; those that oversee are left out. */
  readonly who: readonly string[];
  readonly why: readonly string[];
  /** Its page, below the address of the series. */
  readonly path: string;
}

function daysText(span: readonly [Day, Day] | null, plan: ResolvedPlan): string | null {
  if (span === null) return null;
  const { language } = plan.series.data;
  const [from, to] = span.map((day) => weekdayDate(languages[language], day));
  return from === to ? from! : `${from} – ${to}`;
}

/** A day as a piece of news prints it. */
const printed = (day: Day, language: keyof typeof languages): NewsItem["date"] => ({
  iso: isoDate(day),
  text: dateText(languages[language], day),
});

const isCell = (kind: string): kind is CellKind => kind === "work" || kind === "control";

function itemNews(lines: readonly NewsLine[], plan: ResolvedPlan): NewsItem {
  const [{ on, kind, uid, why, summary }] = lines as [NewsLine, ...NewsLine[]];
  const { item, kind: cellName } = uidParts(uid);
  const messages = newsMessages[plan.series.data.language];
  const row = plan.byId.get(item);
  const label = (id: string): string => plan.series.parties.find(({ data }) => data.id === id)?.data.label ?? id;
  const [one, several] = messages.kinds[kind as Exclude<NewsKind, "year">];
  const cell = isCell(cellName) ? cellName : "work";
  return {
    id: `${plan.id}/${item}/${cell}/${kind}`,
    on,
    date: printed(on, plan.series.data.language),
    kind,
    plan: plan.id,
    item,
    cell,
    headline: `${messages.item(item)}, ${messages.cell[cell]}: ${lines.length > 1 ? several : one}`,
    title: row === undefined ? summary : titleOf(row, plan.byId),
    dates: lines.map(({ from, to }) => ({ from: daysText(from, plan), to: daysText(to, plan) })),
    who: [...new Set(lines.flatMap(({ who }) => who))].map(label),
    why: [...new Set(why)],
    path: itemPath(plan.id, item),
  };
}

function planNews({ on, count }: NewsLine, plan: string, language: keyof typeof newsMessages): NewsItem {
  return {
    id: plan,
    on,
    date: printed(on, language),
    kind: "year",
    plan,
    item: null,
    cell: null,
    headline: newsMessages[language].plan(planName(languages[language], plan), count ?? 0),
    title: "",
    dates: [],
    who: [],
    why: [],
    path: `${plan}/document/`,
  };
}

/** Leaves out lines on the beginning of an interval where the interval itself has a line of that day. */
function withoutBeginnings(lines: readonly NewsLine[]): NewsLine[] {
  const reported = new Set(lines.map(({ on, uid }) => `${on} ${uid}`));
  return lines.filter(({ on, uid }) => mainUid(uid) === undefined || !reported.has(`${on} ${mainUid(uid)}`));
}

/** The news of one series, newest first: what changed for subscribers, from when to when, for whom, on what ground. */
export function newsOf(ledgers: readonly Ledger[], plans: readonly ResolvedPlan[]): NewsItem[] {
  const found = ledgers.flatMap(({ plan: id, news }) => {
    const plan = plans.find((each) => each.id === id);
    if (plan === undefined) return [];
    const groups = Map.groupBy(withoutBeginnings(news.filter(({ kind }) => kind !== "year")), ({ on, uid, kind }) => {
      const cell = uidParts(uid);
      return `${on} ${cell.item} ${cell.kind} ${kind}`;
    });
    const planNewsItems = news
      .filter(({ kind }) => kind === "year")
      .map((line) => planNews(line, id, plan.series.data.language));
    return [...planNewsItems, ...[...groups.values()].map((lines) => itemNews(lines, plan))];
  });
  return found
    .map((item, index) => ({ item, index }))
    .sort((a, b) => b.item.on - a.item.on || a.index - b.index)
    .map(({ item }) => item);
}
