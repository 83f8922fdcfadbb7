import { english } from "../../../locale/en.ts";
import { datesByMonth, writtenDate } from "../../sense/written-date.ts";

export const monthName = (month: number): string => english.months[month - 1] ?? "";
const yearText = (year: string | undefined): string => (year === undefined ? "" : ` ${year}`);

/** “1, 2 and 3”. */
export const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;

/** “6 September”, “1 March 2031”. */
export function dateWords(text: string): string {
  const { year, month, day } = writtenDate(text);
  return `${day} ${monthName(month)}${yearText(year)}`;
}

/** A day or the end of a month: “1 March”, “the end of February”. */
export function lastDayWords(text: string): string {
  const { year, month, day } = writtenDate(text);
  return day === "last" ? `the end of ${monthName(month)}${yearText(year)}` : dateWords(text);
}

/** “12 and 23 August”, “29 April and 3 June”: days of one month share its name. */
export const dayListWords = (texts: readonly string[]): string =>
  joined(datesByMonth(texts).map(({ days, month, year }) => `${joined(days)} ${monthName(month)}${yearText(year)}`));

/** “1–15 October”, “1 April – 6 September”, “from 1 November to the end of February”. */
export function intervalWords(from: string, to: string): string {
  const [first, last] = [writtenDate(from), writtenDate(to)];
  if (last.day === "last") return betweenWords(from, to);
  if (first.month === last.month && first.year === last.year && Number(first.day) < Number(last.day))
    return `${first.day}–${dateWords(to)}`;
  return `${dateWords(from)} – ${dateWords(to)}`;
}

/** Bounds after other words: “from 1 April to 5 September”. */
export const betweenWords = (from: string, to: string): string => `from ${dateWords(from)} to ${lastDayWords(to)}`;

/** “April”, “February–March”. */
export function monthWords(entry: string | number): string {
  const [first = 0, last] = String(entry).split("-").map(Number);
  return last === undefined ? monthName(first) : `${monthName(first)}–${monthName(last)}`;
}
