/** Days that orders and records bear: a slip of the year is told where it was typed, not where a date is missing because of it. */
import { civilOf, dayOf, isoDate, type Day } from "../../calendar/day.ts";
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

/** Reads the day of an order or a record; undefined, and reported, where there is none, or it is years away from its plan. */
export function readOwnDay(at: Located<{ readonly date: string }>, year: number, report: Report): Day | undefined {
  const day = readDay(at.data.date, year, at, ["date"], report);
  if (day === undefined || Math.abs(civilOf(day).year - year) <= mostYearsAway) return day;
  const suggestion = inYear(day, year);
  report({
    code: "date-far",
    values: { value: at.data.date, year, ...(suggestion === undefined ? {} : { suggestion }) },
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
export function checkOrderDay({ order, year }: Plan, report: Report): Day | undefined {
  const day = readOwnDay(order, year, report);
  if (day !== undefined) checkStamp(order, day, report);
  return day;
}

/** The years in which an event of a plan can happen, and the day before which it cannot. */
function expected(
  { data }: Located<Occurrence>,
  context: Context,
): { readonly years: Set<number>; readonly from?: Day } {
  const years = new Set([context.year]);
  const latest = context.rows.events.get(data.event)?.data.latest;
  if (latest === undefined) return { years };
  const windows = context.deadlineOf(latest, context.rows.events.get(data.event)!, ["latest"])?.windows ?? [];
  const own = windows.filter(({ key }) => key === data.period);
  for (const { end } of own) years.add(civilOf(end).year);
  const starts = own.map(({ start }) => start);
  return starts.length === 1 && typeof starts[0] === "number" ? { years, from: starts[0] } : { years };
}

/** Checks the days of records once the plan is resolved. A year that `uncovered` has is told by the calendar's message. */
export function checkRecordDays(plan: Plan, uncovered: ReadonlySet<number>, context: Context): void {
  for (const record of plan.occurrences) {
    const day = recordDay(record, plan.year);
    if (day === undefined || uncovered.has(civilOf(day).year)) continue;
    const { years, from } = expected(record, context);
    const span = spanOf(record.origin, ["date"]);
    const year = civilOf(day).year;
    const suggestion = inYear(day, plan.year);
    if (!years.has(year))
      context.report({
        code: "record-other-year",
        values: { value: record.data.date, year, plan: plan.year, ...(suggestion === undefined ? {} : { suggestion }) },
        span,
      });
    else if (from !== undefined && day < from)
      context.report({ code: "record-too-early", values: { day: { day }, from: { day: from } }, span });
  }
}

/** What is read a second time has been reported. */
const unread: Report = () => undefined;

/** The day of a record that is near its plan; what is wrong with others has been reported. */
const recordDay = (record: Located<Occurrence>, year: number): Day | undefined => readOwnDay(record, year, unread);

/** Returns the first record of each year other than the plan's. */
export function recordsOfOtherYears({ occurrences, year }: Plan): ReadonlyMap<number, Located<Occurrence>> {
  const found = new Map<number, Located<Occurrence>>();
  for (const record of occurrences) {
    const day = readDay(record.data.date, year, record, ["date"], unread);
    const own = day === undefined ? year : civilOf(day).year;
    if (own !== year && !found.has(own)) found.set(own, record);
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
    const day = recordDay(record, plan.year);
    if (day === undefined || uncovered.has(year)) return;
    uncovered.add(year);
    const suggestion = inYear(day, plan.year);
    report({
      code: "record-without-calendar",
      values: {
        ...diagnostic.values,
        value: record.data.date,
        plan: plan.year,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
      span: spanOf(record.origin, ["date"]),
    });
  };
}
