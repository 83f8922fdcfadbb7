import { excerptOf, type AddNote } from "../report.ts";
import { cellText, type LogicalRow } from "./logical-row.ts";
import { readNumber, readSection, type PrintedNumber, type SectionHeading } from "./numbers.ts";

/** The rows between two headings of sections. */
export interface Pending {
  readonly heading: SectionHeading & {
    /** As printed; undefined for a section that the table does not have. */
    readonly printed: string | undefined;
  };
  readonly rows: { readonly row: LogicalRow; readonly printed: PrintedNumber }[];
}

const numberOf = (row: LogicalRow | undefined): PrintedNumber | undefined =>
  row === undefined ? undefined : readNumber(cellText(row, "number"));
const partsOf = (row: LogicalRow | undefined): readonly number[] | undefined => {
  const number = numberOf(row);
  return number?.kind === "numbers" ? number.parts : undefined;
};

const others = ["deadline", "responsible", "form", "controlDeadline"] as const;
const isBare = (row: LogicalRow): boolean =>
  cellText(row, "activity") !== "" &&
  others.every((role) => cellText(row, role) === "" && row.cells[role]?.below !== true);

/** A row «1. Организационные мероприятия» with nothing else, and 1.1 below it. */
function headsNumbers(row: LogicalRow, next: LogicalRow | undefined): boolean {
  const [own, below] = [partsOf(row), partsOf(next)];
  return isBare(row) && own?.length === 1 && below !== undefined && below.length >= 2 && below[0] === own[0];
}

/** Such a row heads a section, though it does not go across the table, where all rows on its level do. */
function numberedHeadings(rows: readonly LogicalRow[]): (index: number) => SectionHeading | undefined {
  const all = rows.every((row, index) => partsOf(row)?.length !== 1 || headsNumbers(row, rows[index + 1]));
  return (index) => {
    const row = rows[index]!;
    return all && headsNumbers(row, rows[index + 1])
      ? {
          number: cellText(row, "number").replace(/[.)\s]+$/, ""),
          value: partsOf(row)![0]!,
          title: cellText(row, "activity"),
        }
      : undefined;
  };
}

/**
 * The heading of a section that has no number: words across the table, or in the column of activities alone among rows that
 * have more. A level of the numbering that the next row opens (2.1.1) is none.
 */
function plainHeading(rows: readonly LogicalRow[]): (index: number) => string | undefined {
  const numbered = rows.filter((row) => cellText(row, "number") !== "").length * 2 > rows.length;
  return (index) => {
    const row = rows[index]!;
    if (row.across !== undefined) return row.across;
    if (!row.alone || cellText(row, "number") !== "") return undefined;
    const next = rows[index + 1];
    if (next === undefined || next.alone || next.across !== undefined) return undefined;
    const parts = partsOf(next);
    if (parts !== undefined && parts.length > 1 && (parts.length > 2 || parts[1] !== 1)) return undefined;
    return numbered || cellText(next, "deadline") !== "" ? cellText(row, "activity") : undefined;
  };
}

/** The section that a row belongs to by its number, where all numbers of a table without headings have one before them: 2.1 is in 2. */
function sectionsByNumber(rows: readonly LogicalRow[]): ((index: number) => number | undefined) | undefined {
  if (rows.some((row) => row.across !== undefined || partsOf(row)?.length === 1)) return undefined;
  // A row without a number that opens a level belongs where the next one does.
  return (index) => {
    const next = partsOf(rows[index + 1]);
    return partsOf(rows[index])?.[0] ?? (next?.at(-1) === 1 && next.length > 2 ? next[0] : undefined);
  };
}

/** The rows by section; rows before the first heading have one of their own. */
export function bySection(rows: readonly LogicalRow[], title: string, addNote: AddNote): Pending[] {
  const sections: Pending[] = [];
  const values = new Set<number>();
  const [byNumber, numbered, plain] = [sectionsByNumber(rows), numberedHeadings(rows), plainHeading(rows)];
  const headings = rows.filter(({ across }) => across !== undefined).map(({ across }) => readSection(across!));
  // Headings are numbered all, or their numbers are taken for words.
  const trusted = headings.every(
    (heading, index) => index === 0 || (heading?.value ?? 0) > (headings[index - 1]?.value ?? 0),
  );
  let largest = 0;
  const nextValue = (): number => largest + 1;
  const open = (heading: SectionHeading, printed: string | undefined): void => {
    values.add(heading.value);
    largest = Math.max(largest, heading.value);
    sections.push({ heading: { ...heading, printed }, rows: [] });
  };
  let mark: number | undefined;
  let skipped: string | undefined;
  for (const [index, row] of rows.entries()) {
    const own = numbered(index);
    if (own !== undefined && !values.has(own.value)) {
      open(own, `${cellText(row, "number")} ${own.title}`);
      continue;
    }
    const words = plain(index);
    if (words !== undefined) {
      const read = readSection(words);
      const free = read !== undefined && !values.has(read.value) && (trusted || read.value > largest);
      if (read !== undefined && free) open(read, words);
      else {
        const value = nextValue();
        open({ number: String(value), value, title: read === undefined ? words : words }, words);
        mark = value;
      }
      skipped = words;
      continue;
    }
    const value = byNumber?.(index);
    if (sections.length === 0 || (value !== undefined && !values.has(value)))
      open({ number: String(value ?? 1), value: value ?? 1, title }, undefined);
    sections.at(-1)!.rows.push({ row, printed: numberOf(row) ?? { kind: "unread" } });
  }
  if (mark !== undefined)
    addNote({ certainty: "guessed", code: "sections-unnumbered", values: { count: sections.length } });
  const invented = sections.filter(({ heading }) => heading.printed === undefined).length;
  if (invented > 1) addNote({ certainty: "guessed", code: "sections-by-number", values: { count: invented } });
  else if (invented === 1) addNote({ certainty: "guessed", code: "section-invented", values: {} });
  const empty = sections.filter((section) => section.rows.length === 0);
  for (const { heading } of empty)
    addNote({ certainty: "left", code: "row-across", values: { text: excerptOf(heading.printed ?? skipped ?? "") } });
  return sections.filter((section) => section.rows.length > 0);
}
