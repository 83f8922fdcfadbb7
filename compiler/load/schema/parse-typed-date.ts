/** Days and months as people type them where a plan wants figures: what they meant is proposed, never taken. */
import { daysInMonth, twoDigits } from "../../calendar/day.ts";
import { languages } from "../../locale/languages.ts";

/** Months by every name that a language has for them. */
const monthNames = new Map(
  Object.values(languages).flatMap(({ months, monthsInDate, monthsShort }) =>
    [months, monthsInDate, monthsShort].flatMap((names) =>
      names.map((name, index) => [name.toLowerCase(), index + 1] as const),
    ),
  ),
);

/** The number of a month by its name, in whatever case. */
export const parseMonthName = (text: string): number | undefined =>
  monthNames.get(text.trim().toLowerCase().replace(/\.$/, ""));

/** Without a year 29 February may be. */
const leapYear = 2000;

/** A day that was meant; `year` where one was written. */
export interface TypedDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** The last day of that month, where it has no such day. */
  readonly beyond?: number;
}

const year = String.raw`(?:\s*(\d{4})(?:\s*(?:г\.?|года?))?)?`;
const dotted = new RegExp(String.raw`^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}))?(?:\s*(?:г\.?|года?))?$`);
const dayFirst = new RegExp(String.raw`^(\d{1,2})(?:-?го)?\s+(\p{L}+)\.?,?${year}$`, "u");
const monthFirst = new RegExp(String.raw`^(\p{L}+)\.?\s+(\d{1,2}),?${year}$`, "u");

function inFigures([first, sign, second]: readonly [number, string, number]):
  readonly [month: number, day: number] | undefined {
  if (sign !== "-") return [second, first];
  // «26-04» and «4-26» can be distinguished, «4-5» cannot.
  if (first > 12) return [second, first];
  return second > 12 ? [first, second] : undefined;
}

/** «26.04», «26-04», «26 апреля», «Apr 26», «26.04.2024»: the day that is meant, where only one can be. */
export function parseTypedDate(written: string): TypedDate | undefined {
  const text = written.trim();
  const [figures, words, turned] = [dotted.exec(text), dayFirst.exec(text), monthFirst.exec(text)];
  const parts =
    figures !== null
      ? inFigures([Number(figures[1]), figures[2]!, Number(figures[3])])
      : words !== null
        ? ([parseMonthName(words[2]!) ?? 0, Number(words[1])] as const)
        : turned !== null
          ? ([parseMonthName(turned[1]!) ?? 0, Number(turned[2])] as const)
          : undefined;
  if (parts === undefined) return undefined;
  const [month, day] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const named = figures?.[4] ?? words?.[3] ?? turned?.[3];
  const own = named === undefined ? {} : { year: Number(named) };

  const last = daysInMonth(own.year ?? leapYear, month);
  return { ...own, month, day, ...(day > last ? { beyond: last } : {}) };
}

/** A day as a plan writes it: MM-DD. */
export const monthDayText = ({ month, day }: TypedDate): string => `${twoDigits(month)}-${twoDigits(day)}`;

/** A date with its year: YYYY-MM-DD; undefined where no year was written. */
export const isoDateText = (meant: TypedDate): string | undefined =>
  meant.year === undefined ? undefined : `${meant.year}-${monthDayText(meant)}`;
