import { csvText } from "../../data/csv.ts";
import type { OfficialDocument } from "../official-document.ts";
import { flatRows } from "./flat-rows.ts";

/** The table as CSV for spreadsheets: headings, a line for each section, a line for each row. */
export function writeCsv(document: OfficialDocument): string {
  return csvText([document.columns, ...flatRows(document).map(({ cells }) => cells)], document.language);
}
