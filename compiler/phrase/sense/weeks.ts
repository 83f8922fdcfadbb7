/** Weeks by their place in a month, which is counted in several ways; one meaning where all give the same days. */
import { civilOf, dayOf, daysInMonth, weekdayOf, type Day } from "../../calendar/day.ts";
import type { GrammarMatch } from "../engine/match.ts";
import type { Refusal } from "../engine/refusal.ts";
import { plain, type Interpretation } from "../interpretation.ts";
import { dayText } from "./named-day.ts";

/** The Monday on or before a day. */
export const monday = (day: Day): Day => day - weekdayOf(day) + 1;

/** Returns the first days that the n-th week of a month can have: seven days from the 1st, a calendar week from the 1st's or the first whole one. */
function startsOf(first: Day, nth: number): readonly Day[] {
  const whole = monday(first + 6);
  return [first, monday(first), whole].map((start) => start + 7 * (nth - 1));
}

/** Seven days from each of the days that a week can begin on. */
export function weeksFrom(starts: readonly Day[], planYear: number | undefined): readonly Interpretation[] {
  const text = (day: Day): string => dayText(civilOf(day), planYear);
  return plain(...[...new Set(starts)].map((start) => ({ from: text(start), to: text(start + 6) })));
}

/** The n-th week of a month, or the last one. */
export function weeksOfMonth(
  { month: m, year }: { readonly month: number; readonly year: number | undefined },
  nth: number | undefined,
  match: GrammarMatch,
): readonly Interpretation[] | Refusal | undefined {
  const planYear = match.planYear;
  const y = year ?? planYear;
  if (y === undefined) return undefined;
  if (nth !== undefined && (nth < 1 || nth > 4)) return match.refuse("no-such-part", { limit: 4 });
  const [first, last] = [dayOf(y, m, 1), dayOf(y, m, daysInMonth(y, m))];
  return weeksFrom(nth === undefined ? [last - 6, monday(last), monday(last - 6)] : startsOf(first, nth), planYear);
}
