import type { Bounds } from "../calendar/bounds.ts";
import type { Day } from "../calendar/day.ts";
import type { RollClass, RollMode } from "../calendar/rule-set.ts";
import type { Instant } from "../calendar/instant.ts";
import type { CountUnit, Unit } from "../calendar/units.ts";
import type { DayReason } from "../calendar/working-calendar.ts";
import type { Item, Withdrawal } from "../generated/types.ts";
import type { Origin } from "../load/yaml/parsed-yaml.ts";
import type { Policy } from "./policy.ts";
import type { Plan, PlanItem, Reading, Series } from "../load/workspace.ts";

/** A day that a count or a roll passed over, and why. */
export interface SkippedDay {
  readonly day: Day;
  readonly reason: DayReason;
}

export type { CountUnit };

/** One step of how a window came about. Days are days, sources are quoted; the words are the reader's side. */
export type TraceStep =
  | { readonly step: "named"; readonly form: "day" | "range" | "month"; readonly start: Day; readonly end: Day }
  | { readonly step: "until"; readonly day: Day; readonly included: boolean; readonly source: string }
  | { readonly step: "open-end"; readonly day: Day; readonly item?: string }
  | { readonly step: "extended"; readonly condition: string; readonly start: Day; readonly end: Day }
  | {
      readonly step: "period";
      readonly period: string;
      readonly title: string;
      readonly start: Day;
      readonly end: Day;
      readonly source: string;
      readonly startIs?: "latest" | undefined;
      readonly editorial?: true;
    }
  | { readonly step: "unit"; readonly unit: Unit; readonly key: string; readonly start: Day; readonly end: Day }
  | { readonly step: "cut"; readonly start: Day; readonly end: Day; readonly to: string }
  | {
      readonly step: "event";
      readonly event: string;
      readonly title: string;
      readonly day: Day;
      readonly source?: string;
      readonly occurrence?: string | undefined;
      readonly item?: string;
      readonly tried?: true;
    }
  | {
      readonly step: "period-end" | "period-start";
      readonly period: string;
      readonly title: string;
      readonly day: Day;
      readonly source: string;
    }
  | {
      readonly step: "count";
      readonly unit: CountUnit;
      readonly count: number;
      readonly direction: "after" | "before";
      readonly from: Day;
      readonly to: Day;
      readonly eventDay: "excluded" | "included";
      readonly source: string;
      readonly skipped: readonly SkippedDay[];
    }
  | {
      readonly step: "pick";
      readonly pick:
        | "last-working-day"
        | "first-working-day"
        | "nth-working-day"
        | "nth-last-working-day"
        | "first-working-days"
        | "last-working-days"
        | "last-week"
        | "last-full-week"
        | "last-7-days"
        | "each-day"
        | "each-working-day"
        | "weekday"
        | "first-day"
        | "last-day"
        | "first-day-after"
        | "day-of-month"
        | "as-of"
        | "day-before"
        | "same-day";
      readonly day: Day;
      readonly skipped: readonly SkippedDay[];
    }
  | {
      readonly step: "item";
      readonly item: string;
      readonly title: string;
      readonly edge: "start" | "end";
      readonly day: Day;
    }
  | {
      /** Of several deadlines the one that counts; `other` is the day of the next one, left out while it is not known. */
      readonly step: "choose";
      readonly which: "earliest" | "latest";
      readonly day: Day;
      readonly other?: Day | undefined;
    }
  /** The working calendar that is not the plan's, and whose it is: parties, or none for the item's own. */
  | { readonly step: "calendar"; readonly calendar: string; readonly parties: readonly string[] }
  /** A time of day; the instants with their offset, in the zone and in UTC. */
  | {
      readonly step: "time";
      readonly at: string;
      readonly zone: string;
      readonly instant: string;
      readonly utc: string;
    }
  /** The time of an event takes no part in a count of days. */
  | { readonly step: "whole-days" }
  | {
      readonly step: "hours";
      readonly count: number;
      readonly direction: "after" | "before";
      readonly since: string;
      readonly until: string;
    }
  | { readonly step: "between"; readonly start: Day; readonly end: Day }
  | { readonly step: "except"; readonly start: Day; readonly end: Day }
  | { readonly step: "interval"; readonly nth: number; readonly from: Day }
  | { readonly step: "minimum"; readonly count: number; readonly day: Day; readonly source: string }
  | {
      readonly step: "roll";
      readonly mode: RollMode;
      readonly day: Day;
      readonly reason: DayReason;
      readonly rolled?: Day | undefined;
      readonly planBy?: Day | undefined;
      readonly source: string;
    };

