import type { Day } from "../calendar/day.ts";
import type { Unit } from "../calendar/units.ts";
import type { DayReason } from "../calendar/working-calendar.ts";
import type { CountUnit, TraceStep } from "../resolve/resolved.ts";

/** The step of a kind. */
export type Step<K extends TraceStep["step"]> = Extract<TraceStep, { readonly step: K }>;

/** How many items have no date, by the reason why. */
export interface UndatedCounts {
  readonly onEvent: number;
  readonly continuous: number;
  readonly external: number;
  readonly none: number;
}

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
  /** Where a deadline stands to an event when no days are counted. */
  readonly gap: { readonly sameDay: string; readonly earlier: string; readonly until: string };
  readonly steps: { readonly [K in TraceStep["step"]]: (step: Step<K>) => string };
  /** What entries of a feed say. */
  readonly entry: {
    readonly due: string;
    /** Before the words of an entry that was withdrawn. */
    readonly cancelled: string;
    /** Why an entry is gone from some feeds while it holds for others. */
    readonly leftFeed: string;
    readonly withdrawn: (reason: string) => string;
    readonly starts: string;
    readonly control: string;
    /** Before the title of a control that only begins on that day. */
    readonly controlStarts: string;
    readonly number: (id: string) => string;
    readonly conditional: (condition: string) => string;
    /** Where the last day is a day off; the year is told when it is not `homeYear`. */
    readonly planBy: (day: Day, homeYear: number) => string;
    readonly latestStart: string;
    readonly condition: string;
    readonly wording: string;
    readonly form: string;
    readonly responsible: string;
    readonly controlled: string;
    readonly reading: (parties: string) => string;
    readonly how: string;
    readonly workingBefore: (day: Day) => string;
    readonly snapshot: string;
    readonly beforeApproval: (approved: Day) => string;
    /** Where the day of an event comes from that the reader has named. */
    readonly ownDate: string;
    /** The same where a page shows how a rule works. */
    readonly exampleDate: string;
    /** The day of an event that a phrase names in the genitive; empty: it names none. */
    readonly dayOf: (event: string) => string;
    /** A count from a day, as a title. */
    readonly countFrom: (unit: CountUnit, count: number, direction: "after" | "before", day: Day) => string;
  };
  /** What a feed says of itself. */
  readonly feed: {
    readonly name: (party: string, plan: string) => string;
    /** The name of a body that only coordinates. */
    readonly coordinates: (party: string) => string;
    readonly withAlarms: (name: string) => string;
    readonly all: string;
    readonly lead: (party: string, plan: string) => string;
    readonly leadAll: (plan: string) => string;
    /** Why a party's feed holds what is not assigned to it by name. */
    readonly ofGroups: (groups: string) => string;
    readonly ofOfficers: (officers: string) => string;
    readonly ofController: string;
    readonly ofOverseen: (parties: string | undefined, clause: string | undefined, scope: readonly string[]) => string;
    /** Of a feed of somebody who is in the plan no more. */
    readonly ended: (party: string, plan: string) => string;
    readonly ofParties: (parties: string) => string;
    readonly ofMembers: (members: string) => string;
    readonly undated: (counts: UndatedCounts, year: number) => string;
    readonly page: (address: string) => string;
  };
  readonly state: Readonly<Record<"dated" | "on-event" | "continuous" | "external", string>>;
}
