import { parseDate, type Day } from "../../calendar/day.ts";
import type { Item, OrderFile } from "../../generated/types.ts";
import type { Plan, PlanItem } from "../../load/workspace.ts";

/** One amendment of a row: by which order, from which day, what it changed. */
export type RowAmendment = Exclude<NonNullable<Item["amended-by"]>[number], string>;

type Amendment = NonNullable<OrderFile["amendments"]>[number];

/** The amendments of a row in their order; a name alone stands for the order of that name. */
export const rowAmendments = (data: Pick<Item, "amended-by">): readonly RowAmendment[] =>
  (data["amended-by"] ?? []).map((entry) => (typeof entry === "string" ? { order: entry } : entry));

/** The ids of the orders that amended a row. */
export const amendingOrders = (data: Pick<Item, "amended-by">): readonly string[] =>
  rowAmendments(data).map(({ order }) => order);

/** Whether the row was not in the plan as approved: an amending order added it. */
export const isAdded = (data: Pick<Item, "amended-by">): boolean =>
  rowAmendments(data).some(({ added }) => added === true);

/** The day before every other: what acts from it changes all dates of a plan. */
const fromTheBeginning: Day = Number.NEGATIVE_INFINITY;

/**
 * Returns the day from which an amendment of a row acts: the one that the row or else the order names; where it acts
 * backwards without a day, the day before every other; else the day of the order. What nobody defined acts from the beginning.
 */
function firstDayOf(entry: RowAmendment, orders: ReadonlyMap<string, Amendment>): Day {
  const order = orders.get(entry.order);
  if (order === undefined) return fromTheBeginning;
  const { from, retroactive } = entry.from === undefined && entry.retroactive === undefined ? order : entry;
  if (from === undefined && retroactive !== undefined) return fromTheBeginning;
  return parseDate(from ?? order.date) ?? fromTheBeginning;
}

/** Returns the days from which the amendments of a row act, in their order; a later amendment never acts before an earlier one. */
export function daysOfAmendments(data: Pick<Item, "amended-by">, { order }: Pick<Plan, "order">): readonly Day[] {
  const orders = new Map((order.data.amendments ?? []).map((each) => [each.id, each]));
  let latest = fromTheBeginning;
  return rowAmendments(data).map((entry) => (latest = Math.max(latest, firstDayOf(entry, orders))));
}

/** The index of the amendment that took a row out of the plan; -1 where none did. */
function withdrawingIndex({ withdrawn, ...data }: Item): number {
  const entries = rowAmendments(data);
  if (withdrawn === undefined) return -1;
  return withdrawn.by === undefined ? entries.length - 1 : entries.findIndex(({ order }) => order === withdrawn.by);
}

/** Whether the row says what an amendment of it changed. */
const saysWhat = (entry: RowAmendment, index: number, withdrawing: number): boolean =>
  entry.added === true || entry.was !== undefined || index === withdrawing;

/** What an amendment did to a row. */
export type AmendmentKind = "added" | "changed" | "withdrawn";

/** Returns what each amendment of a row did to it, in their order. */
export function kindsOfAmendments(data: Item): readonly { readonly order: string; readonly kind: AmendmentKind }[] {
  const withdrawing = withdrawingIndex(data);
  return rowAmendments(data).map(({ order, added }, index) => ({
    order,
    kind: added === true ? "added" : index === withdrawing ? "withdrawn" : "changed",
  }));
}

/** Returns the orders that amended a row without the row saying what it was before. */
export function unknownBefore(data: Item): readonly string[] {
  const withdrawing = withdrawingIndex(data);
  const entries = rowAmendments(data);
  // What an amendment adds has no earlier state.
  const first = entries.findLastIndex(({ added }) => added === true) + 1;
  return entries.flatMap((entry, index) => (index < first || saysWhat(entry, index, withdrawing) ? [] : [entry.order]));
}

/** A row before one of its amendments: undefined where that added it. */
function withoutAmendment(row: PlanItem, index: number, isWithdrawal: boolean): PlanItem | undefined {
  const { added, was } = rowAmendments(row.data)[index]!;
  if (added === true) return undefined;
  const { withdrawn, ...rest } = row.data;
  const data: Item = isWithdrawal || withdrawn === undefined ? rest : row.data;
  if (was === undefined) return isWithdrawal ? { ...row, data } : row;
  const { without = [], ...cells } = was;
  // A plain name says the words of today: of other words it would say what they did not.
  const lost: readonly string[] = cells.activity === undefined ? without : [...without, "name"];
  const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !lost.includes(key)));
  const { file, path } = row.origin;
  const place = path.at(-1) === "was" ? path.slice(0, -3) : path;
  return {
    ...row,
    data: { ...(kept as unknown as Item), ...cells },
    origin: { file, path: [...place, "amended-by", index, "was"] },
  };
}

/** Returns a row as its first `applied` amendments left it; undefined where none of them had added it yet. */
function rowAfter(row: PlanItem, applied: number): PlanItem | undefined {
  const withdrawing = withdrawingIndex(row.data);
  let found: PlanItem | undefined = row;
  for (let index = rowAmendments(row.data).length - 1; index >= applied && found !== undefined; index--)
    found = withoutAmendment(found, index, index === withdrawing);
  return found;
}

/** The row of the plan as approved; undefined for a row that an amendment added. */
export const approvedRow = (row: PlanItem): PlanItem | undefined => rowAfter(row, 0);

/** Returns a plan before each of the amendments of its rows, the approved one first: its rows after none, after their first and so on. */
export function editionsOf(plan: Plan): readonly Plan[] {
  const most = Math.max(0, ...plan.items.map(({ data }) => rowAmendments(data).length));
  return Array.from({ length: most }, (_, applied) => ({
    ...plan,
    items: plan.items.flatMap((row) => rowAfter(row, applied) ?? []),
  }));
}

/** A plan as it was until a day. */
export interface FormerEdition {
  readonly plan: Plan;
  /** The day from which the next edition acts. */
  readonly until: Day;
}

/**
 * Returns the editions that a plan had before its present one, oldest first: one for each day from which an amendment acts
 * that says what it changed.
 */
export function formerEditions(plan: Plan): readonly FormerEdition[] {
  const amended = plan.items.filter(({ data }) => data["amended-by"] !== undefined);
  const days = new Map(amended.map((row) => [row, daysOfAmendments(row.data, plan)]));
  const changing = amended.flatMap((row) => {
    const withdrawing = withdrawingIndex(row.data);
    const entries = rowAmendments(row.data);
    return days
      .get(row)!
      .filter((day, index) => day > fromTheBeginning && saysWhat(entries[index]!, index, withdrawing));
  });
  return [...new Set(changing)]
    .sort((a, b) => a - b)
    .map((until) => ({
      until,
      plan: {
        ...plan,
        items: plan.items.flatMap((row) => {
          const applied = days.get(row)?.filter((day) => day < until).length;
          return applied === undefined ? [row] : (rowAfter(row, applied) ?? []);
        }),
      },
    }));
}