/** The figure of a window, for drawings and lists: a day, an interval, a unit of the calendar, or open at its end. */
export type WindowShape = "day" | "range" | "open" | Unit;

/** The instants between which a window lies, in the zone by whose clocks its days are meant. */
export interface Instants {
  readonly start?: Instant | undefined;
  readonly end: Instant;
  readonly zone: string;
}

/** One dated interval of a deadline; both ends are inside. */
export interface Window {
  /** Names the window for good within its item and kind: a period, an occurrence's id, the element's own key or ordinal. */
  readonly key: string;
  /** null: open, whatever lies before `end`. */
  readonly start: Day | null;
  readonly end: Day;
  readonly shape: WindowShape;
  /** The working calendar that it was counted by, where that is not the plan's. */
  readonly calendar?: string | undefined;
  /** Where the deadline has a time. */
  readonly instants?: Instants | undefined;
  /** The day of the event it counts from. */
  readonly after?: Day | undefined;
  /** The recorded occurrence that it counts from. */
  readonly occurrence?: string | undefined;
  /** Holds only on this condition, in the order's words. */
  readonly conditional?: string | undefined;
  /** The start is the latest lawful one, not the real one. */
  readonly startIs?: "latest" | undefined;
  /** A snapshot («на 1 число»): never moves. */
  readonly snapshot?: true;
  /**
   * The class of its end, by which the rule set decides what a day off does to it; null where it never rolls: a snapshot, an open
   * end, a count of hours.
   */
  readonly roll: RollClass | null;
  /** The end falls on a day off: the next working day by the rule set, and the last one before. */
  readonly rolled?: Day | undefined;
  readonly planBy?: Day | undefined;
  /** The last working day of an interval, or the one before a day off; left out for an ordinary working day. */
  readonly lastWorkingDay?: Day | undefined;
  readonly subject?: string | undefined;
  /** The audience named for this very date, as written. */
  readonly audience?: readonly string[] | undefined;
  /** The path of the rule inside the deadline, for messages. */
  readonly path: readonly (string | number)[];
  readonly trace: readonly TraceStep[];
  /** The row as it was when this window ended: an amendment changed it later. */
  readonly former?: FormerDeadline;
}

/** A row before an amendment changed it, with the deadline that it had. */
export interface FormerDeadline {
  readonly item: ResolvedItem;
  readonly deadline: ResolvedDeadline;
}

/** The cell of a row that a deadline stands in: that of its work, or that of its control. */
export type CellKind = "work" | "control";

export type DeadlineState = "dated" | "on-event" | "continuous" | "external";

/** What a deadline waits for before it has a date. */
export interface Waiting {
  readonly event: string;
  readonly path: readonly (string | number)[];
}

/** A deadline after resolution. */
export interface ResolvedDeadline {
  readonly text: string;
  readonly state: DeadlineState;
  readonly rule: NonNullable<Item["deadline"]>;
  /** The windows in force: those of the rule, but for dates that were past when an amendment began to act. */
  readonly windows: readonly Window[];
  /** All windows that the rule gives, where those in force are others. */
  readonly ruleWindows?: readonly Window[];
  readonly waiting: readonly Waiting[];
  /** The cell stands in another row and is merged down to this one. */
  readonly inherited: boolean;
  readonly origin: Origin;
}

