/** The open data of production calendars: a row a year, a cell a month with all its days off; * is a short day, + a day off that was moved. */
import { dayOf, existingDay, weekdayOf, type Day } from "../../calendar/day.ts";
import { SourceError, type SourceDays } from "./source-days.ts";

/** The cells of a line of CSV, with commas or semicolons between them. */
function cellsOf(line: string): string[] {
  const separator = /^[^",]*;/.test(line) ? ";" : ",";
  const cells: string[] = [];
  let [cell, quoted] = ["", false];
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/** Whether a text begins as such a table does. */
export const isProductionCsv = (text: string): boolean =>
  /^["\s]*(?:год\s*\/\s*месяц|year\s*\/\s*month)/i.test(text) || /^"?\d{4}"?[,;]"?1[,+*\s]*,?\s*\d/.test(text);

export function readProductionCsv(text: string, year: number): SourceDays {
  const rows = text.split(/\r?\n/).map((line, index) => ({ cells: cellsOf(line), line: index + 1 }));
  const own = rows.find(({ cells }) => cells[0] === String(year));
  if (own === undefined) throw new SourceError("no-year", 0, String(year));
  if (own.cells.length < 13) throw new SourceError("broken", own.line);
  const [off, short] = [new Map<Day, string>(), new Set<Day>()];
  own.cells.slice(1, 13).forEach((cell, month) => {
    for (const said of cell.split(",").map((each) => each.trim())) {
      const [, number = "", mark = ""] = /^(\d{1,2})([*+]?)$/.exec(said) ?? [];
      const day = existingDay(year, month + 1, Number(number));
      if (day === undefined) throw new SourceError("bad-day", own.line, said);
      if (mark === "*") short.add(day);
      else off.set(day, "");
    }
  });
  const all = Array.from({ length: dayOf(year + 1, 1, 1) - dayOf(year, 1, 1) }, (_, at) => dayOf(year, 1, 1) + at);
  const total = Number(own.cells[13] || Number.NaN);
  const worked = all.length - off.size;
  if (!Number.isNaN(total) && total !== worked) throw new SourceError("total", own.line, `${total} ≠ ${worked}`);
  const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;
  return {
    kind: "production-csv",
    off: new Map([...off].filter(([day]) => !isWeekend(day))),
    moved: [],
    working: new Set(all.filter((day) => isWeekend(day) && !off.has(day))),
    short,
    total: worked,
  };
}
