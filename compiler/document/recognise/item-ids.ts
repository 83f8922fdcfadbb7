import { excerptOf, type Tell } from "../report.ts";
import { Trouble } from "../read/trouble.ts";
import { cellText, type LogicalRow } from "./logical-row.ts";
import { readNumber, readSection, type PrintedNumber, type SectionHeading } from "./numbers.ts";

/** A row of the plan with its permanent id. */
export interface NumberedRow {
  readonly id: string;
  /** The number as printed; null where the row has none. */
  readonly number: string | null;
  readonly row: LogicalRow;
}

export interface ReadSection extends SectionHeading {
  readonly rows: readonly NumberedRow[];
}

interface Pending {
  readonly heading: SectionHeading;
  readonly rows: { readonly row: LogicalRow; readonly printed: PrintedNumber }[];
}

/** The rows by section; rows before the first heading have one of their own, and a row across without a number is told and left. */
function bySection(rows: readonly LogicalRow[], title: string, tell: Tell): Pending[] {
  const sections: Pending[] = [];
  const values = new Set<number>();
  for (const row of rows) {
    const heading = row.across === undefined ? undefined : readSection(row.across);
    if (heading !== undefined && !values.has(heading.value)) {
      values.add(heading.value);
      sections.push({ heading, rows: [] });
      continue;
    }
    if (row.across !== undefined && heading === undefined && cellText(row, "activity") === "") {
      tell({ certainty: "left", code: "row-across", values: { text: excerptOf(row.across) } });
      continue;
    }
    const printed = readNumber(cellText(row, "number"));
    if (printed === undefined) throw new Trouble("document-number", { value: excerptOf(cellText(row, "number")) }, row.at);
    if (sections.length === 0) {
      sections.push({ heading: { number: "1", value: 1, title }, rows: [] });
      tell({ certainty: "guessed", code: "section-invented", values: {} });
    }
    sections.at(-1)!.rows.push({ row, printed });
  }
  return sections.filter((section) => section.rows.length > 0);
}

/** The number that an item's id consists of: the printed one, with the section's before it where it does not begin so. */
function pathOf(parts: readonly number[], section: number): readonly number[] {
  return parts.length > 1 && parts[0] === section ? parts : [section, ...parts];
}

/** What a section's rows without a number are named after: the last row with one, or the level that the next one opens. */
function unnumberedId(next: PrintedNumber | undefined, section: number, isTaken: (id: string) => boolean, last: string | undefined): string | undefined {
  if (next?.kind !== "numbers") return last;
  // 2.1.1 follows and nobody has printed 2.1: this row is it.
  const path = pathOf(next.parts, section);
  const above = path.slice(0, -1).join(".");
  return path.at(-1) === 1 && path.length > 2 && !isTaken(above) ? above : last;
}

/**
 * The rows by section with their ids: the printed number without its last dot; a row without one is `N-1`, `N-2` below the
 * number N above it, or the level that the next row opens (2.1 before 2.1.1).
 * @throws Trouble for a number that cannot be read or stands twice, and for a row that nothing can name
 */
export function numberRows(rows: readonly LogicalRow[], title: string, tell: Tell): ReadSection[] {
  const taken = new Set<string>();
  return bySection(rows, title, tell).map(({ heading, rows: own }) => {
    let last: string | undefined;
    const below = new Map<string, number>();
    const printedPaths = new Set(own.flatMap(({ printed }) => (printed.kind === "numbers" ? [pathOf(printed.parts, heading.value).join(".")] : [])));
    const numbered = own.map(({ row, printed }, index): NumberedRow => {
      const text = cellText(row, "number");
      if (printed.kind === "numbers") {
        const path = pathOf(printed.parts, heading.value);
        const id = path.join(".");
        if (taken.has(id)) throw new Trouble("document-number-twice", { value: text }, row.at);
        if (path.length !== printed.parts.length && printed.parts.length > 1) tell({ certainty: "guessed", code: "number-in-section", values: { number: text, section: heading.number }, item: id });
        taken.add(id);
        last = id;
        return { id, number: text, row };
      }
      const opened = unnumberedId(own[index + 1]?.printed, heading.value, (each) => taken.has(each) || printedPaths.has(each), last);
      if (opened === undefined) throw new Trouble("document-no-number", { value: excerptOf(cellText(row, "activity")) }, row.at);
      const count = (below.get(opened) ?? 0) + 1;
      const isLevel = opened !== last;
      const id = isLevel ? opened : `${opened}-${count}`;
      if (isLevel) last = id;
      else below.set(opened, count);
      taken.add(id);
      tell({ certainty: isLevel ? "guessed" : "certain", code: "numbered-by-place", values: { text: excerptOf(cellText(row, "activity")) }, item: id });
      return { id, number: text === "" || printed.kind === "none" ? null : text, row };
    });
    return { ...heading, rows: numbered };
  });
}