export interface ResolvedControl {
  readonly form: string | null;
  readonly controlOf: string | null;
  readonly deadline: ResolvedDeadline | null;
  readonly inherited: boolean;
  readonly reading: Reading | null;
  /** The controlled: the item's responsible, else its children's (a date may name its own audience). */
  readonly controlled: readonly string[];
  readonly origin: Origin;
}

export interface ResolvedItem {
  readonly id: string;
  readonly number: string | null;
  readonly source: PlanItem;
  readonly section: string;
  /** The item above it, by its id; null directly under a section. */
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly responsible: readonly string[];
  readonly responsibleInherited: boolean;
  readonly reading: Reading | null;
  readonly deadline: ResolvedDeadline | null;
  readonly control: ResolvedControl | null;
  /** Taken out of the plan: it has no deadlines any more and keeps its place, with the reason. */
  readonly withdrawn: Withdrawal | null;
}

/** The deadline in a cell of a row; null where the cell has none. */
export const deadlineIn = (
  { deadline, control }: Pick<ResolvedItem, "deadline" | "control">,
  kind: CellKind,
): ResolvedDeadline | null => (kind === "work" ? deadline : (control?.deadline ?? null));

/**
 * A window of an item with what is due in it and whose it is, for everybody who lists, publishes or compares dates. The
 * published JSON calls it an event; an event of the plan is what deadlines count from (`ResolvedEvent`).
 */
export interface DueWindow {
  readonly uid: string;
  readonly item: string;
  readonly kind: CellKind;
  readonly window: Window;
  /** As assigned: the responsible, or the controlled. */
  readonly parties: readonly string[];
  /** After readings, groups still whole. */
  readonly read: readonly string[];
  /** After readings, groups replaced by their members. */
  readonly audience: readonly string[];
  /** The end lies before the order's own date. */
  readonly beforeApproval: boolean;
  readonly wording: string;
  /** The row that it belongs to: as it was when the window ended, where an amendment changed it later. */
  readonly row: ResolvedItem;
}

/** What deadlines can wait for: an event of the plan, awaited or not, or a period that some name. */
export interface ResolvedEvent {
  readonly id: string;
  readonly title: string;
  readonly scope: "public" | "own" | "recurring";
  /** Items (with the kind of their deadline) that wait for it. */
  readonly awaitedBy: readonly { readonly item: string; readonly kind: CellKind }[];
  /** The item whose fulfilment it is. */
  readonly fulfils: string | null;
}

/** A plan with every deadline resolved: the one source of everything published. */
export interface ResolvedPlan extends Policy {
  readonly series: Series;
  readonly plan: Plan;
  /** Names it in addresses and uids: the plan's id, or what that is in the year that it is resolved as. */
  readonly id: string;
  /** The first and the last day that its deadlines run in. */
  readonly bounds: Bounds;
  readonly parties: PartyGraph;
  readonly items: readonly ResolvedItem[];
  readonly byId: ReadonlyMap<string, ResolvedItem>;
  /** The events of the plan in its order, then the periods that deadlines name. */
  readonly awaitableEvents: readonly ResolvedEvent[];
  /** By end date, then in the order of the plan. */
  readonly dueWindows: readonly DueWindow[];
}

/** A plan that is still being written: it is checked and not published. */
export const isDraft = ({ plan }: Pick<ResolvedPlan, "plan">): boolean => plan.order.data.status === "draft";

/** Why a due window is on a party's page and in its feed. */
export type Relation = "own" | "group" | "officer" | "controller" | "oversight";

/** The parties of a series and what follows from their relations. */
export interface PartyGraph {
  readonly ids: readonly string[];
  /** Groups replaced by their members, in the order of the parties file. */
  expand(parties: readonly string[]): readonly string[];
  members(group: string): readonly string[];
  groupsOf(party: string): readonly string[];
  officersOf(body: string): readonly string[];
  /** All whom a party oversees, through others too. */
  overseenBy(party: string): readonly string[];
  /** The nearest reason why work or control, dated or not, belongs to a party; undefined when it does not. */
  relation(
    party: string,
    due: Pick<DueWindow, "kind" | "read" | "audience">,
    controller: string | undefined,
  ): Relation | undefined;
}
