import { civilOf, dayOf, daysInMonth, twoDigits, weekdayNames, weekdayOf, type Weekday } from "../../calendar/day.ts";
import type { GrammarMatch } from "../engine/match.ts";
import type { Refusal } from "../engine/refusal.ts";
import { yearsOfList } from "./list-years.ts";

/** A day that a phrase names; «last» is the last one of its month. */
export interface NamedDay {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number | "last";
}

/** A day of the DSL (`09-30`, `02-last`, `2025-01-10`) as a full date: of that year where it names none. */
export function dayInYear(text: string, year: number): string {
  if (text.length > 8) return text;
  return text.endsWith("last")
    ? `${year}-${text.slice(0, 3)}${daysInMonth(year, Number(text.slice(0, 2)))}`
    : `${year}-${text}`;
}

/** A day as the DSL writes it: the plan's own year is left out. */
export function dayText({ year: y, month: m, day: d }: NamedDay, planYear: number | undefined): string {
  const text = `${twoDigits(m)}-${d === "last" ? d : twoDigits(d)}`;
  return y === undefined || y === planYear ? text : dayInYear(text, y);
}

/** The day, or a refusal where there is no such day; 29 February is checked only where the year is known. */
export function existing(
  named: NamedDay & { readonly day: number },
  match: GrammarMatch,
  said: Weekday | undefined,
): NamedDay | Refusal {
  const { year: y, month: m, day: d } = named;
  if (y !== undefined && (y < 1900 || y > 2199)) return match.refuse("bad-year");
  const last = m >= 1 && m <= 12 ? daysInMonth(y ?? match.planYear ?? 2000, m) : 0;
  if (d < 1 || d > last) return match.refuse("no-such-day");
  const known = y ?? match.planYear;
  return said === undefined || known === undefined || weekdayNames[weekdayOf(dayOf(known, m, d)) - 1] === said
    ? named
    : match.refuse("wrong-weekday");
}

/** Days in groups of one year each, as one list for every way in which their years can be meant. */
export const daysOfList = (
  groups: readonly (readonly NamedDay[])[],
  planYear: number | undefined,
  apart: boolean,
): readonly (readonly NamedDay[])[] =>
  yearsOfList(
    groups.map(([first]) => ({ month: first!.month, year: first!.year })),
    planYear,
    apart,
  ).map((years) => groups.flatMap((group, index) => group.map((named) => ({ ...named, year: years[index] }))));

/** The day before a named day; undefined where that lies in a year that is not known. */
export function dayBefore({ month: m, day: d, year: y }: NamedDay, planYear: number | undefined): NamedDay | undefined {
  const known = y ?? planYear;
  if (d === "last")
    return known === undefined && m === 2 ? undefined : { month: m, day: daysInMonth(known ?? 2000, m) - 1, year: y };
  if (d > 1) return { month: m, day: d - 1, year: y };
  if (m > 1) return { month: m - 1, day: "last", year: y };
  return known === undefined ? undefined : { month: 12, day: "last", year: known - 1 };
}

/** The day after a named day; undefined where its year is not known and it may be of another. */
export function dayAfter({ month: m, day: d, year: y }: NamedDay, planYear: number | undefined): NamedDay | undefined {
  const known = y ?? planYear;
  return known === undefined ? undefined : civilOf(dayOf(known, m, d === "last" ? daysInMonth(known, m) : d) + 1);
}
