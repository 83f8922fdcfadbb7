import type { Unit } from "../../calendar/units.ts";
import type { Deadline } from "../../generated/types.ts";
import { plain, type Interpretation } from "../interpretation.ts";
import { unnamed } from "../names.ts";

const lengths = {
  week: { "calendar-days": 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  "half-year": { months: 6 },
  year: undefined,
} as const satisfies Record<Unit, unknown>;

/** «в течение месяца», “within a month”: a month after something, or each month. */
export function eachOrAfter(unit: Unit): readonly Interpretation[] | undefined {
  const count = lengths[unit];
  return count === undefined
    ? undefined
    : [{ rule: { within: { ...count, after: unnamed } }, events: [""] }, ...plain({ every: unit })];
}

/** What goes on all the year: the plan's own, or another that is named. */
export const allYear = (year: number | undefined, planYear: number | undefined): Deadline =>
  year === undefined || planYear === undefined || year === planYear
    ? { continuous: "all-year" }
    : { from: `${year}-01-01`, to: `${year}-12-31` };
