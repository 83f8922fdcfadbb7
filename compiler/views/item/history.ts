/** Changes of a plan and its items since approval, from the plan's own files: amendments, corrections, withdrawals. */
import { parseDate, type Day } from "../../calendar/day.ts";
import { dateText } from "../../locale/languages.ts";
import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { languageOf } from "../../query/labels.ts";
import { memoizeByPlan } from "../../query/plan-index.ts";

/** A later order that changed the plan, with the items that cite it. */
export interface AmendmentView {
  readonly id: string;
  readonly on: Day;
  /** «1 марта 2024 года». */
  readonly date: string;
  readonly iso: string;
  readonly number: string;
  readonly title: string;
  readonly url: string | null;
  readonly items: readonly string[];
}

/** The changes of an item since approval. */
export interface ItemHistory {
  readonly amendments: readonly AmendmentView[];
  readonly corrections: readonly string[];
  /** Why it is no longer in force; null while it is. */
  readonly withdrawn: string | null;
}

/** The amendments of a plan, as its order lists them. */
export const amendmentsOf = memoizeByPlan((plan): readonly AmendmentView[] => {
  const citing = new Map<string, string[]>();
  for (const { id, source } of plan.items)
    for (const amendment of source.data["amended-by"] ?? [])
      citing.set(amendment, [...(citing.get(amendment) ?? []), id]);
  return (plan.plan.order.data.amendments ?? []).map(({ id, date, number, title, source }) => {
    const on = parseDate(date)!;
    return {
      id,
      on,
      date: dateText(languageOf(plan), on),
      iso: date,
      number,
      title,
      url: source?.url ?? null,
      items: citing.get(id) ?? [],
    };
  });
});

/** What changed in an item after approval. */
export function historyOf(plan: ResolvedPlan, item: ResolvedItem): ItemHistory {
  const cited = new Set(item.source.data["amended-by"] ?? []);
  return {
    amendments: amendmentsOf(plan).filter(({ id }) => cited.has(id)),
    corrections: item.source.data.corrected ?? [],
    withdrawn: item.withdrawn?.reason ?? null,
  };
}
