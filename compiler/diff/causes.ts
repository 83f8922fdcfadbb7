import { civilOf, type Day } from "../calendar/day.ts";
import { spanOf, type Located } from "../load/yaml/parsed-yaml.ts";
import type { CellKind, DueWindow, ResolvedItem, ResolvedPlan, TraceStep, Window } from "../resolve/model.ts";
import type { Cause, CauseKind, EditPlace, Side } from "./change.ts";
import { deadlineAt, inputsOf, type Input } from "./inputs.ts";
import { firstDifference, same, without } from "./same.ts";

/** One plan before and after. */
export interface PlanPair {
  readonly before: ResolvedPlan | undefined;
  readonly after: ResolvedPlan | undefined;
}

/** Keys of a rule on which no date depends. */
const dateless = ["text", "review", "reading", "accept"];

const changeOf = (before: unknown, after: unknown): Cause["change"] =>
  before === undefined || before === null ? "added" : after === undefined || after === null ? "removed" : "changed";

/** The edited place of a located value: in the plan after, or before where it is gone. */
function editPlace(before: Located<unknown> | undefined, after: Located<unknown> | undefined): EditPlace | null {
  const side: Side = after === undefined ? "before" : "after";
  const row = after ?? before;
  if (row === undefined) return null;
  const path = before === undefined || after === undefined ? [] : (firstDifference(before.data, after.data) ?? []);
  return { side, span: spanOf(row.origin, path) };
}

interface RowPair {
  readonly before: Located<{ readonly id: string }> | undefined;
  readonly after: Located<{ readonly id: string }> | undefined;
}

/** A row of a list file in both plans. */
function rowPair(list: "periods" | "events" | "occurrences", id: string, { before, after }: PlanPair): RowPair {
  const find = (plan: ResolvedPlan | undefined): RowPair["before"] =>
    (plan?.plan[list] as readonly Located<{ readonly id: string }>[] | undefined)?.find(({ data }) => data.id === id);
  return { before: find(before), after: find(after) };
}

const titleIn = ({ before, after }: RowPair): string =>
  ((after ?? before)?.data as { title?: string } | undefined)?.title ?? "";

function rowCause(kind: CauseKind, row: RowPair, chain: readonly string[]): Cause[] {
  if (same(without(row.before?.data, [...dateless, "source"]), without(row.after?.data, [...dateless, "source"])))
    return [];
  return [
    { kind, change: changeOf(row.before, row.after), at: editPlace(row.before, row.after), name: titleIn(row), chain },
  ];
}

const withdrawalPlace = (item: ResolvedItem): EditPlace["span"] => spanOf(item.source.origin, ["withdrawn"], "key");

/** The cause where a row itself is new, gone, withdrawn or restored; empty where it is none of these. */
function existenceCause(id: string, { before, after }: PlanPair, chain: readonly string[]): Cause[] {
  const [rowBefore, rowAfter] = [before?.byId.get(id), after?.byId.get(id)];
  if (rowBefore === undefined && rowAfter === undefined) return [];
  if (rowBefore === undefined || rowAfter === undefined) {
    const place: EditPlace =
      rowAfter === undefined
        ? { side: "before", span: spanOf(rowBefore!.source.origin, ["id"]) }
        : { side: "after", span: spanOf(rowAfter.source.origin, ["id"]) };
    return [{ kind: "item", change: changeOf(rowBefore, rowAfter), at: place, name: id, chain }];
  }
  if ((rowBefore.withdrawn === null) === (rowAfter.withdrawn === null)) return [];
  const place: EditPlace =
    rowAfter.withdrawn === null
      ? { side: "before", span: withdrawalPlace(rowBefore) }
      : { side: "after", span: withdrawalPlace(rowAfter) };
  return [
    { kind: "withdrawal", change: rowAfter.withdrawn === null ? "removed" : "added", at: place, name: id, chain },
  ];
}

/** The cause where the rule of a cell was edited, in its own row or in the one that it is merged with; else empty. */
export function ruleCause(item: string, cell: CellKind, pair: PlanPair, chain: readonly string[]): Cause[] {
  const [deadlineBefore, deadlineAfter] = [deadlineAt(pair.before, item, cell), deadlineAt(pair.after, item, cell)];
  if (same(without(deadlineBefore?.rule, dateless), without(deadlineAfter?.rule, dateless))) return [];
  const located = (deadline: typeof deadlineBefore): Located<unknown> | undefined =>
    deadline === null ? undefined : { data: without(deadline.rule, dateless), origin: deadline.origin };
  return [
    {
      kind: "rule",
      change: changeOf(deadlineBefore, deadlineAfter),
      at: editPlace(located(deadlineBefore), located(deadlineAfter)),
      name: item,
      chain,
    },
  ];
}

