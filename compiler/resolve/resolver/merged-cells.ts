import type { PlanItem } from "../../load/workspace.ts";
import type { CycleGuard } from "./cycle-guard.ts";
import type { RowIndex } from "./row-index.ts";

export type MergedCell = "deadline" | "responsible" | "control";

/** Returns the row whose cell serves a row: itself, or the one that it is merged with (`same-cells-as`), over several rows. */
export function ownerOfCell(row: PlanItem, cell: MergedCell, items: RowIndex["items"], guard: CycleGuard): PlanItem {
  const at = ["same-cells-as"];
  const seen = new Set<string>();
  let owner = row;
  while (owner.data[cell] === undefined && owner.data["same-cells-as"] !== undefined) {
    const next = items.get(owner.data["same-cells-as"]);
    if (next === undefined) break;
    if (seen.size > guard.limit) {
      guard.reportLongChain(row, at);
      break;
    }
    if (seen.has(next.data.id)) {
      guard.reportCycle([...seen, next.data.id], { from: row, at });
      break;
    }
    seen.add(next.data.id);
    owner = next;
  }
  return owner;
}
