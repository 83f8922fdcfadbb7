import { excerptOf, type AddNote } from "../report.ts";
import { cellText, type LogicalRow } from "./logical-row.ts";
import type { PrintedNumber } from "./numbers.ts";
import { bySection, type Pending } from "./sections.ts";

/** A row of the plan with its permanent id. */
export interface NumberedRow {
  readonly id: string;
  /** The number as printed; null where the row has none. */
  readonly number: string | null;
  readonly row: LogicalRow;
}

export type RecognisedSection = Pending["heading"] & { readonly rows: readonly NumberedRow[] };

/** The number that an item's id consists of: the printed one, preceded by the section's where it does not begin with it. */
type PathOf = (parts: readonly number[]) => readonly number[];

/** Numbers of one figure beside deeper ones (1, 1.1) all stand below the section's. */
function pathsOf(rows: Pending["rows"], section: number): PathOf {
  const all = rows.some(({ printed }) => printed.kind === "numbers" && printed.parts.length === 1);
  return (parts) => (!all && parts[0] === section ? parts : [section, ...parts]);
}

/** The level that the next row opens and nobody has printed: 2.1 before 2.1.1. */
function openedLevel(
  next: PrintedNumber | undefined,
  pathOf: PathOf,
  isTaken: (id: string) => boolean,
): string | undefined {
  if (next?.kind !== "numbers") return undefined;
  const path = pathOf(next.parts);
  const above = path.slice(0, -1).join(".");
  return path.at(-1) === 1 && path.length > 2 && !isTaken(above) ? above : undefined;
}

/** Gives ids that are still free, in the order of the rows. */
class SectionIds {
  readonly #section: number;
  readonly #taken: Set<string>;
  readonly #below = new Map<string, number>();
  #last: string | undefined;
  #place = 0;

  constructor(section: number, taken: Set<string>) {
    this.#section = section;
    this.#taken = taken;
  }

  /** An id by the printed number; undefined where another row has it. */
  printed(id: string): string | undefined {
    if (this.#taken.has(id)) return undefined;
    this.#taken.add(id);
    this.#last = id;
    return id;
  }

  /** `N-1`, `N-2` below the last row with a number; by its place in the section where there is none. */
  byPlace(isPrinted: (id: string) => boolean): string {
    if (this.#last === undefined) {
      let id: string;
      do id = `${this.#section}.${(this.#place += 1)}`;
      while (this.#taken.has(id) || isPrinted(id));
      this.#taken.add(id);
      return id;
    }
    let id: string;
    do {
      const count = (this.#below.get(this.#last) ?? 0) + 1;
      this.#below.set(this.#last, count);
      id = `${this.#last}-${count}`;
    } while (this.#taken.has(id) || isPrinted(id));
    this.#taken.add(id);
    return id;
  }
}

function numberSection({ heading, rows }: Pending, taken: Set<string>, addNote: AddNote): RecognisedSection {
  const pathOf = pathsOf(rows, heading.value);
  const ids = new SectionIds(heading.value, taken);
  const printedIds = new Set(
    rows.flatMap(({ printed }) => (printed.kind === "numbers" ? [pathOf(printed.parts).join(".")] : [])),
  );
  const isTaken = (id: string): boolean => taken.has(id) || printedIds.has(id);
  const unnumbered = rows.every(({ row }) => cellText(row, "number") === "");
  const numbered = rows.map(({ row, printed }, index): NumberedRow => {
    const text = cellText(row, "number");
    const words = excerptOf(cellText(row, "activity"));
    if (printed.kind === "numbers") {
      const path = pathOf(printed.parts);
      const id = path.length > 6 ? undefined : ids.printed(path.join("."));
      if (id !== undefined) {
        if (path.length !== printed.parts.length && printed.parts.length > 1)
          addNote({
            certainty: "guessed",
            code: "number-in-section",
            values: { number: text, section: heading.number },
            item: id,
          });
        return { id, number: text, row };
      }
      const free = ids.byPlace((each) => printedIds.has(each));
      addNote({ certainty: "guessed", code: "number-twice", values: { number: text }, item: free });
      return { id: free, number: text, row };
    }
    const level = openedLevel(rows[index + 1]?.printed, pathOf, isTaken);
    const id = (level === undefined ? undefined : ids.printed(level)) ?? ids.byPlace((each) => printedIds.has(each));
    if (printed.kind === "unread")
      addNote({ certainty: "guessed", code: "number-unread", values: { number: text }, item: id });
    else if (!unnumbered)
      addNote({
        certainty: level === undefined ? "certain" : "guessed",
        code: "numbered-by-place",
        values: { text: words },
        item: id,
      });
    return { id, number: text === "" || printed.kind === "none" ? null : text, row };
  });
  if (unnumbered)
    addNote({ certainty: "certain", code: "rows-unnumbered", values: { count: rows.length, section: heading.number } });
  return { ...heading, rows: numbered };
}

/**
 * The rows by section with their ids: the printed number without its last dot; a row without one is `N-1`, `N-2` below the
 * number N above it, or the level that the next row opens (2.1 before 2.1.1), or what its place in the section says.
 */
export function numberRows(rows: readonly LogicalRow[], title: string, addNote: AddNote): RecognisedSection[] {
  const taken = new Set<string>();
  return bySection(rows, title, addNote).map((section) => numberSection(section, taken, addNote));
}
