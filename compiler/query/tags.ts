/** The tags of a plan, each with its items. */
import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { memoizeByPlan } from "./plan-index.ts";

export interface Tagged {
  readonly tag: string;
  /** In the order of the plan. */
  readonly items: readonly ResolvedItem[];
}

/** Every tag of a plan with the items that have it, in the order of their letters (code units, so that no locale takes part). */
export const tagsOf = memoizeByPlan((plan): readonly Tagged[] => {
  const found = new Map<string, ResolvedItem[]>();
  for (const item of plan.items)
    for (const tag of item.source.data.tags ?? []) found.set(tag, [...(found.get(tag) ?? []), item]);
  return [...found].map(([tag, items]) => ({ tag, items })).sort((a, b) => (a.tag < b.tag ? -1 : 1));
});

/** Whether a plan has tags: only then it has a page of them. */
export const hasTags = (plan: ResolvedPlan): boolean => tagsOf(plan).length > 0;

/** The anchor of a tag on the page of tags. */
export const tagAnchor = (tag: string): string => `t-${tag.toLowerCase().replaceAll(" ", "-")}`;