/** The records that a date came from, before or now. */
function recordsIn(steps: readonly TraceStep[], event: string): string[] {
  return [
    ...new Set(
      steps.flatMap((step) =>
        step.step === "event" && step.event === event && step.occurrence !== undefined ? [step.occurrence] : [],
      ),
    ),
  ];
}

function causesAt(input: Input, pair: PlanPair, chain: readonly string[], steps: readonly TraceStep[]): Cause[] {
  if (input.kind === "cell") {
    const existence = existenceCause(input.item, pair, chain);
    return existence.length > 0 ? existence : ruleCause(input.item, input.cell, pair, chain);
  }
  if (input.kind === "period") return rowCause("period", rowPair("periods", input.id, pair), chain);
  const records = recordsIn(steps, input.id).flatMap((id) =>
    rowCause("occurrence", rowPair("occurrences", id, pair), chain),
  );
  return [...rowCause("event", rowPair("events", input.id, pair), chain), ...records];
}

const inputName = (input: Input): string =>
  input.kind === "cell" ? `${input.item} ${input.cell}` : `${input.kind} ${input.id}`;

/** The nearest edits on every path from a date to what it depends on. */
function editsBehind(start: Input, pair: PlanPair, steps: readonly TraceStep[]): Cause[] {
  const causes: Cause[] = [];
  const seen = new Set<string>();
  const queue: { input: Input; chain: readonly string[] }[] = [{ input: start, chain: [] }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { input, chain } = next;
    if (seen.has(inputName(input))) continue;
    seen.add(inputName(input));
    const here = causesAt(input, pair, chain, steps);
    causes.push(...here);
    if (here.length > 0) continue;
    const upstream = [pair.after, pair.before].flatMap((plan) => (plan === undefined ? [] : inputsOf(input, plan)));
    for (const above of upstream)
      queue.push({
        input: above,
        chain:
          above.kind === "cell" && !(start.kind === "cell" && above.item === start.item)
            ? [above.item, ...chain]
            : chain,
      });
  }
  return causes;
}

/** The first and the last day that a date was counted over; undefined without dates. */
function daysTouched(dueWindows: readonly (DueWindow | null)[]): readonly [Day, Day] | undefined {
  const days = dueWindows.flatMap((due) => {
    if (due === null) return [];
    const { start, end, rolled, planBy, after, lastWorkingDay } = due.window;
    return [start, end, rolled, planBy, after, lastWorkingDay].filter((day) => day !== undefined && day !== null);
  });
  return days.length === 0 ? undefined : [Math.min(...days), Math.max(...days)];
}

/** A change of the calendar on days that a date was counted over; empty where none of them changed. */
function calendarCause(dueWindows: readonly (DueWindow | null)[], { before, after }: PlanPair): Cause[] {
  const range = daysTouched(dueWindows);
  if (before === undefined || after === undefined || range === undefined) return [];
  const days: { day: Day; working: boolean }[] = [];
  for (let day = range[0]; day <= range[1]; day++) {
    if (before.calendar.isWorking(day) !== after.calendar.isWorking(day))
      days.push({ day, working: after.calendar.isWorking(day) });
  }
  if (days.length === 0) return [];
  return [
    {
      kind: "calendar",
      change: "changed",
      at: null,
      name: `${after.calendar.id}/${civilOf(days[0]!.day).year}`,
      chain: [],
      days,
    },
  ];
}

function ruleSetCause({ before, after }: PlanPair): Cause[] {
  if (before === undefined || after === undefined || same(before.rules, after.rules)) return [];
  return [{ kind: "rule-set", change: "changed", at: null, name: after.rules.id, chain: [] }];
}

/** The edits that changed a cell; `windows` are those that it has now and had before. */
export function causesOfCell(item: string, cell: CellKind, windows: readonly Window[], pair: PlanPair): Cause[] {
  return [
    ...editsBehind(
      { kind: "cell", item, cell },
      pair,
      windows.flatMap(({ trace }) => trace),
    ),
    ...ruleSetCause(pair),
  ];
}

/** The edits because of which a date moved, is new (`before` is null) or gone (`after` is null). */
export function causesOfDate(before: DueWindow | null, after: DueWindow | null, pair: PlanPair): Cause[] {
  const due = (after ?? before)!;
  const edits = causesOfCell(
    due.item,
    due.kind,
    [before, after].flatMap((each) => each?.window ?? []),
    pair,
  );
  return [...edits, ...(before === null || after === null ? [] : calendarCause([before, after], pair))];
}
