import type { DayGroup } from "../../../../compiler/views/year/day.ts";

/** The first lines of groups, and what is left: a group that is cut goes on in the rest. */
export function cutGroups(groups: readonly DayGroup[], most: number): readonly [DayGroup[], DayGroup[]] {
  const [shown, rest]: [DayGroup[], DayGroup[]] = [[], []];
  let left = most;
  for (const { who, dues } of groups) {
    if (left > 0) shown.push({ who, dues: dues.slice(0, left) });
    if (dues.length > left) rest.push({ who, dues: dues.slice(Math.max(0, left)) });
    left = Math.max(0, left - dues.length);
  }
  return [shown, rest];
}
