import { calendarYear, isYear, laterBy, type Bounds } from "../calendar/bounds.ts";
import { civilOf, existingDay, parseDate, type Day } from "../calendar/day.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { OrderFile } from "../generated/types.ts";
import { compareNames } from "./compare-names.ts";
import type { Plan } from "./workspace.ts";
import { spanOf, type Located } from "./yaml/parsed-yaml.ts";

/** The order of the plans of a series: by their first day, then their last, then their names. */
export const inOrder = (a: Pick<Plan, "id" | "bounds">, b: Pick<Plan, "id" | "bounds">): number =>
  a.bounds.from - b.bounds.from || a.bounds.to - b.bounds.to || compareNames(a.id, b.id);

/** What names the bounds of a plan: an order, or the file of a plan without one. */
type BoundedFile = Pick<OrderFile, "year" | "bounds"> & { readonly date?: string };

/** Number of years that a plan may run. */
const mostYears = 30;

/** A full date; undefined, and reported, where there is no such day. */
function readDate(order: Located<BoundedFile>, key: "from" | "to", report: Report): Day | undefined {
  const value = order.data.bounds?.[key] ?? "";
  const day = parseDate(value);
  if (day === undefined) {
    const [year = 0, month = 0] = value.split("-").map(Number);
    const next = existingDay(year + Math.floor(month / 12), (month % 12) + 1, 1);
    report({
      ...(month >= 1 && month <= 12 && next !== undefined
        ? { code: "impossible-date" as const, values: { value, last: civilOf(next - 1).day } }
        : { code: "bad-day" as const, values: { value } }),
      span: spanOf(order.origin, ["bounds", key]),
    });
  }
  return day;
}

/**
 * Returns the first and the last day of a plan: those that its file names, else the calendar year that the file or the
 * folder (`2024`) names. Bounds that cannot be are reported; a calendar year stands in for them.
 */
export function planBounds(order: Located<BoundedFile>, folder: string, report: Report): Bounds {
  const { year, bounds } = order.data;
  const ofFolder = isYear(folder) ? Number(folder) : undefined;
  const standIn = calendarYear(ofFolder ?? year ?? Number((bounds?.from ?? order.data.date ?? "2000").slice(0, 4)));
  if (bounds === undefined) {
    if (year === undefined && ofFolder === undefined)
      report({ code: "plan-without-bounds", values: { folder }, span: spanOf(order.origin, []) });
    return standIn;
  }
  if (year !== undefined)
    report({ code: "year-and-bounds", values: { year }, span: spanOf(order.origin, ["year"], "key") });
  const [from, to] = [readDate(order, "from", report), readDate(order, "to", report)];
  if (from === undefined || to === undefined) return standIn;
  if (to <= from) {
    report({
      code: "bounds-reversed",
      values: { from: { day: from }, to: { day: to } },
      span: spanOf(order.origin, ["bounds", "to"]),
    });
    return standIn;
  }
  const longest = laterBy(mostYears, { from, to: from - 1 });
  if (to > longest.to) {
    report({ code: "bounds-too-long", values: { limit: mostYears }, span: spanOf(order.origin, ["bounds", "to"]) });
    return standIn;
  }
  return { from, to };
}

/** The bounds of a plan that has no readable head: the calendar year that its folder is named after, or any. */
export const standInBounds = (folder: string): Bounds => calendarYear(isYear(folder) ? Number(folder) : 2000);
