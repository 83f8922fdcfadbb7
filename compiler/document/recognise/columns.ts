import { cellNames, type CellName } from "../official-document.ts";

/** A column's part in the plan; a deadline may be spread over `start` and `end`, or have its `time` beside it. */
export type ColumnRole = "number" | "activity" | CellName | "start" | "end" | "time";

/** The columns that every plan has. */
export const requiredRoles = ["activity", "deadline"] as const satisfies readonly ColumnRole[];
/** Their terms in messages. */
export const roleTerms = { activity: "column-activity", deadline: "column-deadline" } as const;

export interface Column {
  /** The first column of the grid that it takes, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** As printed; of two rows «top / bottom». */
  readonly heading: string;
  /** The same as words of one line. */
  readonly words: string;
}

/** Where each role stands on the grid. */
export interface Columns {
  readonly all: readonly Column[];
  readonly places: ReadonlyMap<ColumnRole, Column>;
  /** Columns that have none of the roles. */
  readonly others: readonly Column[];
  /** Deadlines that were passed over for the one that was taken. */
  readonly otherDeadlines: readonly Column[];
  /** How many rows the headings take: none where the table has no headings. */
  readonly rows: 0 | 1 | 2;
}

/** How the columns are chosen by hand: a role and the heading that it has. */
export type ChosenColumns = ReadonlyMap<ColumnRole, string>;

/** The columns of an official plan, in the order in which it prints them. */
export const officialColumns = ["number", "activity", ...cellNames] as const;

export const hasDeadline = ({ places }: Columns): boolean => places.has("deadline") || places.has("end");

/** Whether a table has what a plan cannot do without. */
export const isPlan = (columns: Columns): boolean => columns.places.has("activity") && hasDeadline(columns);
