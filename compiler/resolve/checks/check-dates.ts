/** Days that orders and records bear: a slip of the year is told where it was typed, not where a date is missing because of it. */
import { isWithin, yearsOf, type Bounds } from "../../calendar/bounds.ts";
import { civilOf, dayOf, isoDate, parseDate, type Day } from "../../calendar/day.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Occurrence } from "../../generated/types.ts";
import { parseTypedDate } from "../../load/schema/parse-typed-date.ts";
import { spanOf, type Located } from "../../load/yaml/parsed-yaml.ts";
import type { Plan } from "../../load/workspace.ts";
import { readDay } from "../calendars.ts";
import type { Context } from "../context.ts";

/** Number of years that an order or a record may be away from its plan's: plans are approved in the year before, and amended in the next. */
const mostYearsAway = 1;

/** Returns a day with its year changed to another; undefined where that year has no such day. */
function inYear(day: Day, year: number): string | undefined {
  const { month, day: date } = civilOf(day);
  const moved = isoDate(dayOf(year, month, date));
  return moved.endsWith(isoDate(day).slice(4)) ? moved : undefined;
}

/** Returns a day moved to a year of the plan, if it lies inside the plan there. */
const inPlan = (day: Day, bounds: Bounds): string | undefined =>
  yearsOf(bounds)
    .map((year) => inYear(day, year))
    .find((moved) => moved !== undefined && isWithin(parseDate(moved)!, bounds));

/** Reads the day of an order or a record; undefined, and reported, where there is none, or it is years away from its plan. */
export function readOwnDay(at: Located<{ readonly date: string }>, bounds: Bounds, report: Report): Day | undefined {
  const day = readDay(at.data.date, { at, path: ["date"], bounds, report });
  const [from, to] = [civilOf(bounds.from).year - mostYearsAway, civilOf(bounds.to).year + mostYearsAway];
  if (day === undefined || (civilOf(day).year >= from && civilOf(day).year <= to)) return day;
  const suggestion = inPlan(day, bounds);
  report({
    code: "date-far",
    values: { value: at.data.date, bounds: { bounds }, suggestion },
    span: spanOf(at.origin, ["date"]),
  });
  return undefined;
}

/** The day of an order as its stamp has it, where that can be read, is the day of the order. */
function checkStamp({ data, origin }: Plan["order"], day: Day, report: Report): void {
  const text = data["date-text"];
  const stamped = text === undefined ? undefined : parseTypedDate(text);
  if (text === undefined || stamped?.year === undefined || stamped.beyond !== undefined) return;
  const meant = dayOf(stamped.year, stamped.month, stamped.day);
  if (meant === day) return;
  report({
    code: "date-unlike-text",
    values: { value: data.date, text, suggestion: isoDate(meant) },
    span: spanOf(origin, ["date"]),
  });
}

/** Checks the day of a plan's order. */
export function checkOrderDay({ order, bounds }: Plan, report: Report): Day | undefined {
  const day = readOwnDay(order, bounds, report);
  if (day !== undefined) checkStamp(order, day, report);
  return day;
}

/** The years after the plan in which an event of it can happen, and the day before which it cannot. */
function expected(
  { data }: Located<Occurrence>,
  context: Context,
): { readonly years: Set<number>; readonly from?: Day } {
  const years = new Set<number>();
  const latest = context.rows.events.get(data.event)?.data.latest;
  if (latest === undefined) return { years };
  const windows = context.deadlineOf(latest, context.rows.events.get(data.event)!, ["latest"])?.windows ?? [];
  const own = windows.filter(({ key }) => key === data.period || (data.period === undefined && windows.length === 1));
  for (const { end } of own) years.add(civilOf(end).year);
  const starts = own.map(({ start }) => start);
  return starts.length === 1 && typeof starts[0] === "number" ? { years, from: starts[0] } : { years };
}

/** Checks the days of records once the plan is resolved. A year that `uncovered` has is told by the calendar's message. */
export function checkRecordDays(plan: Plan, uncovered: ReadonlySet<number>, context: Context): void {
  for (const record of plan.occurrences) {
    const day = recordDay(record, plan.bounds);
    if (day === undefined || uncovered.has(civilOf(day).year)) continue;
    const { years, from } = expected(record, context);
    const span = spanOf(record.origin, ["date"]);
    const year = civilOf(day).year;
    const { bounds } = plan;
    const suggestion = inPlan(day, bounds);
    if (!isWithin(day, bounds) && !years.has(year))
      context.report({
        code: "record-other-year",
        values: { day: { day }, bounds: { bounds }, suggestion },
        span,
      });
    else if (from !== undefined && day < from)
      context.report({ code: "record-too-early", values: { day: { day }, from: { day: from } }, span });
  }
}

/** What is read a second time has been reported. */
const unread: Report = () => undefined;

/** The day of a record that is near its plan; what is wrong with others has been reported. */
const recordDay = (record: Located<Occurrence>, bounds: Bounds): Day | undefined => readOwnDay(record, bounds, unread);

/** Returns the first record of each year of which the plan has no day. */
export function recordsOfOtherYears({ occurrences, bounds }: Plan): ReadonlyMap<number, Located<Occurrence>> {
  const found = new Map<number, Located<Occurrence>>();
  for (const record of occurrences) {
    const day = readDay(record.data.date, { at: record, path: ["date"], bounds, report: unread });
    const year = day === undefined ? undefined : civilOf(day).year;
    if (year !== undefined && !yearsOf(bounds).includes(year) && !found.has(year)) found.set(year, record);
  }
  return found;
}

/** A calendar that ends before a record's day is told at the record; nothing more is told of a record that is years away. */
export function tellAtRecord(
  records: ReadonlyMap<number, Located<Occurrence>>,
  plan: Plan,
  uncovered: Set<number>,
  report: Report,
): Report {
  return (diagnostic) => {
    const year = Number(diagnostic.values["year"]);
    const record = diagnostic.code === "no-calendar" ? records.get(year) : undefined;
    if (record === undefined) return report(diagnostic);
    const day = recordDay(record, plan.bounds);
    if (day === undefined || uncovered.has(year)) return;
    uncovered.add(year);
    const { bounds } = plan;
    const suggestion = inPlan(day, bounds);
    report({
      code: "record-without-calendar",
      values: {
        ...diagnostic.values,
        value: record.data.date,
        bounds: { bounds },
        suggestion,
      },
      span: spanOf(record.origin, ["date"]),
    });
  };
}
