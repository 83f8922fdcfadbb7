import { cellNames, withMarks, type DocumentRow, type OfficialDocument } from "../official-document.ts";

/** A row of the table for formats without merged cells: each has the text that serves it. */
export interface FlatRow {
  /** A section's heading stands alone in the first cell. */
  readonly kind: "section" | "item";
  readonly heading: boolean;
  readonly cells: readonly string[];
}

/** The table row by row, merged cells filled in below the first. */
export function flatRows({ sections, columns }: OfficialDocument): FlatRow[] {
  const filled = (rows: readonly DocumentRow[]): FlatRow[] => {
    const last = new Map<string, string>();
    return rows.map((row) => {
      const { number, activity, heading, cells } = row;
      const texts = cellNames.map((name) => {
        if (cells[name].rows > 0) last.set(name, cells[name].text);
        return last.get(name) ?? "";
      });
      return { kind: "item", heading, cells: [number, withMarks(activity, row), ...texts] };
    });
  };
  return sections.flatMap(({ heading, rows }): FlatRow[] => [
    { kind: "section", heading: false, cells: [heading, ...columns.slice(1).map(() => "")] },
    ...filled(rows),
  ]);
}
