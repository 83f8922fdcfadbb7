import type { AddNote } from "../report.ts";
import { cellText } from "./logical-row.ts";
import type { NumberedRow, RecognisedSection } from "./item-ids.ts";
import type { ColumnRole } from "./columns.ts";

/** The cells of a row that may be merged with those of another. */
const shared = ["deadline", "responsible", "form", "controlDeadline"] as const satisfies readonly ColumnRole[];
type Shared = (typeof shared)[number];

/** The cells that are read as one line and printed as the document breaks them. */
const broken = ["activity", "deadline", "form", "controlDeadline"] as const satisfies readonly ColumnRole[];
export type PrintedLines = Readonly<Partial<Record<(typeof broken)[number], string>>>;

/** A row with its cells, and the row whose cells serve it. */
export interface PlanRow extends Omit<NumberedRow, "row"> {
  readonly activity: string;
  readonly heading: boolean;
  readonly cells: Readonly<Record<Shared, string>>;
  readonly sameCellsAs: string | undefined;
  /** Cells with the line breaks of the document, where they have any; those of parties keep theirs in `cells`. */
  readonly lines: PrintedLines;
  /** The two ends of its deadline, where they stand in two columns; an empty one is not there. */
  readonly ends?: { readonly start: string; readonly end: string } | undefined;
  /** The time of day, where it stands in a column of its own. */
  readonly time?: string | undefined;
}

const parentOf = (id: string): string => id.slice(0, Math.max(id.lastIndexOf("."), id.lastIndexOf("-"), 0));
/** The words of a cell; those that name parties keep their lines, which part one name from the next. */
const words = (row: NumberedRow["row"], role: Shared): string =>
  (role === "responsible" ? row.cells[role]?.lines?.join("\n") : undefined) ?? cellText(row, role);
const ownCells = ({ row }: NumberedRow): Record<Shared, string> =>
  Object.fromEntries(shared.map((role) => [role, words(row, role)])) as Record<Shared, string>;
/** The lines of the cells that are a row's own, or of those that serve it in their places. */
const linesOf = ({ row }: NumberedRow, served: (role: Shared) => PlanRow | undefined): PrintedLines =>
  Object.fromEntries(
    broken.flatMap((role) => {
      const lines = (role === "activity" ? undefined : served(role)?.lines[role]) ?? row.cells[role]?.lines?.join("\n");
      return lines === undefined ? [] : [[role, lines]];
    }),
  );
const isEmpty = (cells: Readonly<Record<Shared, string>>): boolean => shared.every((role) => cells[role] === "");

function endsOf({ row }: NumberedRow): Pick<PlanRow, "ends" | "time"> {
  const [start, end, time] = [row.cells.start, row.cells.end, row.cells.time];
  return { ends: start && end && { start: start.text, end: end.text }, time: time?.text || undefined };
}

/**
 * The rows with what serves them. In a document that knows merges they are as it says: a row that has nothing of its own is
 * merged whole, of others the words are copied. Elsewhere a row without any cell is taken for merged where nothing stands
 * below it and its neighbour above, on the same level, has cells: a heading would have rows.
 */
export function mergeCells(
  sections: readonly RecognisedSection[],
  knowsMerges: boolean,
  addNote: AddNote,
): { readonly section: RecognisedSection; readonly rows: PlanRow[] }[] {
  return sections.map((section) => {
    const result: PlanRow[] = [];
    const owners = new Map<Shared, PlanRow>();
    section.rows.forEach((entry, index) => {
      const { id, number, row } = entry;
      let cells = ownCells(entry);
      let sameCellsAs: string | undefined;
      const reached = shared.filter((role) => row.cells[role]?.below === true && cells[role] === "");
      const owner = reached.map((role) => owners.get(role)).find((each) => each !== undefined);
      if (knowsMerges && owner !== undefined) {
        // A row that is merged with another in all that the other has needs no words of its own.
        const whole = shared.every(
          (role) => reached.includes(role) || (cells[role] === "" && owner.cells[role] === ""),
        );
        if (whole && isEmpty(cells)) sameCellsAs = owner.id;
        else
          cells = Object.fromEntries(
            shared.map((role) => [role, reached.includes(role) ? (owners.get(role)?.cells[role] ?? "") : cells[role]]),
          ) as Record<Shared, string>;
        addNote({
          certainty: "certain",
          code: sameCellsAs === undefined ? "cells-copied" : "cells-merged",
          values: { owner: owner.id },
          item: id,
        });
      } else if (!knowsMerges && isEmpty(cells)) {
        const above = result.at(-1);
        const next = section.rows[index + 1];
        const leaf = next === undefined || !(next.id.startsWith(`${id}.`) || next.id.startsWith(`${id}-`));
        const hasCells =
          above !== undefined &&
          (above.sameCellsAs !== undefined || (above.cells.deadline !== "" && above.cells.responsible !== ""));
        if (leaf && hasCells && parentOf(above.id) === parentOf(id) && !(row.cells.activity?.italic ?? false)) {
          sameCellsAs = above.sameCellsAs ?? above.id;
          addNote({ certainty: "guessed", code: "cells-maybe-merged", values: { owner: sameCellsAs }, item: id });
        }
      }
      const read: PlanRow = {
        id,
        number,
        activity: cellText(row, "activity"),
        heading: row.cells.activity?.italic ?? false,
        cells,
        sameCellsAs,
        lines: linesOf(entry, (role) => (knowsMerges && reached.includes(role) ? owners.get(role) : undefined)),
        ...endsOf(entry),
      };
      for (const role of shared) if (!reached.includes(role)) owners.set(role, read);
      result.push(read);
    });
    return { section, rows: result };
  });
}
