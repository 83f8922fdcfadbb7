import type { ResolvedDeadline, Window } from "../resolve/model.ts";
import { valueAt } from "../source/value-at.ts";

/** Whether a window fills a unit of the calendar (a week, a month, a quarter …) and names no day of its own. */
export const isUnit = (shape: Window["shape"]): shape is Exclude<Window["shape"], "day" | "range" | "open"> =>
  shape !== "day" && shape !== "range" && shape !== "open";

/** The rule of a window: the deadline's own, or an element of its list. */
export const ruleOf = ({ rule }: ResolvedDeadline, { path }: Pick<Window, "path">): ResolvedDeadline["rule"] =>
  valueAt(rule, path) as ResolvedDeadline["rule"];
