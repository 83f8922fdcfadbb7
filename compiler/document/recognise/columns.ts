import type { CellName } from "../official-document.ts";
import type { RawRow, RawTable } from "../read/blocks.ts";
import { isBlank, isNumbering, isTemporal, namesAgent } from "./cell-kinds.ts";
import { headingFit, isActual, isPlanned } from "./heading-words.ts";

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

const shown = (text: string): string => text.trim();

/** Headings of one row, or of two where the upper ones span those below («Контроль»: «форма», «срок»). */
function headingsOf(rows: readonly RawRow[], count: 1 | 2): Column[] {
  const top = rows[0]!.cells.map(({ column, span, text }) => ({
    from: column,
    to: column + span,
    heading: shown(text),
    words: shown(text),
  }));
  if (count === 1) return top;
  const bottom = rows[1]!.cells.map(({ column, span, text }) => ({
    from: column,
    to: column + span,
    heading: shown(text),
    words: shown(text),
  }));
  const split = bottom.map((below): Column => {
    // Where nothing tells of merged cells, an empty heading belongs to the last one before it.
    const above =
      top.find(
        ({ from, to, heading }) => below.from >= from && below.from < to && (heading !== "" || below.heading === ""),
      ) ?? top.findLast(({ from, heading }) => from <= below.from && heading !== "");
    const parts = [above?.heading ?? "", below.heading].filter((text) => text !== "");
    return { ...below, heading: parts.join(" / "), words: parts.join(" ") };
  });
  return split.length >= top.length ? split : top;
}

/** Whether the row after the headings goes on with them: it stands below merged cells, or fills what they left empty. */
function isSecondHeading(first: RawRow, second: RawRow | undefined, knowsMerges: boolean): boolean {
  if (second === undefined || second.cells.some(({ text }) => text.length > 80)) return false;
  const filled = second.cells.filter(({ text }) => text !== "");
  if (filled.length === 0 || filled.some(({ text }) => isNumbering(text) && !/^\p{L}/u.test(text))) return false;
  if (knowsMerges) {
    const spanned = first.cells.filter(({ span, text, below }) => span > 1 && text !== "" && !below);
    return (
      first.cells.length > 1 &&
      spanned.length > 0 &&
      filled.every(
        ({ column }) =>
          first.cells.some((cell) => column >= cell.column && column < cell.column + cell.span && cell.span > 1) ||
          first.cells.every((cell) => cell.column !== column || cell.text === ""),
      )
    );
  }
  return (
    filled.every(({ column }) => {
      const above = first.cells.find((cell) => cell.column === column)?.text ?? "";
      const right = first.cells.find((cell) => cell.column === column + 1)?.text ?? "";
      return (
        above === "" || (right === "" && second.cells.some((cell) => cell.column === column + 1 && cell.text !== ""))
      );
    }) && first.cells.some(({ text }) => text === "")
  );
}

/** How many rows of a table are looked at. */
const sampleRows = 120;

interface Evidence {
  readonly column: Column;
  readonly texts: readonly string[];
  /** Shares of the cells that have words. */
  readonly temporal: number;
  readonly numbering: number;
  readonly agents: number;
  readonly length: number;
}

