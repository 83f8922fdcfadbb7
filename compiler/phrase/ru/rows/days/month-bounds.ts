/** Months and their parts as bounds, where the side of the bound can be ambiguous. */
import type { GrammarMatch } from "../../../engine/match.ts";
import { date } from "./dates.ts";
import { namedStart } from "./named-ends.ts";
import { plain, type Interpretation } from "../../../interpretation.ts";
import { monthList, monthSpans } from "./months.ts";
import { namedSelector } from "./day-selectors.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { month } from "../../words/calendar-words.ts";
import { ordinal } from "../../words/numbers.ts";
import {
  aroundRun,
  inPlanYear,
  throughRun,
  untilBefore,
  untilEither,
  untilInMonth,
} from "../../../sense/month-spans.ts";
import { dayAfter, dayText } from "../../../sense/named-day.ts";

/** «первая и вторая декады мая»: each part is a deadline of its own. */
export function partsOfMonth(match: GrammarMatch): readonly Interpretation[] | Refusal | undefined {
  const [spans = []] = match.one(monthList);
  if (!spans.every((span) => inPlanYear(span, match.planYear)) || spans.some(({ first, last }) => first !== last))
    return undefined;
  const names = ["first-decade", "second-decade", "third-decade"];
  if (match.all(ordinal).length < 2) return undefined;
  const parts = match.all(ordinal).map((nth) => partBounds[names[nth - 1] ?? ""]);
  if (parts.includes(undefined)) return match.refuse("no-such-part", { limit: names.length });
  return plain({
    each: spans.flatMap(({ first: m }) =>
      parts.map((part) => ({
        from: dayText({ month: m, day: part![0] }, match.planYear),
        to: dayText({ month: m, day: part![1] }, match.planYear),
      })),
    ),
  });
}

const partBounds: Readonly<Record<string, readonly [first: number, last: number | "last"]>> = {
  "first-decade": [1, 10],
  "second-decade": [11, 20],
  "third-decade": [21, "last"],
  "first-half": [1, 15],
  "second-half": [16, "last"],
};

/** «до последнего рабочего дня декабря»: a last day that is searched for in one month. */
export function untilPartOfMonth(match: GrammarMatch): readonly Interpretation[] | undefined {
  const m = match.one(month);
  const part = partBounds[match.one(namedSelector)];
  // «до 3 декады мая»: before it begins or until it ends, as for a month.
  if (part !== undefined)
    return untilEither(
      [
        { month: m, day: part[0] },
        { month: m, day: part[1] },
      ],
      match.planYear,
    );
  return untilInMonth(match.one(namedSelector), { month: m }, match.planYear);
}

/** «до марта», «до II квартала», «к 2031 году»: before it begins or until it ends; both interpretations are returned. */
export const aroundSpan = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  aroundRun(match.one(monthSpans), match.planYear);

/** «по май», «до мая включительно»: to its last day. */
export const throughSpan = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  throughRun(match.one(monthSpans), match.planYear);

/** «с января до марта»: with March or up to it; both interpretations are returned. */
export function upToMonth(match: GrammarMatch): readonly Interpretation[] | undefined {
  const [first, last] = [match.one(month, "first"), match.one(month, "last")];
  if (last <= first) return undefined;
  return plain(...[last, last - 1].map((end) => ({ month: end === first ? first : `${first}-${end}` })));
}

/** «после 1 марта»: from the next day. */
export function afterDate(match: GrammarMatch): readonly Interpretation[] | undefined {
  const named = match.one(date);
  const next = named.day === "last" ? undefined : dayAfter(named, match.planYear);
  return next && plain({ from: dayText(next, match.planYear) });
}

/** «до начала сентября»: the day before is the last. */
export const beforeStart = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  untilBefore(match.one(namedStart), match.planYear);
