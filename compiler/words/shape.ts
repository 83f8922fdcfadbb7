import type { Day } from "../calendar/day.ts";
import type { Unit } from "../calendar/units.ts";
import type { DayReason } from "../calendar/working-calendar.ts";
import type { CountUnit, TraceStep } from "../resolve/resolved.ts";

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
  readonly steps: { readonly [K in TraceStep["step"]]: (step: Step<K>) => string };
  /** Labels of entries in a feed. */
  readonly entry: {
    readonly due: string;
    readonly starts: string;
    readonly control: string;
    readonly conditional: (condition: string) => string;
    readonly activity: string;
    readonly wording: string;
    readonly form: string;
    readonly responsible: string;
    readonly controlled: string;
    readonly how: string;
    readonly window: (start: Day, end: Day) => string;
    readonly plan: (rolled: Day | undefined, planBy: Day | undefined) => string;
    readonly workingBefore: (day: Day) => string;
    readonly snapshot: string;
    readonly beforeApproval: string;
    readonly oversight: string;
  };
  readonly feed: {
    readonly name: (party: string, plan: string) => string;
    readonly all: string;
    readonly undated: (counts: { onEvent: number; continuous: number; external: number; none: number }) => string;
    readonly lead: (party: string, plan: string) => string;
  };
  readonly state: Readonly<Record<"dated" | "on-event" | "continuous" | "external", string>>;
}
