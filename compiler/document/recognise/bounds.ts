import { daysInMonth, twoDigits } from "../../calendar/day.ts";
import { months } from "../../phrase/ru/words/lexicon.ts";

/** The first and the last day of a plan, YYYY-MM-DD. */
export interface IsoBounds {
  readonly from: string;
  readonly to: string;
}

/** From the first day of a month to the last of another, 1–12. */
export const monthBounds = (year: number, first: number, last: number, endYear = year): IsoBounds => ({
  from: `${year}-${twoDigits(first)}-01`,
  to: `${endYear}-${twoDigits(last)}-${twoDigits(daysInMonth(endYear, last))}`,
});

const figure = "((?:19|20|21)\\d{2})";
/** The second of two years may be short: 2024/25. */
const rest = "((?:19|20|21)?\\d{2})";
const dash = "\\s*[-–—/]\\s*";
const year = `${figure}\\s*(?:г(?:ода|оду|од|\\.)?|$|[^\\d]|(?=\\s))`;
const ordinals: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, перв: 1, втор: 2, трет: 3, четв: 4 };
const ordinal = "(?:(IV|III|II|I|[1-4])(?:-?[оеыйг]{1,3})?|(перв|втор|трет|четв)\\p{L}+)";

const ordinalOf = (short: string | undefined, word: string | undefined): number =>
  ordinals[(short ?? word ?? "").toLowerCase()] ?? Number(short ?? 0);
const secondYear = (first: number, text: string): number =>
  text.length === 2 ? Math.floor(first / 100) * 100 + Number(text) : Number(text);

interface Shape {
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray) => IsoBounds | undefined;
}

/** A school year runs from 1 September to 31 August. */
const schoolYear: Shape["read"] = ([, first, second]) =>
  secondYear(Number(first), second!) === Number(first) + 1
    ? monthBounds(Number(first), 9, 8, Number(first) + 1)
    : undefined;

/** From the first of several years to the last. */
const severalYears: Shape["read"] = ([, first, ...more]) =>
  Number(more.at(-1)) > Number(first) ? monthBounds(Number(first), 1, 12, Number(more.at(-1))) : undefined;

/** What the title of a plan says it holds for; the first shape that fits decides. */
const shapes: readonly Shape[] = [
  {
    // The halves of a school year: September to December, January to the end of August.
    pattern: new RegExp(`${ordinal}\\s+полугоди\\p{L}+\\s+${figure}${dash}${rest}\\s*уч`, "iu"),
    read: ([, short, word, first, second]) =>
      secondYear(Number(first), second!) !== Number(first) + 1
        ? undefined
        : ordinalOf(short, word) === 1
          ? monthBounds(Number(first), 9, 12)
          : monthBounds(Number(first) + 1, 1, 8),
  },
  {
    pattern: new RegExp(`${figure}${dash}${rest}\\s*(?:уч(?:ебн\\p{L}*|\\.)?|school|academic)`, "iu"),
    read: schoolYear,
  },
  {
    pattern: new RegExp(`уч(?:ебн\\p{L}+)?\\.?\\s+год\\p{L}*\\s+${figure}${dash}${rest}`, "iu"),
    read: schoolYear,
  },
  {
    pattern: new RegExp(`${ordinal}\\s+полугоди\\p{L}+\\s+${year}`, "iu"),
    read: ([, short, word, first]) =>
      ordinalOf(short, word) === 1 ? monthBounds(Number(first), 1, 6) : monthBounds(Number(first), 7, 12),
  },
  {
    pattern: new RegExp(`${ordinal}\\s+квартал\\p{L}*\\s+${year}`, "iu"),
    read: ([, short, word, first]) => {
      const quarter = ordinalOf(short, word);
      return monthBounds(Number(first), quarter * 3 - 2, quarter * 3);
    },
  },
  {
    // «с сентября 2024 года по май 2025 года»
    pattern: new RegExp(
      `(?:^|\\s)с\\s+(\\p{L}+)\\s+(?:${figure}\\s*(?:г\\p{L}*\\.?)?\\s*)?по\\s+(\\p{L}+)\\s+${figure}`,
      "iu",
    ),
    read: ([, start, first, end, last]) => {
      const [a, b] = [months.get(start!.toLowerCase()), months.get(end!.toLowerCase())];
      return a === undefined || b === undefined ? undefined : monthBounds(Number(first ?? last), a, b, Number(last));
    },
  },
  { pattern: new RegExp(`${figure}${dash}${figure}\\s*(?:г|$)`, "iu"), read: severalYears },
  {
    pattern: new RegExp(`${figure}\\s*(?:,\\s*${figure}\\s*)?и\\s+${figure}\\s*год`, "iu"),
    read: severalYears,
  },
  {
    pattern: new RegExp(`с\\s+${figure}\\s*(?:г\\p{L}*\\.?)?\\s*(?:по|до)\\s+${figure}`, "iu"),
    read: severalYears,
  },
  {
    // «на март 2025 года», «за май – июнь 2025 года», without a day before the month.
    pattern: new RegExp(
      `(?<!\\d\\s*)(?<![\\p{L}\\d])(\\p{L}{3,9})(?:\\s*[-–—]\\s*(\\p{L}{3,9}))?(?:\\s+месяц\\p{L}*)?\\s+${year}`,
      "iu",
    ),
    read: ([, start, end, first]) => {
      const [a, b] = [months.get(start!.toLowerCase()), months.get((end ?? start!).toLowerCase())];
      return a === undefined || b === undefined || b < a ? undefined : monthBounds(Number(first), a, b);
    },
  },
  { pattern: new RegExp(`(?:^|[^\\d.])${year}`, "iu"), read: ([, first]) => monthBounds(Number(first), 1, 12) },
];

/** A longer text is no title. */
const longestTitle = 1000;

/** What a title says that its plan holds for: a year, a school year, several years, a half-year, a quarter, a month. */
export function boundsIn(title: string): IsoBounds | undefined {
  const plain = title
    .slice(0, longestTitle)
    .replace(/\s+/g, " ")
    .replace(/(?<=\d)\s*(?:г\.\s*)?(?=[-–—/]\s*\d)/g, "");
  for (const { pattern, read } of shapes) {
    const found = pattern.exec(plain);
    const bounds = found === null ? undefined : read(found);
    if (bounds !== undefined) return bounds;
  }
  return undefined;
}

/** The bounds of a plan of a calendar year. */
export const calendarYear = (first: number): IsoBounds => monthBounds(first, 1, 12);

/** Months from the one of the first day to the one of the last, both counted. */
export const monthsIn = ({ from, to }: IsoBounds): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;

/** Whether the bounds are those of one calendar year. */
export const isCalendarYear = ({ from, to }: IsoBounds): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31");
