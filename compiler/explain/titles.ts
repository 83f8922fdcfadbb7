import { oneLine } from "../source/one-line.ts";
import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";

/** Cut from the end by hand: a pattern would look for the end from every blank of a hostile text. */
function withoutColon(text: string): string {
  let end = text.length;
  while (end > 0 && /[:\s]/.test(text[end - 1]!)) end -= 1;
  return oneLine(text.slice(0, end));
}

/** Where the names of a plan come from: a draft of its editor's, until somebody accepts them. */
export type NamesStatus = "draft" | "accepted";

/** Whose the plain names of a plan are; undefined where it has none. */
export const namesStatusOf = ({ plan }: Pick<ResolvedPlan, "plan">): NamesStatus | undefined =>
  plan.items.some(({ data }) => data.name !== undefined) ? (plan.order.data.names ?? "draft") : undefined;

/**
 * An item's title in the words of the order, where there is room for a line: the editor's shortening, else its full wording. A row
 * without a number of its own («для ООО») is named together with the row above it.
 */
export function titleOf(item: ResolvedItem, byId: ResolvedPlan["byId"], length: "short" | "full" = "short"): string {
  const { data } = item.source;
  const own = withoutColon(length === "short" ? (data.short ?? data.activity) : data.activity);
  const parent = item.number === null && item.parent !== null ? byId.get(item.parent) : undefined;
  return parent === undefined || item.children.length > 0 ? own : `${titleOf(parent, byId, length)}: ${own}`;
}

/**
 * An item's title for readers: its plain name, which stands for itself; else the words of the order, after the name of the row above it
 * where `titleOf` puts that. Pages and search show it; feeds and tables keep `titleOf`.
 */
export function nameOf(item: ResolvedItem, byId: ResolvedPlan["byId"]): string {
  const { name, short, activity } = item.source.data;
  if (name !== undefined) return name;
  const parent = item.number === null && item.parent !== null ? byId.get(item.parent) : undefined;
  const own = withoutColon(short ?? activity);
  return parent === undefined || item.children.length > 0 ? own : `${nameOf(parent, byId)}: ${own}`;
}
