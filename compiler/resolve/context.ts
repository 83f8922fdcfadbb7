import type { Bounds } from "../calendar/bounds.ts";
import type { Day } from "../calendar/day.ts";
import type { RuleSet } from "../calendar/rule-set.ts";
import type { DayOrUncoveredYear, WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deadline } from "../generated/types.ts";
import type { Limits } from "../load/limits.ts";
import type { PlanItem } from "../load/workspace.ts";
import type { Located, Path } from "../load/yaml/parsed-yaml.ts";
import type { FormName } from "../rule/kinds.ts";
import type { Span } from "../source/span.ts";
import type { DateBudget } from "./resolver/date-budget.ts";
import type { ResolvedDeadline } from "./model.ts";
import type { ReportLog } from "./resolver/report-log.ts";
import type { Dates, Interval, Resolution, Tried } from "./resolution.ts";
import type { RowIndex } from "./resolver/row-index.ts";
import type { RuleSite } from "./rule-site.ts";

/** How a rule of one kind becomes dates. */
export type Form = (rule: Deadline, site: RuleSite, context: Context) => Resolution;
export type Forms = Readonly<Partial<Record<FormName, Form>>>;

/** What a form may ask of the plan. Deadlines are resolved as they are asked for, so that items may depend on one another in any order. */
export interface Context {
  /** The first and the last day of the plan. */
  readonly bounds: Bounds;
  /** The plan's time zone: that of every time which names none. */
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  /** Whether parties or items have calendars of their own: then dates depend on whose they are. */
  readonly hasOwnCalendars: boolean;
  /** The name of a party's own calendar, and how the plan calls the party; undefined where it has none. */
  partyCalendar(party: string): { readonly calendar: string; readonly label: string } | undefined;
  /** The parties that a row is assigned to, also where the cell stands in another row. */
  responsibleFor(item: PlanItem): readonly string[];
  /** The same context with another working calendar; this one for a calendar that is not known. */
  withCalendar(name: string): Context;
  readonly rules: RuleSet;
  readonly limits: Limits;
  readonly rows: RowIndex;
  /** A day to try for every event that has none: the calculator's question. */
  readonly tried: Tried | undefined;
  readonly report: Report;
  readonly log: ReportLog;
  readonly budget: DateBudget;
  /** Returns the resolved deadline of an item; null when it has none. `from` and `at` are where the reference stands. */
  deadlineOf(item: string, from: Located<unknown>, at: Path): ResolvedDeadline | null;
  /** Reports a reference to an item without dates, unless the reason why it has none has been reported. */
  reportNothingDated(item: string, deadline: ResolvedDeadline | null, at: Span): void;
  parentOf(item: string): string | undefined;
  /** Returns the intervals of a period that meet the plan's bounds; none for a name that no period has. */
  intervalsOf(period: string): readonly Interval[];
  /** Returns how a kind of rule is resolved. @throws Error for a form that was not given. */
  form(name: FormName): Form;
  /** Returns the dates of a key, found once; without a key they are found anew. */
  memoized(key: string | undefined, site: RuleSite, find: () => Dates): Dates;
  /** Returns the day of a calendar's answer; a year without a calendar is reported, once, and gives undefined. */
  orReport(answer: DayOrUncoveredYear, site: RuleSite): Day | undefined;
}
