/** Months and their parts as bounds, where the side of the bound can be ambiguous. */
import type { GrammarMatch } from "../../../engine/match.ts";
import type { Interpretation } from "../../../interpretation.ts";
import { aroundRun, daysOfRun, throughRun, untilBefore, untilInMonth } from "../../../sense/month-spans.ts";
import { month } from "../../words/calendar-words.ts";
import { year } from "../../words/years.ts";
import { namedSelector } from "./day-selectors.ts";
import { monthSpans } from "./months.ts";

/** “by May”, “until Q2”: before it begins or until it ends; both interpretations are returned. */
export const aroundSpan = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  aroundRun(match.one(monthSpans), match.planYear);

/** “through May”: to its last day. */
export const throughSpan = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  throughRun(match.one(monthSpans), match.planYear);

/** “before May”: its eve is the last day. */
export function beforeSpan(match: GrammarMatch): readonly Interpretation[] | undefined {
  const days = daysOfRun(match.one(monthSpans));
  return days && untilBefore(days[0], match.planYear);
}

/** “by the last working day of December”: a last day that is searched for in one month. */
export function untilPartOfMonth(match: GrammarMatch): readonly Interpretation[] | undefined {
  const part = match.one(namedSelector);
  return part.endsWith("-half")
    ? undefined
    : untilInMonth(part, { month: match.one(month), year: match.get(year) }, match.planYear);
}
