/** The page of changes: approvals, amendments and news of publications, day by day, ready to print. */
import { isoDate, parseDate, type Day } from "../calendar/day.ts";
import { languageOf } from "../query/labels.ts";
import { planAmendments, type AmendmentView } from "../views/item/history.ts";
import { orderView, type OrderView } from "../views/document/order.ts";
import { dateText } from "../locale/languages.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { Ledger } from "./ledger.ts";
import { newsOf, type NewsItem } from "./news.ts";

/** Everything that happened on one day. */
export interface ChangeDay {
  readonly iso: string;
  /** «1 марта 2024 года». */
  readonly date: string;
  readonly approvals: readonly { readonly plan: string; readonly order: OrderView }[];
  readonly amendments: readonly (AmendmentView & { readonly plan: string })[];
  readonly news: readonly NewsItem[];
}

export interface ChangesView {
  /** Newest first. */
  readonly days: readonly ChangeDay[];
  /** Whether anything was ever published, and whether a date or a word has changed since. */
  readonly state: "unpublished" | "unchanged" | "changed";
  /** What publications changed in an item of a plan, newest first. */
  ofItem(plan: string, item: string): readonly NewsItem[];
}

/** The changes of one series: its plans, oldest first, and its ledgers as they were read. */
export function changesView(
  plans: readonly [ResolvedPlan, ...ResolvedPlan[]],
  ledgers: readonly Ledger[],
): ChangesView {
  const news = newsOf(ledgers, plans);
  const approvals = plans.flatMap((plan) => {
    const order = orderView(plan);
    return order === null ? [] : [{ plan: plan.id, on: parseDate(order.data.date)!, order }];
  });
  const amendments = plans.flatMap((plan) =>
    planAmendments(plan).map((amendment) => ({ ...amendment, plan: plan.id })),
  );
  const onDay = <T extends { readonly on: Day }>(list: readonly T[], day: Day): T[] =>
    list.filter(({ on }) => on === day);
  const days = [...new Set([...news, ...amendments, ...approvals].map(({ on }) => on))].sort((a, b) => b - a);
  const byItem = Map.groupBy(
    news.filter(({ item }) => item !== null),
    ({ plan, item }) => `${plan}/${item}`,
  );
  return {
    days: days.map((day) => ({
      iso: isoDate(day),
      date: dateText(languageOf(plans[0]), day),
      approvals: onDay(approvals, day),
      amendments: onDay(amendments, day),
      news: onDay(news, day),
    })),
    state: news.length === 0 ? "unpublished" : news.every(({ kind }) => kind === "year") ? "unchanged" : "changed",
    ofItem: (plan, item) => byItem.get(`${plan}/${item}`) ?? [],
  };
}
