/** The names of what is measured, so that targets and tables find it, and the rows of one run. */
import type { Cost } from "./measure.ts";

export const works = {
  compile: "compile: read, check, resolve, trace, JSON",
  feeds: "all feeds, what the compile takes left out",
  build: "srok build: pages, feeds, data, search",
  buildBefore: "  the same by the other checkout",
  dev: "srok dev: from a save to its page",
  devBefore: "  the same by the other checkout",
  remind: "remind -s12",
  tj3: "tj3 with one icalreport",
  naive: "naive yaml + luxon + ics",
} as const;

export type Work = keyof typeof works;

/** One measured piece of work. Where it was stopped, no figure is a number. */
export interface Row {
  readonly items: number;
  readonly work: Work | "part";
  readonly title: string;
  /** Seconds; not a number where only wall time was measured. */
  readonly cpu: number;
  readonly wall?: number;
  /** Megabytes. */
  readonly memory?: number;
  readonly note?: string;
}

export type Rows = readonly Row[];

/** The row of a piece of work at a size. */
export const rowOf = (rows: Rows, items: number, work: Work): Row | undefined =>
  rows.find((row) => row.items === items && row.work === work);

/** CPU seconds of a piece of work; NaN where it was not measured. */
export const cpuOf = (rows: Rows, items: number, work: Work): number => rowOf(rows, items, work)?.cpu ?? Number.NaN;

/** Seconds of wall time of a piece of work; NaN where it was not measured. */
export const wallOf = (rows: Rows, items: number, work: Work): number => rowOf(rows, items, work)?.wall ?? Number.NaN;

/** A row of a cost. */
export const costRow = (
  items: number,
  work: Work,
  { cpu, wall, memory }: Pick<Cost, "cpu"> & Partial<Cost>,
  note?: string,
): Row => ({
  items,
  work,
  title: works[work],
  cpu,
  ...(wall === undefined ? {} : { wall }),
  ...(memory === undefined ? {} : { memory }),
  ...(note === undefined ? {} : { note }),
});
