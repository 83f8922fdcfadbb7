import type { Day } from "../../calendar/day.ts";

/** A year as a source has it: what is special in it, beside its weekends. */
export interface SourceDays {
  readonly kind: "xmlcalendar" | "production-csv" | "ics" | "list";
  /** Days off that are named, or that are no weekend; the name is empty where the source has none. */
  readonly off: ReadonlyMap<Day, string>;
  /** Days off that were moved: each from a weekend or a holiday. */
  readonly moved: readonly { readonly from: Day; readonly to: Day }[];
  /** Weekend days that are worked. */
  readonly working: ReadonlySet<Day>;
  /** Days that are an hour shorter. */
  readonly short: ReadonlySet<Day>;
  /** Working days of the whole year, where the source says them. */
  readonly total?: number | undefined;
}

/** Why a file is no calendar of a year. */
export type SourceFault = "unknown" | "broken" | "other-year" | "no-year" | "no-days" | "bad-day" | "repeats" | "total";

/** A file is not what it says, or says nothing of the year; `line` counts from 1, 0 for the whole file. */
export class SourceError extends Error {
  readonly fault: SourceFault;
  readonly line: number;
  readonly value: string;
  constructor(fault: SourceFault, line: number, value = "") {
    super(`${fault} ${value}`);
    this.fault = fault;
    this.line = line;
    this.value = value;
  }
}
