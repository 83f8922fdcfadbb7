/** Weeks by a day of them, by their number and by their place in a month. */
import { dayOf, weekdayOf } from "../../../../calendar/day.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import type { Interpretation } from "../../../interpretation.ts";
import { monday, weeksFrom, weeksOfMonth } from "../../../sense/weeks.ts";
import { month } from "../../words/calendar-words.ts";
import { number, ordinal } from "../../words/numbers.ts";
import { year } from "../../words/years.ts";
import { date } from "./dates.ts";

/**
 * “the week of 3 June”: seven days from a Monday. Of another day it is the calendar week around it, which begins on Monday or in
 * America on Sunday, or seven days from that day.
 */
export function weekOf(match: GrammarMatch): readonly Interpretation[] | undefined {
  const { year: y = match.planYear, month: m, day: d } = match.one(date);
  if (y === undefined || d === "last") return undefined;
  const said = dayOf(y, m, d);
  const sunday = weekdayOf(said) === 7 ? said : monday(said) - 1;
  return weeksFrom(weekdayOf(said) === 1 ? [said] : [monday(said), sunday, said], match.planYear);
}

/** Weeks of a year by ISO 8601 (from Monday, the first one with four days of January) and from 1 January; one meaning where both agree. */
export function isoWeek(match: GrammarMatch): readonly Interpretation[] | Refusal | undefined {
  const planYear = match.planYear;
  const [n, y] = [match.one(number), match.get(year) ?? planYear];
  if (y === undefined) return undefined;
  const first = monday(dayOf(y, 1, 4));
  const limit = (monday(dayOf(y + 1, 1, 4)) - first) / 7;
  if (n < 1 || n > limit) return match.refuse("no-such-part", { limit });
  const words = match.norms;
  const isIso = words.includes("iso") || words.includes("w");
  const starts = isIso ? [first] : [first, dayOf(y, 1, 1), monday(dayOf(y, 1, 1)), monday(dayOf(y, 1, 2)) - 1];
  return weeksFrom(
    starts.map((start) => start + 7 * (n - 1)),
    planYear,
  );
}

/** “the last week of August”: by the calendar or seven days in a row. */
export const weekOfMonth = (match: GrammarMatch): readonly Interpretation[] | Refusal | undefined =>
  weeksOfMonth({ month: match.one(month), year: match.get(year) }, match.get(ordinal), match);
