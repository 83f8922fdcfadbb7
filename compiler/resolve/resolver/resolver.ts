import type { Bounds } from "../../calendar/bounds.ts";
import type { Day } from "../../calendar/day.ts";
import type { DayOrUncoveredYear, WorkingCalendar } from "../../calendar/working-calendar.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "../../load/limits.ts";
import type { Party } from "../../generated/types.ts";
import type { Plan, PlanItem } from "../../load/workspace.ts";
import { located, type Located, type Path } from "../../load/yaml/parsed-yaml.ts";
import type { FormName } from "../../rule/kinds.ts";
import type { Span } from "../../source/span.ts";
import type { Context, Form, Forms } from "../context.ts";
import type { Dates, Interval, Tried } from "../resolution.ts";
import type { RuleSite } from "../rule-site.ts";
import { calendarView } from "./calendar-view.ts";
import { CycleGuard } from "./cycle-guard.ts";
import { DateBudget } from "./date-budget.ts";
import { DatesMemo } from "./memo.ts";
import { ownerOfCell, type MergedCell } from "./merged-cells.ts";
import type { CellKind, ResolvedDeadline } from "../model.ts";
import { planAs } from "../plan-as.ts";
import { resolveIntervals } from "../anchors/periods.ts";
import type { Policy } from "../policy.ts";
import { ReportLog } from "./report-log.ts";
import { indexRows, parentIn, type RowIndex } from "./row-index.ts";
import { resolveDeadline } from "../windows/windows.ts";

/** A cell's deadline by its present rule → the deadline that is published. */
export type Amend = (
  deadline: ResolvedDeadline | null,
  row: PlanItem,
  kind: CellKind,
  report: Report,
) => ResolvedDeadline | null;

export interface ResolveOptions {
  /** Compile the plan as if it began in another year: every rule moves, nothing else changes. */
  readonly asYear?: number | undefined;
  /** A day to try for every event that has no date yet. */
  readonly tried?: Tried | undefined;
  readonly limits?: Limits;
}

/** What a plan is resolved with. */
export interface ResolverSetting {
  readonly parties: readonly Located<Party>[];
  readonly zone: string;
  readonly plan: Plan;
  readonly policy: Policy;
  /** The forms that the plan's rules can have. */
  readonly forms: Forms;
  readonly options?: ResolveOptions;
  /** Keeps the dates that were past when an amendment began to act; not given where the plan is its first edition. */
  readonly amend?: Amend | undefined;
  readonly report: Report;
}

/** Resolves the deadlines of one plan as they are asked for, each once, in whatever order they depend on one another. */
export class Resolver implements Context {
  /** The plan's id, or what it is in the year that the plan is resolved as. */
  readonly id: string;
  readonly bounds: Bounds;
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  readonly rules: Policy["rules"];
  readonly rows: RowIndex;
  readonly tried: Tried | undefined;
  readonly limits: Limits;
  readonly log: ReportLog;
  readonly budget: DateBudget;
  readonly memo: DatesMemo;
  readonly hasOwnCalendars: boolean;
  readonly #parties: ReadonlyMap<string, Party>;
  readonly #calendars: NonNullable<Policy["ownCalendars"]>;
  readonly #views = new Map<string, Context>();
  readonly #forms: Forms;
  readonly #amend: Amend | undefined;
  readonly #guard: CycleGuard;
  readonly #deadlines = new Map<string, ResolvedDeadline | null>();
  readonly #intervals = new Map<string, readonly Interval[]>();
  /** Periods of which something was reported. */
  readonly #faultyPeriods = new Set<string>();

  constructor({ zone, parties, plan, policy, forms, options = {}, amend, report }: ResolverSetting) {
    ({ id: this.id, bounds: this.bounds } = planAs(plan, options.asYear));
    this.zone = zone;
    this.#calendars = policy.ownCalendars ?? new Map<string, never>();
    this.hasOwnCalendars = this.#calendars.size > 0;
    this.#parties = new Map(this.hasOwnCalendars ? parties.map(({ data }) => [data.id, data]) : []);
    this.calendar = policy.calendar;
    this.rules = policy.rules;
    this.rows = indexRows(plan);
    this.tried = options.tried;
    this.limits = options.limits ?? defaultLimits;
    this.log = new ReportLog(report);
    this.budget = new DateBudget(this.limits.allWindows, this.log);
    this.memo = new DatesMemo(this.budget, this.log);
    this.#forms = forms;
    this.#amend = amend;
    this.#guard = new CycleGuard(this.rows.items, this.limits.chain, this.log);
  }

