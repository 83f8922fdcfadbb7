import type { Window } from "../resolve/model.ts";

/** Whether a window fills a unit of the calendar (a week, a month, a quarter …) and names no day of its own. */
export const isUnit = (shape: Window["shape"]): shape is Exclude<Window["shape"], "day" | "range" | "open"> =>
  shape !== "day" && shape !== "range" && shape !== "open";
