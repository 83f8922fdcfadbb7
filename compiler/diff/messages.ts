import type { Day } from "../calendar/day.ts";
import type { Forms } from "../locale/languages.ts";
import type { Cause, DateChangeKind, RowChange, Standing, WordingChange, PlanChange } from "./change.ts";

/** The texts of comparisons in one language. */
export interface DiffMessages {
  readonly title: string;
  readonly nothing: string;
  /** Counted parts of the summary, by kind of change. */
  readonly counts: Readonly<
    Record<DateChangeKind | RowChange["kind"] | "reworded" | "responsible" | "standing", Forms>
  >;
  readonly concerns: (parties: string) => string;
  readonly coordinators: (parties: string) => string;
  readonly changes: Forms;
  readonly nobody: string;
  readonly work: string;
  readonly control: string;
  readonly dates: Readonly<Record<DateChangeKind, string>>;
  readonly handedOver: Readonly<Record<"new" | "gone", string>>;
  readonly rows: Readonly<Record<RowChange["kind"], string>>;
  readonly reworded: Readonly<Record<WordingChange["field"], string>>;
  readonly responsible: string;
  readonly standing: (from: Standing, to: Standing, events: readonly string[]) => string;
  readonly planChange: (change: PlanChange) => string;
  /** A section that is gone as a whole, as its number is printed, with the number of its items. */
  readonly sectionGone: (number: string, items: number) => string;
  readonly until: (day: string) => string;
  readonly planBy: (day: string) => string;
  readonly rolled: (day: string) => string;
  readonly conditional: (condition: string) => string;
  readonly was: string;
  readonly now: string;
  readonly why: string;
  readonly item: string;
  readonly what: string;
  readonly edits: string;
  readonly more: (count: number) => string;
  readonly cause: (cause: Cause, day: (day: Day) => string) => string;
  readonly chain: (items: readonly string[]) => string;
  readonly filesOnly: (files: string) => string;
  readonly cutOff: string;
  readonly errors: (count: number) => string;
  /** Heads the findings on what a change touches. */
  readonly findings: string;
  readonly notes: (count: number) => string;
  readonly baseErrors: string;
  readonly none: string;
}
