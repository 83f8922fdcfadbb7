import type { RawRow } from "../read/blocks.ts";
import { isBlank, isNumbering, isTemporal, namesAgent } from "./cell-kinds.ts";
import type { ChosenColumns, Column, ColumnRole, Columns } from "./columns.ts";
import { headingFit, isActual, isPlanned } from "./heading-words.ts";

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
export function assignRoles(
  all: readonly Column[],
  body: readonly RawRow[],
  rows: 0 | 1 | 2,
  chosen: ChosenColumns,
): Columns {
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
