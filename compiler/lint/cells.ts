import type { CellKind, ResolvedDeadline, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { memoizeByObject } from "../source/memoize.ts";

/** A deadline of the plan with what it belongs to; merged cells once, in the row where they are written. */
export interface Cell {
  readonly item: ResolvedItem;
  readonly kind: CellKind;
  readonly deadline: ResolvedDeadline;
}

/** A deadline with all that its rule gives: what stands in the file is what is checked. */
export const asWritten = (deadline: ResolvedDeadline): ResolvedDeadline =>
  deadline.ruleWindows === undefined ? deadline : { ...deadline, windows: deadline.ruleWindows };

/** Every deadline cell that is written in the plan. */
export const cellsOf = memoizeByObject(({ items }: Pick<ResolvedPlan, "items">): readonly Cell[] => {
  const cells: Cell[] = [];
  for (const item of items) {
    const { deadline, control, withdrawn } = item;
    if (withdrawn !== null) continue;
    if (deadline !== null && !deadline.inherited) cells.push({ item, kind: "work", deadline: asWritten(deadline) });
    if (control?.deadline && !control.inherited)
      cells.push({ item, kind: "control", deadline: asWritten(control.deadline) });
  }
  return cells;
});

/** Each deadline with that of its control, where the row has both and the control's is written in it. */
export function controlledDeadlines({
  items,
}: Pick<ResolvedPlan, "items">): { readonly deadline: ResolvedDeadline; readonly control: ResolvedDeadline }[] {
  return items.flatMap(({ deadline, control, withdrawn }) =>
    deadline && control?.deadline && !control.inherited && withdrawn === null
      ? [{ deadline: asWritten(deadline), control: asWritten(control.deadline) }]
      : [],
  );
}
