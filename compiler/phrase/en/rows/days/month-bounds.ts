/** Months and their parts as bounds, where the side of the bound can be ambiguous. */
import type { GrammarMatch } from "../../../engine/match.ts";
import { plain, type Interpretation } from "../../../interpretation.ts";
import { dayBefore, dayText, type NamedDay } from "../../../sense/named-day.ts";
import { month } from "../../words/calendar-words.ts";
import { year } from "../../words/years.ts";
import { namedSelector } from "./day-selectors.ts";
import { monthSpans } from "./months.ts";

const text = (named: NamedDay, match: GrammarMatch): string => dayText(named, match.state.context.year);

/** The bounds of one run of months; undefined where several are named. */
function boundsOf(match: GrammarMatch): readonly [first: NamedDay, last: NamedDay] | undefined {
  const [span, ...more] = match.one(monthSpans);
  return span === undefined || more.length > 0
    ? undefined
    : [
        { month: span.first, day: 1, year: span.firstYear },
        { month: span.last, day: "last", year: span.lastYear },
      ];
}

/** “by May”, “until Q2”: before it begins or until it ends; both interpretations are returned. */
export function aroundSpan(match: GrammarMatch): readonly Interpretation[] | undefined {
  const bounds = boundsOf(match);
  if (bounds === undefined) return undefined;
  const before = dayBefore(bounds[0], match.state.context.year);
  return plain(...[bounds[1], before].flatMap((day) => (day === undefined ? [] : [{ until: text(day, match) }])));
}

/** “through May”: to its last day. */
export function throughSpan(match: GrammarMatch): readonly Interpretation[] | undefined {
  const bounds = boundsOf(match);
  return bounds === undefined ? undefined : plain({ until: text(bounds[1], match) });
}

/** “before May”: its eve is the last day. */
export function beforeSpan(match: GrammarMatch): readonly Interpretation[] | undefined {
  const bounds = boundsOf(match);
  const before = bounds && dayBefore(bounds[0], match.state.context.year);
  return before === undefined ? undefined : plain({ until: text(before, match) });
}

/** “by the last working day of December”: a last day that is searched for in one month. */
export function untilPartOfMonth(match: GrammarMatch): readonly Interpretation[] | undefined {
  const [m, y, part] = [match.one(month), match.get(year), match.one(namedSelector)];
  if (part.endsWith("-half")) return undefined;
  const bounds = {
    from: text({ month: m, day: 1, year: y }, match),
    to: text({ month: m, day: "last", year: y }, match),
  };
  return plain({ every: { unit: "month", until: part, in: bounds } });
}
