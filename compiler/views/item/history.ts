/** Changes of a plan and its items since approval, from the plan's own files: amendments, corrections, withdrawals. */
import { valuesByKey } from "../../source/values-by-key.ts";
import { parseDate, type Day } from "../../calendar/day.ts";
import { dateText } from "../../locale/languages.ts";
import { amendingOrders, rowAmendments, isAdded } from "../../resolve/editions/amendments.ts";
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
  /** The day from which it acts, in words, where that is not its own; null where it is. */
  readonly from: string | null;
  /** Why it changes past dates too; null where it does not. */
  readonly retroactive: string | null;
  readonly url: string | null;
  readonly items: readonly string[];
}

/** A later order with what it did to an item. */
export interface ItemAmendment extends AmendmentView {
  readonly did: "added" | "amended" | "withdrew";
}

/** The changes of an item since approval. */
export interface ItemHistory {
  /** The row was not approved with the plan: an amendment added it. */
  readonly added: boolean;
  readonly amendments: readonly ItemAmendment[];
  readonly corrections: readonly string[];
  /** Why it is no longer in force; null while it is. */
  readonly withdrawn: string | null;
}

/** The amendments of a plan, as its order lists them. */
export const planAmendments = memoizeByPlan((plan): readonly AmendmentView[] => {
  const citing = valuesByKey(
    plan.items.flatMap(({ id, source }) => amendingOrders(source.data).map((amendment) => [amendment, id] as const)),
  );
  return (plan.plan.order.data.amendments ?? []).map(({ id, date, number, title, from, retroactive, source }) => {
    const on = parseDate(date)!;
    const acting = parseDate(from ?? "");
    return {
      id,
      on,
      date: dateText(languageOf(plan), on),
      iso: date,
      number,
      title,
      from: acting === undefined || acting === on ? null : dateText(languageOf(plan), acting),
      retroactive: retroactive ?? null,
      url: source?.url ?? null,
      items: citing.get(id) ?? [],
    };
  });
});

/** What changed in an item after approval. */
export function historyOf(plan: ResolvedPlan, item: ResolvedItem): ItemHistory {
  const { data } = item.source;
  const rows = new Map(rowAmendments(data).map((entry) => [entry.order, entry]));
  const { withdrawn } = item;
  const withdrawing = withdrawn === null ? undefined : (withdrawn.by ?? amendingOrders(data).at(-1));
  return {
    added: isAdded(data),
    amendments: planAmendments(plan).flatMap((amendment): ItemAmendment[] => {
      const row = rows.get(amendment.id);
      if (row === undefined) return [];
      const from = parseDate(row.from ?? "");
      return [
        {
          ...amendment,
          did: row.added === true ? "added" : amendment.id === withdrawing ? "withdrew" : "amended",
          from: from === undefined || from === amendment.on ? amendment.from : dateText(languageOf(plan), from),
          retroactive: row.retroactive ?? amendment.retroactive,
        },
      ];
    }),
    corrections: item.source.data.corrected ?? [],
    withdrawn: item.withdrawn?.reason ?? null,
  };
}
