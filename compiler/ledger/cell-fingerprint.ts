import type { Item } from "../generated/types.ts";
import type { ResolvedItem } from "../resolve/model.ts";
import { amendingOrders } from "../resolve/editions/amendments.ts";
import { fingerprint } from "./fingerprint.ts";
import type { LedgerItem } from "./ledger.ts";

/** Keys that say nothing of what the order decides: names of windows, editors' marks. */
const editorialKeys = new Set([
  "key",
  "review",
  "accept",
  "slips",
  "short",
  "name",
  "note",
  "amended-by",
  "corrected",
  "id",
]);

/** A value without what the order does not decide, its keys in one order. */
export function decidedContent(value: unknown): unknown {
  // A blank at the end of a line in the middle of a text changes nothing that is read.
  if (typeof value === "string") return value.replace(/[ \t]+/g, " ").trim();
  if (Array.isArray(value)) return value.map(decidedContent);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !editorialKeys.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, decidedContent(inner)]),
  );
}

/** What a row cites for its changes since the plan was approved: amendments by their ids, corrections in words. */
export const citationsOf = (data: Pick<Item, "amended-by" | "corrected">): string[] => [
  ...amendingOrders(data),
  ...(data.corrected ?? []),
];

/** A row as the ledger remembers it. */
export function ledgerItem(item: ResolvedItem): LedgerItem {
  return {
    item: item.id,
    fingerprint: fingerprint(JSON.stringify(decidedContent(item.source.data))),
    citations: citationsOf(item.source.data),
  };
}
