import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";

/** Cut from the end by hand: a pattern would look for the end from every blank of a hostile text. */
function withoutColon(text: string): string {
  let end = text.length;
  while (end > 0 && /[:\s]/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/**
 * An item's name where there is room for a line: the editor's shortening, else its full wording. A row without a number
 * of its own («для ООО») is named together with the row above it.
 */
export function titleOf(item: ResolvedItem, byId: ResolvedPlan["byId"], length: "short" | "full" = "short"): string {
  const { data } = item.source;
  const own = withoutColon(length === "short" ? (data.short ?? data.activity) : data.activity);
  const parent = item.number === null && item.parent !== null ? byId.get(item.parent) : undefined;
  return parent === undefined || item.children.length > 0 ? own : `${titleOf(parent, byId, length)}: ${own}`;
}
