import type { Deadline, Item } from "../../generated/types.ts";
import type { Plan, Series } from "../../load/workspace.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";

/** What an earlier year of the series knew of the same words. */
export interface PreviousYear {
  readonly plan: Plan | undefined;
  /** The row of that year with the same activity, by its own id first. */
  itemLike(row: PlanRow): Item | undefined;
  /** Its rule for the same words in the same cell. */
  ruleLike(row: PlanRow, cell: "deadline" | "control"): Deadline | undefined;
}

/** What a text says, whatever year it names. */
const squeezed = (text: string): string =>
  text
    .replace(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g, "")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Opens the last year of a series that is not the one being imported. */
export function previousYear(series: Series | undefined, year: number): PreviousYear {
  const plan = series?.plans.filter((each) => each.year !== year).at(-1);
  const byActivity = new Map<string, Item[]>();
  for (const { data } of plan?.items ?? [])
    byActivity.set(squeezed(data.activity), [...(byActivity.get(squeezed(data.activity)) ?? []), data]);
  // Two rows of the same words are told apart by what stands above them only: their ids have to agree.
  const itemLike = (row: PlanRow): Item | undefined => {
    if (byActivity.size === 0) return undefined;
    const found = byActivity.get(squeezed(row.activity)) ?? [];
    return found.find(({ id }) => id === row.id) ?? (found.length === 1 ? found[0] : undefined);
  };
  return {
    plan,
    itemLike,
    ruleLike(row, cell) {
      const item = itemLike(row);
      const rule = cell === "deadline" ? item?.deadline : item?.control?.deadline;
      const words = cell === "deadline" ? row.cells.deadline : row.cells.controlDeadline;
      if (rule?.text === undefined || squeezed(rule.text) !== squeezed(words) || namesYear(rule)) return undefined;
      const { text: _, review: __, ...own } = rule;
      return own;
    },
  };
}

/** A day with a year in it belongs to that year. */
const namesYear = (rule: Deadline): boolean => /"\d{4}-\d{2}-\d{2}"/.test(JSON.stringify(rule));