function evidenceOf(column: Column, body: readonly RawRow[]): Evidence {
  const texts = body.flatMap(({ cells }) =>
    cells
      .filter((cell) => cell.column === column.from && cell.span <= column.to - column.from && !isBlank(cell.text))
      .map(({ text }) => text),
  );
  const share = (fits: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
  return {
    column,
    texts,
    temporal: share(isTemporal),
    numbering: share(isNumbering),
    agents: share(namesAgent),
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  };
}

/** What a heading and the cells below it must have together to give a column its role. */
const enough = 2;

type Fitness = (evidence: Evidence) => number;
const fitness: Readonly<Record<"number" | "deadline" | "responsible" | "activity", Fitness>> = {
  number: ({ column, numbering, texts }) =>
    headingFit("number", column.heading) * 2 +
    (column.heading === "" || column.from === 0 ? (texts.length > 0 && numbering > 0.8 ? 2 : 0) : 0),
  deadline: ({ column, temporal, texts }) => {
    const fit = headingFit("deadline", column.heading);
    // «Осенние каникулы» below «Мероприятие» is what is done then.
    if (fit === 0 && headingFit("activity", column.heading) === 1) return 0;
    return fit * 2 + (texts.length === 0 ? 0 : temporal * 3) - (fit > 0 && texts.length > 2 && temporal < 0.2 ? 1 : 0);
  },
  responsible: ({ column, agents }) => headingFit("responsible", column.heading) * 2 + agents * 2,
  activity: ({ column, length, temporal, numbering }) =>
    headingFit("activity", column.heading) * 2 + Math.min(length, 80) / 160 - (temporal + numbering > 1 ? 2 : 0),
};

const best = (list: readonly Evidence[], fit: Fitness, least: number): Evidence | undefined => {
  const ranked = list.map((evidence) => ({ evidence, score: fit(evidence) })).filter(({ score }) => score >= least);
  return ranked.length === 0 ? undefined : ranked.reduce((a, b) => (b.score > a.score ? b : a)).evidence;
};

const begins = /начал|^с$|старт|\/ с$|start|from/i;
const ends = /оконч|заверш|конец|\/ по$|^по$|end|finish/i;
const clock = /врем|час|time/i;
/** «11:00», and the «11» and «9.3» that a sheet makes of «11.00» and «9.30». */
const isClock = (text: string): boolean => /\d{1,2}\s?[:.-]\s?\d{2}|^\d{1,2}(?:[.,]\d)?$/.test(text);

/** The roles that are given so far. A role is given once, and a column has one. */
class Assignment {
  readonly places = new Map<ColumnRole, Column>();
  /** Columns without a role. */
  free: readonly Evidence[];
  /** Of these, deadlines that were passed over for the one that was taken. */
  otherDeadlines: readonly Evidence[] = [];

  constructor(columns: readonly Evidence[]) {
    this.free = columns;
  }

  lacks(role: ColumnRole): boolean {
    return !this.places.has(role);
  }

  give(role: ColumnRole, evidence: Evidence | undefined): void {
    if (evidence === undefined) return;
    this.places.set(role, evidence.column);
    this.free = this.free.filter((other) => other !== evidence);
  }

  /** Columns without a role that are no deadlines. */
  get undated(): readonly Evidence[] {
    return this.free.filter((each) => !this.otherDeadlines.includes(each));
  }
}

function assignChosen(assignment: Assignment, chosen: ChosenColumns): void {
  for (const [role, heading] of chosen)
    assignment.give(
      role,
      assignment.free.find(({ column }) => column.heading.toLowerCase() === heading.toLowerCase()),
    );
}

/** The control is known by its headings alone. */
function assignControl(assignment: Assignment): void {
  for (const role of ["controlDeadline", "form"] as const)
    if (assignment.lacks(role))
      assignment.give(
        role,
        assignment.free.find(({ column }) => headingFit(role, column.heading) > 0),
      );
}

function assignNumber(assignment: Assignment): void {
  if (assignment.lacks("number")) assignment.give("number", best(assignment.free, fitness.number, enough));
}

/** A deadline in one column, with its time beside it, or in two: its start and its end. */
function assignDeadline(assignment: Assignment): void {
  if (!assignment.lacks("deadline")) return;
  // What was done, and how much, is no part of the plan.
  const planned = assignment.free.filter(({ column }) => !isActual(column.heading));
  const dates = planned.filter((evidence) => fitness.deadline(evidence) >= enough);
  const [start, end] = [begins, ends].map((pattern) => dates.find(({ column }) => pattern.test(column.heading)));
  if (start !== undefined && end !== undefined && start !== end) {
    assignment.give("start", start);
    assignment.give("end", end);
  } else {
    const times = dates.filter(
      ({ column, texts }) =>
        clock.test(column.heading) && texts.length > 0 && texts.filter(isClock).length >= texts.length * 0.8,
    );
    const days = dates.filter((each) => !times.includes(each));
    const main =
      days.find(({ column }) => isPlanned(column.heading)) ??
      best(days, fitness.deadline, enough) ??
      best(dates, fitness.deadline, enough);
    assignment.give("deadline", main);
    if (main !== undefined && !times.includes(main)) assignment.give("time", times[0]);
  }
  assignment.otherDeadlines = assignment.free.filter((each) => dates.includes(each));
}

function assignResponsible(assignment: Assignment): void {
  if (!assignment.lacks("responsible")) return;
  const planned = assignment.undated.filter(({ column }) => !isActual(column.heading));
  assignment.give("responsible", best(planned, fitness.responsible, enough * 0.8));
}

/** What is done is told by its heading, else by the longest words that are left. */
function assignActivity(assignment: Assignment): void {
  if (!assignment.lacks("activity")) return;
  const { undated } = assignment;
  assignment.give("activity", best(undated, fitness.activity, 1) ?? best(undated, ({ length }) => length, 8));
}

/** Gives the roles to columns, by what stands above them and in them: the surest first, each from the columns that are left. */
function assign(all: readonly Column[], body: readonly RawRow[], rows: 0 | 1 | 2, chosen: ChosenColumns): Columns {
  const assignment = new Assignment(all.map((column) => evidenceOf(column, body)));
  assignChosen(assignment, chosen);
  assignControl(assignment);
  assignNumber(assignment);
  assignDeadline(assignment);
  assignResponsible(assignment);
  assignActivity(assignment);
  const { places, otherDeadlines } = assignment;
  const taken = new Set(places.values());
  return {
    all,
    places,
    others: all.filter((column) => !taken.has(column) && column.heading !== ""),
    otherDeadlines: otherDeadlines.map(({ column }) => column),
    rows,
  };
}

/** How many rows may precede the headings of a table (a title, a line of numbers). */
const above = 6;

/** The columns of an official plan, in the order in which it prints them. */
export const officialColumns = ["number", "activity", "deadline", "responsible", "form", "controlDeadline"] as const;

/** How many of the headings are those of a plan, each role once. */
const known = (columns: readonly Column[]): number =>
  officialColumns.filter((role) => columns.some(({ heading }) => headingFit(role, heading) > 0)).length;

export const hasDeadline = ({ places }: Columns): boolean => places.has("deadline") || places.has("end");

/** Whether a table has what a plan cannot do without. */
export const isPlan = (columns: Columns): boolean => columns.places.has("activity") && hasDeadline(columns);

/** The headings of a plan's table, and the row they stand in; undefined where no row looks like them. */
export function findColumns(
  { rows, knowsMerges }: RawTable,
  chosen: ChosenColumns = new Map(),
): { readonly columns: Columns; readonly at: number } | undefined {
  for (let at = 0; at < Math.min(rows.length, above + 1); at++) {
    const row = rows[at]!;
    if (row.cells.filter(({ text }) => text !== "").length < 2 || row.cells.some(({ text }) => text.length > 200))
      continue;
    const one = headingsOf(rows.slice(at), 1);
    const count = isSecondHeading(row, rows[at + 1], knowsMerges) ? 2 : 1;
    const all = count === 2 ? headingsOf(rows.slice(at), 2) : one;
    if (known(all) < 2 || one.some(({ heading }) => isTemporal(heading) && /\d/.test(heading))) continue;
    const columns = assign(all, rows.slice(at + count, at + count + sampleRows), count, chosen);
    if (columns.places.size >= 2) return { columns, at };
  }
  return undefined;
}

/** The columns of a table without headings, by what stands in its cells alone. */
export function columnsByCells({ rows }: RawTable): Columns | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => Math.max(0, ...cells.map(({ column, span }) => column + span))));
  if (width < 2 || rows.length < 3) return undefined;
  const all = Array.from({ length: width }, (_, from): Column => ({ from, to: from + 1, heading: "", words: "" }));
  const columns = assign(all, rows.slice(0, sampleRows), 0, new Map());
  return isPlan(columns) ? columns : undefined;
}
