/** «последняя неделя августа»: by the calendar or seven days in a row; one meaning where both are the same days. */
import { civilOf, dayOf, daysInMonth, weekdayOf, type Day } from "../../../calendar/day.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { month } from "../words/calendar-words.ts";
import { ordinal } from "../words/numbers.ts";
import { year } from "../words/years.ts";
import { dayText } from "./dates.ts";

/** The Monday on or before a day. */
const monday = (day: Day): Day => day - weekdayOf(day) + 1;

/** Returns the first days that the n-th week of a month can have: seven days from the 1st, a calendar week from the 1st's or the first whole one. */
function startsOf(first: Day, nth: number): readonly Day[] {
  const whole = monday(first + 6);
  return [first, monday(first), whole].map((start) => start + 7 * (nth - 1));
}

export function weekOfMonth(match: GrammarMatch): readonly Interpretation[] | Refusal | undefined {
  const planYear = match.state.context.year;
  const [m, y, nth] = [match.one(month), match.get(year) ?? planYear, match.get(ordinal)];
  if (y === undefined) return undefined;
  if (nth !== undefined && (nth < 1 || nth > 4)) return match.refuse("no-such-part", { limit: 4 });
  const [first, last] = [dayOf(y, m, 1), dayOf(y, m, daysInMonth(y, m))];
  const starts = nth === undefined ? [last - 6, monday(last), monday(last - 6)] : startsOf(first, nth);
  const text = (day: Day): string => dayText(civilOf(day), planYear);
  return plain(...[...new Set(starts)].map((start) => ({ from: text(start), to: text(start + 6) })));
}
