/** The tags of a plan, each with its items. */
import { valuesByKey } from "../source/values-by-key.ts";
import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { memoizeByPlan } from "./plan-index.ts";

export interface Tagged {
  readonly tag: string;
  /** In the order of the plan. */
  readonly items: readonly ResolvedItem[];
}

/** Every tag of a plan with the items that have it, in the order of their letters (code units, so that no locale takes part). */
export const tagsOf = memoizeByPlan(({ items }): readonly Tagged[] =>
  [...valuesByKey(items.flatMap((item) => (item.source.data.tags ?? []).map((tag) => [tag, item] as const)))]
    .map(([tag, tagged]) => ({ tag, items: tagged }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1)),
);

/** Whether a plan has tags: only then it has a page of them. */
export const hasTags = (plan: ResolvedPlan): boolean => tagsOf(plan).length > 0;

/** The anchor of a tag on the page of tags. */
export const tagAnchor = (tag: string): string => `t-${tag.toLowerCase().replaceAll(" ", "-")}`;
