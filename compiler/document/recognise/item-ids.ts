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

/** A row «1. Организационные мероприятия» with nothing else, and 1.1 below it: the heading of a section, though not across the table. */
function numberedHeading(row: LogicalRow, next: LogicalRow | undefined): SectionHeading | undefined {
  const [printed, below] = [row, next].map((each) =>
    each === undefined ? undefined : readNumber(cellText(each, "number")),
  );
  const bare =
    cellText(row, "activity") !== "" &&
    (["deadline", "responsible", "form", "controlDeadline"] as const).every(
      (role) => cellText(row, role) === "" && row.cells[role]?.below !== true,
    );
  if (
    !bare ||
    printed?.kind !== "numbers" ||
    below?.kind !== "numbers" ||
    printed.parts.length !== 1 ||
    below.parts.length < 2 ||
    below.parts[0] !== printed.parts[0]
  )
    return undefined;
  return {
    number: cellText(row, "number").replace(/[.)\s]+$/, ""),
    value: printed.parts[0]!,
    title: cellText(row, "activity"),
  };
}

/** The section that a row belongs to by its number, where all numbers of a table without headings have one before them: 2.1 is in 2. */
function sectionsByNumber(rows: readonly LogicalRow[]): ((index: number) => number | undefined) | undefined {
  const printed = rows.map((row) => readNumber(cellText(row, "number")));
  const partsAt = (index: number): readonly number[] | undefined => {
    const number = printed[index];
    return number?.kind === "numbers" ? number.parts : undefined;
  };
  if (rows.some((row, index) => row.across !== undefined || partsAt(index)?.length === 1)) return undefined;
  // A row without a number that opens a level belongs where the next one does.
  return (index) =>
    partsAt(index)?.[0] ??
    (partsAt(index + 1)?.at(-1) === 1 && partsAt(index + 1)!.length > 2 ? partsAt(index + 1)![0] : undefined);
}

/** The rows by section; rows before the first heading have one of their own, and a row across without a number is told and left. */
function bySection(rows: readonly LogicalRow[], title: string, tell: Tell): Pending[] {
  const sections: Pending[] = [];
  const values = new Set<number>();
  const byNumber = sectionsByNumber(rows);
  for (const [index, row] of rows.entries()) {
    const heading = row.across === undefined ? numberedHeading(row, rows[index + 1]) : readSection(row.across);
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
    if (printed === undefined)
      throw new Trouble("document-number", { value: excerptOf(cellText(row, "number")) }, row.at);
    const value = byNumber?.(index);
    if (sections.length === 0 || (value !== undefined && !values.has(value))) {
      values.add(value ?? 1);
      sections.push({ heading: { number: String(value ?? 1), value: value ?? 1, title }, rows: [] });
    }
    sections.at(-1)!.rows.push({ row, printed });
  }
  const invented = sections.filter(({ heading }) => heading.title === title).length;
  if (invented > 1) tell({ certainty: "guessed", code: "sections-by-number", values: { count: invented } });
  else if (invented === 1) tell({ certainty: "guessed", code: "section-invented", values: {} });
  return sections.filter((section) => section.rows.length > 0);
}

/** The number that an item's id consists of: the printed one, with the section's before it where a section's numbers do not begin so. */
type PathOf = (parts: readonly number[]) => readonly number[];

/** Numbers of one figure beside deeper ones (1, 1.1) all stand below the section's. */
function pathsOf(rows: Pending["rows"], section: number): PathOf {
  const all = rows.some(({ printed }) => printed.kind === "numbers" && printed.parts.length === 1);
  return (parts) => (!all && parts[0] === section ? parts : [section, ...parts]);
}

/** What a section's rows without a number are named after: the last row with one, or the level that the next one opens. */
function unnumberedId(
  next: PrintedNumber | undefined,
  pathOf: PathOf,
  isTaken: (id: string) => boolean,
  last: string | undefined,
): string | undefined {
  if (next?.kind !== "numbers") return last;
  // 2.1.1 follows and nobody has printed 2.1: this row is it.
  const path = pathOf(next.parts);
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
    const pathOf = pathsOf(own, heading.value);
    const below = new Map<string, number>();
    const printedPaths = new Set(
      own.flatMap(({ printed }) => (printed.kind === "numbers" ? [pathOf(printed.parts).join(".")] : [])),
    );
    const numbered = own.map(({ row, printed }, index): NumberedRow => {
      const text = cellText(row, "number");
      if (printed.kind === "numbers") {
        const path = pathOf(printed.parts);
        const id = path.join(".");
        if (taken.has(id)) throw new Trouble("document-number-twice", { value: text }, row.at);
        if (path.length !== printed.parts.length && printed.parts.length > 1)
          tell({
            certainty: "guessed",
            code: "number-in-section",
            values: { number: text, section: heading.number },
            item: id,
          });
        taken.add(id);
        last = id;
        return { id, number: text, row };
      }
      const opened = unnumberedId(
        own[index + 1]?.printed,
        pathOf,
        (each) => taken.has(each) || printedPaths.has(each),
        last,
      );
      if (opened === undefined)
        throw new Trouble("document-no-number", { value: excerptOf(cellText(row, "activity")) }, row.at);
      const count = (below.get(opened) ?? 0) + 1;
      const isLevel = opened !== last;
      const id = isLevel ? opened : `${opened}-${count}`;
      if (isLevel) last = id;
      else below.set(opened, count);
      taken.add(id);
      tell({
        certainty: isLevel ? "guessed" : "certain",
        code: "numbered-by-place",
        values: { text: excerptOf(cellText(row, "activity")) },
        item: id,
      });
      return { id, number: text === "" || printed.kind === "none" ? null : text, row };
    });
    return { ...heading, rows: numbered };
  });
}
