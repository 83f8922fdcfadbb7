/** Months and their parts as bounds, where the side of the bound can be ambiguous. */
import type { GrammarMatch } from "../../../engine/match.ts";
import { plain, type Interpretation } from "../../../interpretation.ts";
import { daysOfRun, throughRun, untilEither } from "../../../sense/month-spans.ts";
import { dayBefore, dayText } from "../../../sense/named-day.ts";
import { month } from "../../words/calendar-words.ts";
import { year } from "../../words/years.ts";
import { namedSelector } from "./day-selectors.ts";
import { monthSpans } from "./months.ts";

/** “by May”, “until Q2”: before it begins or until it ends; both interpretations are returned. */
export function aroundSpan(match: GrammarMatch): readonly Interpretation[] | undefined {
  const days = daysOfRun(match.one(monthSpans));
  return days && untilEither(days, match.planYear);
}

/** “through May”: to its last day. */
export const throughSpan = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  throughRun(match.one(monthSpans), match.planYear);

/** “before May”: its eve is the last day. */
export function beforeSpan(match: GrammarMatch): readonly Interpretation[] | undefined {
  const days = daysOfRun(match.one(monthSpans));
  const before = days && dayBefore(days[0], match.planYear);
  return before === undefined ? undefined : plain({ until: dayText(before, match.planYear) });
}

/** “by the last working day of December”: a last day that is searched for in one month. */
export function untilPartOfMonth(match: GrammarMatch): readonly Interpretation[] | undefined {
  const [m, y, part] = [match.one(month), match.get(year), match.one(namedSelector)];
  if (part.endsWith("-half")) return undefined;
  const bounds = {
    from: dayText({ month: m, day: 1, year: y }, match.planYear),
    to: dayText({ month: m, day: "last", year: y }, match.planYear),
  };
  return plain({ every: { unit: "month", until: part, in: bounds } });
}
