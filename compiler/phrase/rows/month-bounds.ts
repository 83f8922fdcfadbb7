/** Months and their parts as bounds, where it may be asked on which side the bound lies. */
import { civilOf, dayOf } from "../../calendar/day.ts";
import { date, dayText, type NamedDay } from "./dates.ts";
import { dayBefore, namedStart } from "./named-ends.ts";
import type { Found } from "../engine/grammar.ts";
import { plain, type Reading } from "../interpretation.ts";
import { inPlanYear, monthList, monthSpans } from "./months.ts";
import { namedPiece } from "./day-selectors.ts";
import type { Refusal } from "../engine/refusal.ts";
import { month, ordinal } from "./terminals.ts";

const text = (named: NamedDay, found: Found): string => dayText(named, found.parser.setting.year);

/** «первая и вторая декады мая»: each part is a deadline of its own. */
export function partsOfMonth(found: Found): readonly Reading[] | Refusal | undefined {
  const spans = found.one(monthList);
  if (
    !spans.every((span) => inPlanYear(span, found.parser.setting.year)) ||
    spans.some(({ first, last }) => first !== last)
  )
    return undefined;
  const names = ["first-decade", "second-decade", "third-decade"];
  if (found.all(ordinal).length < 2) return undefined;
  const parts = found.all(ordinal).map((nth) => partBounds[names[nth - 1] ?? ""]);
  if (parts.includes(undefined)) return found.refuse("no-such-part", { limit: names.length });
  return plain({
    each: spans.flatMap(({ first: m }) =>
      parts.map((part) => ({
        from: text({ month: m, day: part![0] }, found),
        to: text({ month: m, day: part![1] }, found),
      })),
    ),
  });
}

/** «до 3 декады мая»: before it begins, or until it ends? Both are said, as of a month. */
function aroundPart(first: NamedDay, last: NamedDay, found: Found): readonly Reading[] {
  const before =
    first.day === 1 ? dayBefore(first, found.parser.setting.year) : { ...first, day: (first.day as number) - 1 };
  return plain(
    ...(before === undefined ? [] : [before])
      .concat(last)
      .reverse()
      .map((day) => ({ until: text(day, found) })),
  );
}

const partBounds: Readonly<Record<string, readonly [first: number, last: number | "last"]>> = {
  "first-decade": [1, 10],
  "second-decade": [11, 20],
  "third-decade": [21, "last"],
  "first-half": [1, 15],
  "second-half": [16, "last"],
};

/** «до последнего рабочего дня декабря»: a last day looked for in one month. */
export function untilPartOfMonth(found: Found): readonly Reading[] | undefined {
  const m = found.one(month);
  const part = partBounds[found.one(namedPiece)];
  if (part !== undefined) return aroundPart({ month: m, day: part[0] }, { month: m, day: part[1] }, found);
  const bounds = { from: text({ month: m, day: 1 }, found), to: text({ month: m, day: "last" }, found) };
  return plain({ every: { unit: "month", until: found.one(namedPiece), in: bounds } });
}

/** The bounds of one run of months; undefined where several are named. */
function boundsOf(found: Found): readonly [first: NamedDay, last: NamedDay] | undefined {
  const [span, ...more] = found.one(monthSpans);
  return span === undefined || more.length > 0
    ? undefined
    : [
        { month: span.first, day: 1, year: span.firstYear },
        { month: span.last, day: "last", year: span.lastYear },
      ];
}

/** «до марта», «до II квартала», «к 2031 году»: before it begins, or until it ends? Both are said. */
export function aroundSpan(found: Found): readonly Reading[] | undefined {
  const bounds = boundsOf(found);
  return bounds === undefined ? undefined : aroundPart(...bounds, found);
}

/** «по май», «до мая включительно»: to its last day. */
export function throughSpan(found: Found): readonly Reading[] | undefined {
  const bounds = boundsOf(found);
  return bounds === undefined ? undefined : plain({ until: text(bounds[1], found) });
}

/** «с января до марта»: with March, or up to it? Both are said. */
export function upToMonth(found: Found): readonly Reading[] | undefined {
  const [first, last] = [found.one(month, "first"), found.one(month, "last")];
  if (last <= first) return undefined;
  return plain(...[last, last - 1].map((end) => ({ month: end === first ? first : `${first}-${end}` })));
}

/** «после 1 марта»: from the next day. */
export function afterDate(found: Found): readonly Reading[] | undefined {
  const { year: y, month: m, day: d } = found.one(date);
  const planYear = found.parser.setting.year;
  const known = y ?? planYear;
  if (known === undefined || d === "last") return undefined;
  const next = civilOf(dayOf(known, m, d) + 1);
  return plain({ from: dayText(next, planYear) });
}

/** «до начала сентября»: the day before is the last. */
export function beforeStart(found: Found): readonly Reading[] | undefined {
  const before = dayBefore(found.one(namedStart), found.parser.setting.year);
  return before === undefined ? undefined : plain({ until: text(before, found) });
}
