import { isoDate, parseDate } from "../calendar/day.ts";
import type { OrderFile } from "../generated/types.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { kindsOfAmendments } from "../resolve/editions/amendments.ts";
import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { documentWording } from "./document-wording.ts";
import type { Edition } from "./official-document.ts";

type Amendment = NonNullable<OrderFile["amendments"]>[number];

/** «от 14.05.2024 № 5». */
export function datedWords({ date, number }: Pick<OrderFile, "date" | "number">, language: LanguageCode): string {
  const wording = documentWording[language];
  const day = parseDate(date);
  return wording.dated(day === undefined ? date : wording.date(isoDate(day)), number);
}

const byDate = (a: Amendment, b: Amendment): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** Returns what the document says of the orders that amended the plan, which are of its own order's kind; null where none did. */
export function editionOf({ plan, series }: ResolvedPlan): Edition | null {
  const { language } = series.data;
  const { amendments = [], kind } = plan.order.data;
  if (amendments.length === 0) return null;
  const wording = documentWording[language];
  const [one, many] = wording.kinds[kind.toLowerCase()]?.of ?? [`${kind}:`, `${kind}:`];
  const orders = [...amendments].sort(byDate);
  const dated = orders.map((order) => datedWords(order, language));
  return {
    line: wording.edition(`${orders.length === 1 ? one : many} ${dated.join(", ")}`),
    title: wording.amendingOrders,
    orders: orders.map((order, index) => `${kind.toLowerCase()} ${dated[index]!} ${wording.titled(order.title)}`),
    date: orders.at(-1)!.date,
  };
}

/** Returns the marks of a row that amending orders changed: «в ред. приказа от 14.05.2024 № 5». */
export function marksOf({ source }: ResolvedItem, { plan, series }: ResolvedPlan): string[] {
  const { language } = series.data;
  const { amendments = [], kind } = plan.order.data;
  const wording = documentWording[language];
  const known = wording.kinds[kind.toLowerCase()];
  return kindsOfAmendments(source.data).flatMap(({ order: id, kind: done }) => {
    const order = amendments.find((each) => each.id === id);
    if (order === undefined) return [];
    const dated = datedWords(order, language);
    const named = (word: string | undefined): string => `${word ?? `${kind}:`} ${dated}`;
    return [wording.marks[done](named(known?.of[0]), named(known?.by))];
  });
}
