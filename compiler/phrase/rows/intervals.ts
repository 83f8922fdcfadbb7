import { dayText, date, existing, inclusive, type NamedDay } from "./dates.ts";
import { namedEnd } from "./named-ends.ts";
import type { Deadline } from "../../generated/types.ts";
import { type Found, rule } from "../engine/grammar.ts";
import { Refusal } from "../engine/refusal.ts";
import { day, figures, month, year } from "./terminals.ts";

type Stretch = Required<Pick<Deadline, "from" | "to">> & Pick<Deadline, "wraps">;

const order = ({ month: m, day: d }: NamedDay): number => m * 40 + (d === "last" ? 31 : d);

/** From one day to another. Reversed inside one month is a mistake; across months it goes over the new year. */
export function stretchOf(first: NamedDay, last: NamedDay, found: Found): Stretch | Refusal {
  const reversed = order(last) < order(first);
  const start =
    first.year !== undefined || last.year === undefined
      ? first
      : { ...first, year: reversed ? last.year - 1 : last.year };
  const planYear = found.parser.setting.year;
  const text = (named: NamedDay): string => dayText(named, planYear);
  if (start.year !== undefined && last.year !== undefined) {
    if (start.year > last.year || (start.year === last.year && reversed)) return found.refuse("reversed");
    return { from: text(start), to: text(last) };
  }
  if (!reversed) return { from: text(start), to: text(last) };
  if (first.month === last.month) return found.refuse("reversed");
  return start.year !== undefined && start.year !== planYear
    ? { from: text(start), to: text({ ...last, year: start.year + 1 }) }
    : { from: text(start), to: text(last), wraps: true };
}

const since = "(с | со | от)";
const upTo = "([–] по | [–] до | –)";

/** «с 1 по 15 октября», «1 апреля – 6 сентября», «с 12 – 16 февраля», «01–15.03.2031», «не ранее … и не позднее …». */
export const stretch = rule<Stretch>("stretch", [
  {
    pattern: `[в] [период [:] | срок*] ${since} <day:first> ${upTo} <day:last> <month> [<year>] ${inclusive}`,
    means: (found) => ofOneMonth(found),
  },
  {
    pattern: `[[в] период [:]] [с | со] <day:first> (– [по] | по) <day:last> <month> [<year>] ${inclusive}`,
    means: (found) => ofOneMonth(found),
  },
  {
    pattern: `[в] [период [:] | срок*] [${since}] <day:first> ${upTo} <figures> [года | год | г] ${inclusive}`,
    means: (found) => ofFigures(found),
  },
  {
    pattern: `[в] [период [:] | срок*] ${since} <date:first> ${upTo} (<date:last> | <named-end:end>) ${inclusive}`,
    means: (found) => ofTwo(found),
  },
  {
    pattern: `[[в] период [:]] <date:first> (– [по | до] | по) (<date:last> | <named-end:end>) ${inclusive}`,
    means: (found) => ofTwo(found),
  },
  {
    pattern: "(с | со) <date:first> по <month> [<year>]",
    means: (found) =>
      stretchOf(found.one(date, "first"), { month: found.one(month), day: "last", year: found.get(year) }, found),
  },
  {
    pattern: "не (ранее | раньше) <day:first> [,] [и | но | а] не (позднее | позже) <day:last> <month> [<year>]",
    means: (found) => ofOneMonth(found),
  },
  {
    pattern: `не (ранее | раньше) <date:first> [,] [и | но | а] не (позднее | позже) <date:last> ${inclusive}`,
    means: (found) => ofTwo(found),
  },
]);

/** «с 1 по 15.03.2031»: the month in figures belongs to both days. */
function ofFigures(found: Found): Stretch | Refusal {
  const { day: end, month: m, year: y } = found.one(figures);
  const [first, last] = [
    existing({ day: found.one(day, "first"), month: m, year: y }, found),
    existing({ day: end, month: m, year: y }, found),
  ];
  if (first instanceof Refusal) return first;
  return last instanceof Refusal ? last : stretchOf(first, last, found);
}

const ofOneMonth = (found: Found): Stretch | Refusal =>
  stretchFromTo(found.one(day, "first"), found.one(day, "last"), found);

/** From one day of the month that a row names to another. */
export function stretchFromTo(from: number, to: number, found: Found): Stretch | Refusal {
  const named = (d: number): NamedDay | Refusal =>
    existing({ day: d, month: found.one(month), year: found.get(year) }, found);
  const [first, last] = [named(from), named(to)];
  if (first instanceof Refusal) return first;
  return last instanceof Refusal ? last : stretchOf(first, last, found);
}

function ofTwo(found: Found): Stretch | Refusal | undefined {
  const last = found.get(date, "last") ?? found.get(namedEnd, "end");
  return last === undefined ? undefined : stretchOf(found.one(date, "first"), last, found);
}
