/** The names of what is measured, so that targets and tables find it, and the rows of one run. */
import type { Cost } from "./measure.ts";

export const works = {
  compile: "compile: read, check, resolve, trace, JSON",
  feeds: "all feeds, what the compile takes left out",
  feedsWarm: "  again, nothing changed",
  feedsChanged: "  again, one item changed",
  site: "site, its search index left out",
  sitePage: "  of it a page",
  search: "search index of the site",
  remind: "remind -s12",
  tj3: "tj3 with one icalreport",
  naive: "naive yaml + luxon + ics",
} as const;

export type Work = keyof typeof works;

/** One measured piece of work; `cpu` is not a number where it was stopped. */
export interface Row {
  readonly items: number;
  readonly work: Work | "part";
  readonly title: string;
  /** Seconds. */
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
