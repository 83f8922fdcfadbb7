import { russian } from "../../../locale/ru.ts";
import { datesByMonth, writtenDate } from "../../sense/written-date.ts";

/** A month in the genitive, as in a date: «марта». */
export const monthGenitive = (month: number): string => russian.monthsInDate[month - 1] ?? "";
const yearText = (year: string | undefined): string => (year === undefined ? "" : ` ${year} года`);

/** «6 сентября», «1 марта 2031 года». */
export function dateWords(text: string): string {
  const { year, month, day } = writtenDate(text);
  return `${day} ${monthGenitive(month)}${yearText(year)}`;
}

/** The last day of something: «до 1 марта», «до конца февраля». */
export function untilWords(text: string): string {
  const { year, month, day } = writtenDate(text);
  return day === "last" ? `до конца ${monthGenitive(month)}${yearText(year)}` : `до ${dateWords(text)}`;
}

/** «12, 23 августа», «29 апреля, 3 июня»: days of one month share its name. */
export const dayListWords = (texts: readonly string[]): string =>
  datesByMonth(texts)
    .map(({ days, month, year }) => `${days.join(", ")} ${monthGenitive(month)}${yearText(year)}`)
    .join(", ");

/** «1 – 15 октября», «1 апреля – 6 сентября», «с 1 ноября до конца февраля». */
export function intervalWords(from: string, to: string): string {
  const [first, last] = [writtenDate(from), writtenDate(to)];
  if (last.day === "last") return `с ${dateWords(from)} ${untilWords(to)}`;
  if (first.month === last.month && first.year === last.year && Number(first.day) < Number(last.day))
    return `${first.day} – ${dateWords(to)}`;
  return `${dateWords(from)} – ${dateWords(to)}`;
}

/** Bounds after other words: «с 1 апреля по 5 сентября». */
export function betweenWords(from: string, to: string): string {
  return writtenDate(to).day === "last" ? intervalWords(from, to) : `с ${dateWords(from)} по ${dateWords(to)}`;
}

/** «апрель», «февраль – март». */
export function monthWords(entry: string | number): string {
  const [first = 0, last] = String(entry).split("-").map(Number);
  const name = (month: number): string => russian.months[month - 1] ?? "";
  return last === undefined ? name(first) : `${name(first)} – ${name(last)}`;
}

/** Months in the genitive, after a part of them: «марта», «февраля – марта». */
export function monthWordsGenitive(entry: string | number): string {
  const [first = 0, last] = String(entry).split("-").map(Number);
  return last === undefined ? monthGenitive(first) : `${monthGenitive(first)} – ${monthGenitive(last)}`;
}