  get report(): Report {
    return this.log.report;
  }

  /** @throws Error when a rule has a form that the resolver was not given. */
  form(name: FormName): Form {
    const form = this.#forms[name];
    if (form === undefined) throw new Error(`no form ${name} was given`);
    return form;
  }

  partyCalendar(id: string): ReturnType<Context["partyCalendar"]> {
    const party = this.#parties.get(id);
    return party?.calendar === undefined ? undefined : { calendar: party.calendar, label: party.label };
  }

  responsibleFor(item: PlanItem): readonly string[] {
    return this.ownerOf(item, "responsible").data.responsible ?? [];
  }

  withCalendar(name: string): Context {
    const calendar = this.#calendars.get(name);
    if (calendar === undefined) {
      this.log.reasonWasGiven();
      return this;
    }
    const known = this.#views.get(name) ?? calendarView(this, calendar);
    this.#views.set(name, known);
    return known;
  }

  parentOf(id: string): string | undefined {
    return parentIn(this.rows.items, id);
  }

  /** Returns the row whose cell serves this one: itself, or the one that it is merged with. */
  ownerOf(row: PlanItem, cell: MergedCell): PlanItem {
    return ownerOfCell(row, cell, (id) => this.rows.items.get(id), this.#guard);
  }

  deadlineOf(id: string, from: Located<unknown>, at: Path): ResolvedDeadline | null {
    const known = this.#deadlines.get(id);
    if (known !== undefined) return known;
    const row = this.rows.items.get(id);
    if (row === undefined) return null;
    return this.#guard.enter(row, { from, at }, () => {
      const resolved = this.#resolveWork(row);
      this.#deadlines.set(id, resolved);
      return resolved;
    });
  }

  #resolveWork(row: PlanItem): ResolvedDeadline | null {
    const owner = this.ownerOf(row, "deadline");
    const rule = row.data.withdrawn === undefined ? owner.data.deadline : undefined;
    if (rule === undefined) return this.amended(null, row, "work");
    const deadline = located(rule, owner.origin, "deadline");
    return this.amended({ ...resolveDeadline(deadline, row, "work", this), inherited: owner !== row }, row, "work");
  }

  /** Returns a deadline of a row with the dates that were past when an amendment began to act; a date that gives way to one of them is reported. */
  amended(deadline: ResolvedDeadline | null, row: PlanItem, kind: CellKind): ResolvedDeadline | null {
    return this.#amend === undefined ? deadline : this.#amend(deadline, row, kind, this.report);
  }

  reportNothingDated(id: string, deadline: ResolvedDeadline | null, span: Span): void {
    const row = this.rows.items.get(id);
    const isReasonReported =
      row === undefined ||
      (row.data.withdrawn === undefined &&
        (deadline === null
          ? this.ownerOf(row, "deadline").data.deadline !== undefined
          : deadline.state === "dated" && deadline.windows.length === 0));
    if (isReasonReported) this.log.reasonWasGiven();
    else this.report({ code: "nothing-dated", values: { item: id }, span });
  }

  intervalsOf(id: string): readonly Interval[] {
    const known = this.#intervals.get(id);
    if (known !== undefined) {
      if (this.#faultyPeriods.has(id)) this.log.reasonWasGiven();
      return known;
    }
    const period = this.rows.periods.get(id);
    if (period === undefined) {
      this.log.reasonWasGiven();
      return [];
    }
    const since = this.log.mark();
    const intervals = resolveIntervals(period, this);
    if (!this.log.isSilentSince(since)) this.#faultyPeriods.add(id);
    this.#intervals.set(id, intervals);
    return intervals;
  }

  orReport(answer: DayOrUncoveredYear, site: RuleSite): Day | undefined {
    return this.log.orReport(answer, this.calendar, site);
  }

  memoized(key: string | undefined, site: RuleSite, find: () => Dates): Dates {
    return this.memo.datesOf(key, site, find);
  }
}
