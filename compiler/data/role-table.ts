/** The year of one party as a table: its dates in their order, then everything of it that has none, with the reason. */
import type { DueWindow, ResolvedPlan } from "../resolve/model.ts";
import { memoizeByObject } from "../source/memoize.ts";
import { titleOf } from "../explain/titles.ts";
import { controlForm } from "../query/controls.ts";
import { dueWindowsOfParty } from "../query/audience.ts";
import { partyRef } from "../query/labels.ts";
import { memoizeByPlan } from "../query/plan-index.ts";
import { dutiesOf } from "../views/role/role.ts";
import { tableWords } from "./table-messages.ts";
import { dayCell, namesOf, type Table, type TableCell } from "./tables.ts";

type Row = readonly TableCell[];

/** The row of a window is the same in the table of every party. */
const datedRow = memoizeByPlan((plan): ((due: DueWindow) => Row) => {
  const { kind, undated } = tableWords(plan);
  const names = namesOf(plan);
  return memoizeByObject(({ item: id, kind: of, window, wording, parties }: DueWindow): Row => {
    const item = plan.byId.get(id)!;
    const safe =
      window.planBy ??
      (window.lastWorkingDay === window.end || window.snapshot === true ? undefined : window.lastWorkingDay);
    return [
      dayCell(window.end),
      dayCell(window.start === window.end ? null : window.start),
      { item: id },
      titleOf(item, plan.byId),
      kind[of],
      undated.dated,
      wording,
      of === "control" ? controlForm(plan, item) : null,
      dayCell(safe),
      dayCell(window.rolled),
      window.subject,
      window.conditional,
      names(parties),
    ];
  });
});

/** The table of a party. */
export function roleTable(plan: ResolvedPlan, party: string): Table {
  const { role: headings, kind, undated } = tableWords(plan);
  const names = namesOf(plan);
  const role = dutiesOf(plan, party);
  const dated = dueWindowsOfParty(plan, party).map(({ due }) => datedRow(plan)(due));
  const waiting = Object.values(role.undated)
    .flat()
    .map(({ item, title, wording, state }): TableCell[] => [
      null,
      null,
      { item },
      title,
      kind.work,
      undated[state],
      wording,
      null,
      null,
      null,
      null,
      null,
      names(plan.byId.get(item)!.responsible),
    ]);
  const unchecked = role.controls
    .filter(({ state }) => state !== "dated")
    .map(({ item, title, wording, state, form, controlled }): TableCell[] => [
      null,
      null,
      { item },
      title,
      kind.control,
      undated[state],
      wording,
      form,
      null,
      null,
      null,
      null,
      names(controlled.map(({ id }) => id)),
    ]);
  return { title: partyRef(plan, party).mark, headings, rows: [...dated, ...waiting, ...unchecked] };
}
