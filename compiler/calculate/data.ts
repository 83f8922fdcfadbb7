/**
 * What a browser counts with, as plain JSON: how days are counted (a file a plan), and the rows that a rule
 * depends on (a file an item). The build cuts them (cut.ts), the browser opens them (open.ts).
 */
import type { RuleSet } from "../calendar/rule-set.ts";
import type { CalendarYear } from "../calendar/working-calendar.ts";
import type { EntryRevision } from "../feeds/entry-revision.ts";
import type { Event, Item, Occurrence, Party, Period, SeriesFile } from "../generated/types.ts";
import type { Plan, Reading, SectionHeading } from "../load/workspace.ts";
import type { CellKind } from "../resolve/model.ts";

/** A part of a plan that is complete by itself: some rows and everything that they depend on, as they were written. */
export interface PlanSlice {
  readonly sections: readonly SectionHeading[];
  readonly items: readonly { readonly section: string; readonly data: Item }[];
  readonly periods: readonly Period[];
  readonly events: readonly Event[];
  readonly occurrences: readonly Occurrence[];
  readonly readings: readonly Reading[];
}

/** A plan by its name, with its first and last day. */
export type NamedBounds = Pick<Plan, "id" | "bounds">;

/** How a plan counts, and what its calendar entries have in common. */
export interface CountingData {
  /** The year that it begins in. */
  readonly year: number;
  /** The years of the series: a uid names the first that holds its window. */
  readonly years: readonly number[];
  /** The plan and all of the series, where one of them is no calendar year. */
  readonly bounded?: { readonly own: NamedBounds; readonly all: readonly NamedBounds[] };
  readonly approved: string;
  readonly series: Pick<
    SeriesFile,
    "slug" | "title" | "name" | "language" | "time-zone" | "calendar" | "rules" | "uid-domain" | "publisher"
  > & { readonly controller?: string };
  readonly parties: readonly Party[];
  readonly calendar: readonly CalendarYear[];
  readonly rules: RuleSet;
  /** The periods that a phrase may name, with what they depend on. */
  readonly periods: PlanSlice;
  /** The address of the series, without a final slash. */
  readonly site: string;
  /** An entry without its values: lines with marks (`entryFrame`). */
  readonly frame: readonly string[];
}

/** The deadline or the control of an item that waits for events, and the events that it counts from. */
export interface WaitingCell {
  readonly item: string;
  readonly kind: CellKind;
  readonly events: readonly { readonly id: string; readonly title: string }[];
}

/** What the calculator of one item needs besides `CountingData`. */
export interface WaitingData {
  readonly cells: readonly WaitingCell[];
  readonly slice: PlanSlice;
  /** Whether all its rules count from something: `countingForms` suffice. */
  readonly counts: boolean;
  /** What subscribers were given of its entries, by uid: those of days on record. */
  readonly stamps: Readonly<Record<string, EntryRevision>>;
}
