import type { PlanItem } from "../../load/workspace.ts";
import type { CycleGuard } from "./cycle-guard.ts";

export type MergedCell = "deadline" | "responsible" | "control";

/**
 * Returns the row whose cell serves a row: itself, or the one that it is merged with (`same-cells-as`), over several rows.
 * A cycle is left where it is found; with a guard so is a chain that is too long, and both are reported.
 */
export function ownerOfCell(
  row: PlanItem,
  cell: MergedCell,
  rowNamed: (id: string) => PlanItem | undefined,
  guard?: CycleGuard,
): PlanItem {
  const at = ["same-cells-as"];
  const seen = new Set<string>();
  let owner = row;
  while (owner.data[cell] === undefined && owner.data["same-cells-as"] !== undefined) {
    const next = rowNamed(owner.data["same-cells-as"]);
    if (next === undefined) break;
    if (guard !== undefined && seen.size > guard.limit) {
      guard.reportLongChain(row, at);
      break;
    }
    if (seen.has(next.data.id)) {
      guard?.reportCycle([...seen, next.data.id], { from: row, at });
      break;
    }
    seen.add(next.data.id);
    owner = next;
  }
  return owner;
}
