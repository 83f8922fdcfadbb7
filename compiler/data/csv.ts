import { isoDate } from "../calendar/day.ts";
import type { LanguageCode } from "../locale/languages.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { memoizeByObject } from "../source/memoize.ts";
import type { LongFile } from "../source/output.ts";
import { itemCell, tableWords } from "./table-messages.ts";
import { datesHeadings, datesRows, planRows, type Table, type TableCell } from "./tables.ts";

/** A cell that a spreadsheet would take for a formula is made text (OWASP, CSV injection: the wide signs too, which Excel takes for the others); quotes by RFC 4180 §2. */
function cellText(cell: TableCell, separator: string, language: LanguageCode): string {
  const raw =
    typeof cell === "string"
      ? cell
      : cell === null || cell === undefined
        ? ""
        : "day" in cell
          ? isoDate(cell.day)
          : itemCell(cell.item, language);
  const text = /^[=+\-@\t\r＝＋－＠]/.test(raw) ? `'${raw}` : raw;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const lineOf = (row: readonly TableCell[], separator: string, language: LanguageCode): string =>
  `${row.map((cell) => cellText(cell, separator, language)).join(separator)}\r\n`;

const lineIn = {
  ru: (row: readonly TableCell[]) => lineOf(row, ";", "ru"),
  en: (row: readonly TableCell[]) => lineOf(row, ",", "en"),
} as const satisfies Record<LanguageCode, unknown>;

/** The lines of rows that stand in the tables of many parties. */
const lineOnce = { ru: memoizeByObject(lineIn.ru), en: memoizeByObject(lineIn.en) } as const satisfies Record<
  LanguageCode,
  unknown
>;

const byteOrderMark = "\ufeff";

/**
 * A table for spreadsheets: UTF-8 with a byte order mark (Excel takes the file for windows-1251 without it), CRLF
 * (RFC 4180), separated as the spreadsheets of the language expect.
 */
export const csvText = (rows: readonly (readonly TableCell[])[], language: LanguageCode): string =>
  byteOrderMark + rows.map(lineIn[language]).join("");

function* linesOf(
  headings: readonly string[],
  rows: Iterable<readonly TableCell[]>,
  language: LanguageCode,
  line: typeof lineIn,
): Generator<string> {
  yield byteOrderMark + lineIn[language](headings);
  for (const row of rows) yield line[language](row);
}

/**
 * A table with its headings as CSV, made while it is written; days are ISO 8601, which spreadsheets of every language read as
 * dates. Rows are remembered, since they come again in other tables.
 */
export const tableCsv = ({ headings, rows }: Table, language: LanguageCode): Generator<string> =>
  linesOf(headings, rows, language, lineOnce);

/** The plan's rows and its due windows as two CSV files. */
export function csvFiles(plan: ResolvedPlan): LongFile[] {
  const { language } = plan.series.data;
  const headings = tableWords(plan);
  return [
    { path: `data/${plan.id}/plan.csv`, pieces: () => linesOf(headings.plan, planRows(plan), language, lineIn) },
    {
      path: `data/${plan.id}/events.csv`,
      pieces: () => linesOf(datesHeadings(plan), datesRows(plan), language, lineIn),
    },
  ];
}
