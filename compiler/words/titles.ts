import type { ResolvedItem, ResolvedPlan } from "../resolve/resolved.ts";

const withoutColon = (text: string): string => text.replace(/[:\s]+$/, "");

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
