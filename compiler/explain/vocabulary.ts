import type { Day } from "../calendar/day.ts";
import type { Unit } from "../calendar/units.ts";
import type { DayReason } from "../calendar/working-calendar.ts";
import type { CountUnit, TraceStep } from "../resolve/model.ts";

/** The step of a kind. */
export type Step<K extends TraceStep["step"]> = Extract<TraceStep, { readonly step: K }>;

/**
 * What the compiler says about a plan, in one language: sentences for feeds, the command and the site. A table per
 * language; nothing else in the code holds a word that a reader sees (the site's own labels aside).
 */
export interface Words {
  readonly reason: (reason: DayReason) => string;
  /** A unit as a stretch of time: «апрель», «II квартал», «неделя 1–7 апреля 2024 года». */
  readonly unit: (unit: Unit, start: Day, end: Day) => string;
  /** The same as «в течение …»: «в течение апреля». */
  readonly during: (unit: Unit, start: Day, end: Day) => string;
  readonly days: (unit: CountUnit, count: number) => string;
  /** The time of a deadline: in the plan's zone, or in another with what it is by the plan's. */
  readonly clock: (clocks: string, other: { readonly zone: string; readonly own: string } | null) => string;
  /** Where a deadline stands to an event when no days are counted. */
  readonly gap: { readonly sameDay: string; readonly earlier: string; readonly until: string };
  readonly steps: { readonly [K in TraceStep["step"]]: (step: Step<K>) => string };
  /** What is said of a day that the reader of the calculator has named. */
  readonly asked: {
    /** Where the day of an event comes from that the reader has named. */
    readonly ownDate: string;
    /** The same where a page shows how a rule works. */
    readonly exampleDate: string;
    /** The day of an event that a phrase names in the genitive; empty: it names none. */
    readonly dayOf: (event: string) => string;
    /** A count from a day, as a title. */
    readonly countFrom: (unit: CountUnit, count: number, direction: "after" | "before", day: Day) => string;
  };
  readonly state: Readonly<Record<"dated" | "on-event" | "continuous" | "external", string>>;
}
