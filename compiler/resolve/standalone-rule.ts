import type { Bounds } from "../calendar/bounds.ts";
import type { Tried } from "./resolution.ts";
import type { RuleSet } from "../calendar/rule-set.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Deadline, Event, Period } from "../generated/types.ts";
import { emptyPlan, emptySeries, nowhere, placeholderSeries, unwritten } from "../load/placeholders.ts";
import type { Plan, PlanItem, Series } from "../load/workspace.ts";
import type { Forms } from "./context.ts";
import type { ResolvedDeadline, ResolvedPlan } from "./model.ts";
import { resolveUnchecked } from "./resolve-unchecked.ts";

/** What a rule by itself is resolved with. */
export interface StandaloneOptions {
  readonly year: number;
  /** The days that it is resolved in where they are no calendar year; `year` is that of the first. */
  readonly bounds?: Bounds | undefined;
  readonly calendar: WorkingCalendar;
  readonly rules: RuleSet;
  /** Those that the rule, and what it depends on, can have. */
  readonly forms: Forms;
  /** A plan whose periods, events and items the rule may refer to; without one it has only the periods given here. */
  readonly plan?: { readonly series: Series; readonly plan: Plan } | undefined;
  readonly periods?: readonly Period[];
  /** Words of the event that the rule calls `?`. */
  readonly event?: string;
  /** A day to try for every event. */
  readonly tried?: Tried | undefined;
}

/** Higher than any section of a plan, so that the item has no parent. */
export const itemId = "9999.1";

/** Resolves a rule that stands in no plan, as the deadline of an item of its own (`itemId`), with the diagnostics of it. */
export function planStandalone(rule: Deadline, options: StandaloneOptions): Outcome<ResolvedPlan> {
  const { bounds } = options;
  const alone = { calendar: options.calendar.id, rules: options.rules.id, controller: "nobody" };
  const { series = emptySeries(placeholderSeries("alone", alone)), plan: given = emptyPlan(options.year) } =
    options.plan ?? {};
  const plan = bounds === undefined ? given : { ...given, bounds };
  const item: PlanItem = {
    ...unwritten({ id: itemId, activity: "–", deadline: rule }),
    section: unwritten({ id: "9999", number: "–", title: "–" }),
  };
  const event: Event = { id: "?", title: options.event ?? "", scope: "own" };
  const periods = (options.periods ?? [])
    .filter(({ id }) => !plan.periods.some(({ data }) => data.id === id))
    .map(unwritten);
  const whole: Plan = {
    ...plan,
    items: [item, ...plan.items],
    periods: [...plan.periods, ...periods],
    events: [...plan.events, unwritten(event)],
  };
  const diagnostics: Diagnostic[] = [];
  const { resolved } = resolveUnchecked({
    series,
    plan: whole,
    policy: { calendar: options.calendar, rules: options.rules },
    forms: options.forms,
    options: { asYear: options.year, tried: options.tried },
    report: (found) => diagnostics.push(found),
  });
  return { value: resolved, diagnostics: diagnostics.filter(({ span }) => span.file === nowhere.source.path) };
}

/** The deadline alone. */
export function resolveStandalone(rule: Deadline, options: StandaloneOptions): Outcome<ResolvedDeadline | null> {
  const { value, diagnostics } = planStandalone(rule, options);
  return { value: value.byId.get(itemId)?.deadline ?? null, diagnostics };
}
