import type { Deadline, Item } from "../../generated/types.ts";
import type { Plan, Series } from "../../load/workspace.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";

/** What the last year of the series has for the same words. */
export interface PreviousYear {
  readonly plan: Plan | undefined;
  /** The row of that year with the same activity, by its own id first. */
  itemLike(row: PlanRow): Item | undefined;
  /** Its rule for the same words in the same cell. */
  ruleLike(row: PlanRow, cell: "deadline" | "control"): Deadline | undefined;
}

/** The letters of a text without the years in it. */
const squeezed = (text: string): string =>
  text
    .replace(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g, "")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** The last plan of a series other than the one that is imported, whose name is given. */
export function previousYear(series: Series | undefined, name: string): PreviousYear {
  const plan = series?.plans.filter(({ id }) => id !== name).at(-1);
  const items: readonly Item[] = plan?.items.map(({ data }) => data) ?? [];
  const byActivity = Map.groupBy(items, ({ activity }) => squeezed(activity));
  // Rows of the same words differ only in what stands above them, so their ids have to be equal.
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

/** Whether a rule has a day with a year, which holds for that year only. */
const namesYear = (rule: Deadline): boolean => /"\d{4}-\d{2}-\d{2}"/.test(JSON.stringify(rule));
