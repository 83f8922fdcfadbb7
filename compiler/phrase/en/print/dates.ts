import { english } from "../../../locale/en.ts";
import { sharesYear, type WrittenDate } from "../../sense/list-years.ts";

function written(text: string): WrittenDate {
  const parts = text.split("-");
  const year = parts.length === 3 ? parts[0] : undefined;
  const [month = "", day = ""] = parts.slice(-2);
  return { year, month: Number(month), day: day === "last" ? day : String(Number(day)) };
}

export const monthName = (month: number): string => english.months[month - 1] ?? "";
const yearText = (year: string | undefined): string => (year === undefined ? "" : ` ${year}`);

/** “1, 2 and 3”. */
export const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;

/** “6 September”, “1 March 2031”. */
export function dateWords(text: string): string {
  const { year, month, day } = written(text);
  return `${day} ${monthName(month)}${yearText(year)}`;
}

/** A day or the end of a month: “1 March”, “the end of February”. */
export function lastDayWords(text: string): string {
  const { year, month, day } = written(text);
  return day === "last" ? `the end of ${monthName(month)}${yearText(year)}` : dateWords(text);
}

/** “12 and 23 August”, “29 April and 3 June”: days of one month share its name. */
export function dayListWords(texts: readonly string[]): string {
  const groups: WrittenDate[][] = [];
  for (const text of texts) {
    const entry = written(text);
    const last = groups.at(-1)?.[0];
    if (last !== undefined && last.month === entry.month && last.year === entry.year) groups.at(-1)!.push(entry);
    else groups.push([entry]);
  }
  const shared = sharesYear(groups.flat());
  return joined(
    groups.map((group, index) => {
      const { month, year } = group[0]!;
      return `${joined(group.map(({ day }) => day))} ${monthName(month)}${shared && index < groups.length - 1 ? "" : yearText(year)}`;
    }),
  );
}

/** “1–15 October”, “1 April – 6 September”, “from 1 November to the end of February”. */
export function intervalWords(from: string, to: string): string {
  const [first, last] = [written(from), written(to)];
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
