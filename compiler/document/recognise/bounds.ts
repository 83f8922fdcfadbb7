import { daysInMonth, twoDigits } from "../../calendar/day.ts";
import { months } from "../../phrase/ru/words/lexicon.ts";

/** The first and the last day of a plan, YYYY-MM-DD. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
}

const stretch = (year: number, first: number, last: number, endYear = year): Bounds => ({
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
  readonly read: (found: RegExpExecArray) => Bounds | undefined;
}

/** A school year runs from 1 September to 31 August. */
const schoolYear = (first: number): Bounds => stretch(first, 9, 8, first + 1);

/** What the title of a plan says it holds for; the first shape that fits decides. */
const shapes: readonly Shape[] = [
  {
    // The halves of a school year: September to December, January to the end of August.
    pattern: new RegExp(`${ordinal}\\s+полугоди\\p{L}+\\s+${figure}${dash}${rest}\\s*уч`, "iu"),
    read: ([, short, word, first, second]) =>
      secondYear(Number(first), second!) !== Number(first) + 1
        ? undefined
        : ordinalOf(short, word) === 1
          ? stretch(Number(first), 9, 12)
          : stretch(Number(first) + 1, 1, 8),
  },
  {
    pattern: new RegExp(`${figure}${dash}${rest}\\s*(?:уч(?:ебн\\p{L}*|\\.)?|school|academic)`, "iu"),
    read: ([, first, second]) =>
      secondYear(Number(first), second!) === Number(first) + 1 ? schoolYear(Number(first)) : undefined,
  },
  {
    pattern: new RegExp(`уч(?:ебн\\p{L}+)?\\.?\\s+год\\p{L}*\\s+${figure}${dash}${rest}`, "iu"),
    read: ([, first, second]) =>
      secondYear(Number(first), second!) === Number(first) + 1 ? schoolYear(Number(first)) : undefined,
  },
  {
    pattern: new RegExp(`${ordinal}\\s+полугоди\\p{L}+\\s+${year}`, "iu"),
    read: ([, short, word, first]) =>
      ordinalOf(short, word) === 1 ? stretch(Number(first), 1, 6) : stretch(Number(first), 7, 12),
  },
  {
    pattern: new RegExp(`${ordinal}\\s+квартал\\p{L}*\\s+${year}`, "iu"),
    read: ([, short, word, first]) => {
      const quarter = ordinalOf(short, word);
      return stretch(Number(first), quarter * 3 - 2, quarter * 3);
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
      return a === undefined || b === undefined ? undefined : stretch(Number(first ?? last), a, b, Number(last));
    },
  },
  {
    pattern: new RegExp(`${figure}${dash}${figure}\\s*(?:г|$)`, "iu"),
    read: ([, first, last]) => (Number(last) > Number(first) ? stretch(Number(first), 1, 12, Number(last)) : undefined),
  },
  {
    pattern: new RegExp(`${figure}\\s*(?:,\\s*${figure}\\s*)?и\\s+${figure}\\s*год`, "iu"),
    read: ([, first, , last]) =>
      Number(last) > Number(first) ? stretch(Number(first), 1, 12, Number(last)) : undefined,
  },
  {
    pattern: new RegExp(`с\\s+${figure}\\s*(?:г\\p{L}*\\.?)?\\s*(?:по|до)\\s+${figure}`, "iu"),
    read: ([, first, last]) => (Number(last) > Number(first) ? stretch(Number(first), 1, 12, Number(last)) : undefined),
  },
  {
    // «на март 2025 года», «за май – июнь 2025 года», without a day before the month.
    pattern: new RegExp(
      `(?<!\\d\\s*)(?<![\\p{L}\\d])(\\p{L}{3,9})(?:\\s*[-–—]\\s*(\\p{L}{3,9}))?(?:\\s+месяц\\p{L}*)?\\s+${year}`,
      "iu",
    ),
    read: ([, start, end, first]) => {
      const [a, b] = [months.get(start!.toLowerCase()), months.get((end ?? start!).toLowerCase())];
      return a === undefined || b === undefined || b < a ? undefined : stretch(Number(first), a, b);
    },
  },
  { pattern: new RegExp(`(?:^|[^\\d.])${year}`, "iu"), read: ([, first]) => stretch(Number(first), 1, 12) },
];

/** A longer text is no title. */
const longestTitle = 1000;

/** What a title says that its plan holds for: a year, a school year, several years, a half-year, a quarter, a month. */
export function boundsIn(title: string): Bounds | undefined {
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
export const wholeYear = (first: number): Bounds => stretch(first, 1, 12);

/** Whether the bounds are those of one calendar year. */
export const isCalendarYear = ({ from, to }: Bounds): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31");
