/** Dates of the DSL as a phrase writes them. */
import { sharesYear, type WrittenDate } from "./list-years.ts";

/** A day of the DSL in its parts: `03-01`, `02-last`, `2031-03-01`. */
export function writtenDate(text: string): WrittenDate {
  const parts = text.split("-");
  const year = parts.length === 3 ? parts[0] : undefined;
  const [month = "", day = ""] = parts.slice(-2);
  return { year, month: Number(month), day: day === "last" ? day : String(Number(day)) };
}

/** A list of days as it is written: those of one month share its name, and a year that all share stands at the end. */
export function datesByMonth(
  texts: readonly string[],
): { readonly days: readonly string[]; readonly month: number; readonly year: string | undefined }[] {
  const groups: WrittenDate[][] = [];
  for (const text of texts) {
    const entry = writtenDate(text);
    const last = groups.at(-1)?.[0];
    if (last !== undefined && last.month === entry.month && last.year === entry.year) groups.at(-1)!.push(entry);
    else groups.push([entry]);
  }
  const shared = sharesYear(groups.flat());
  return groups.map((group, index) => {
    const { month, year } = group[0]!;
    return { days: group.map(({ day }) => day), month, year: shared && index < groups.length - 1 ? undefined : year };
  });
}
