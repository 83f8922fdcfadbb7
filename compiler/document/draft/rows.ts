import type { PlanRow } from "../recognise/merged-cells.ts";
import type { RecognisedPlan } from "../recognise/recognise.ts";

/** The rows of a plan by their ids, with what stands above each. */
export interface Rows {
  readonly all: readonly PlanRow[];
  readonly byId: ReadonlyMap<string, PlanRow>;
  /** The rows above, the nearest first. */
  above(id: string): readonly PlanRow[];
}

/** The rows of all sections. */
export function rowsOf({ sections }: RecognisedPlan): Rows {
  const all = sections.flatMap(({ rows }) => rows);
  const byId = new Map(all.map((row) => [row.id, row]));
  return {
    all,
    byId,
    above(id) {
      const found: PlanRow[] = [];
      for (
        let cut = Math.max(id.lastIndexOf("."), id.lastIndexOf("-")), rest = id;
        cut > 0;
        cut = Math.max(rest.lastIndexOf("."), rest.lastIndexOf("-"))
      ) {
        rest = rest.slice(0, cut);
        const row = byId.get(rest);
        if (row !== undefined) found.push(row);
      }
      return found;
    },
  };
}
