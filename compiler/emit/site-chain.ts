import { unitAt } from "../calendar/units.ts";
import type { ResolvedItem, ResolvedPlan, Window } from "../resolve/resolved.ts";
import { titleOf } from "../words/titles.ts";
import { words } from "../words/words.ts";
import { dueView, partyRef, type DueView, type PartyRef } from "./site-dues.ts";
import { eventsOfItem, fulfilmentsOf, workWait } from "./site-index.ts";

/** A link of a chain: an event, or an item that waits for the one before it. */
export interface ChainStep {
  readonly item: string | null;
  readonly title: string;
  /** The event is the end of a period that recurs. */
  readonly recurs: boolean;
  readonly parties: readonly PartyRef[];
  /** «+ 2 рабочих дня»: the distance from the link before. */
  readonly gap: string | null;
  readonly me: boolean;
  readonly dues: readonly DueView[];
}

export interface ChainView {
  readonly steps: readonly ChainStep[];
  /** Where the links are dated: a row for each period or occurrence, a cell for each item of the chain. */
  readonly rows: readonly { readonly key: string; readonly title: string; readonly cells: readonly (DueView | null)[] }[];
  readonly columns: readonly ChainStep[];
}

type Rule = NonNullable<ResolvedItem["deadline"]>["rule"];

function gapOf(plan: ResolvedPlan, rule: Rule): string | null {
  const { days } = words[plan.series.data.language];
  const count = rule.within ?? rule["no-later-than"];
  if (count === undefined) return null;
  const sign = rule.within === undefined ? "\u2212" : "+";
  if (count["working-days"] !== undefined) return `${sign} ${days("working-days", count["working-days"])}`;
  if (count["calendar-days"] !== undefined) return `${sign} ${days("calendar-days", count["calendar-days"])}`;
  return count.months === undefined ? null : `${sign} ${days("months", count.months)}`;
}

function stepOf(plan: ResolvedPlan, item: ResolvedItem, me: boolean): ChainStep {
  const dues = eventsOfItem(plan, item.id).filter(({ kind }) => kind === "work").map((event) => dueView(plan, event));
  return { item: item.id, title: titleOf(item, plan.byId), recurs: false, parties: item.responsible.map((id) => partyRef(plan, id)), gap: item.deadline === null ? null : gapOf(plan, item.deadline.rule), me, dues };
}

/** What stands before an item: the event it waits for, and the item whose fulfilment that is, as far back as it goes. */
function before(plan: ResolvedPlan, item: ResolvedItem): ChainStep[] {
  const event = workWait(plan, item.id);
  if (event === undefined) return [];
  const fulfilled = event.fulfils === null ? undefined : plan.byId.get(event.fulfils);
  const link: ChainStep = { item: null, title: event.title, recurs: event.scope === "recurring", parties: [], gap: null, me: false, dues: [] };
  return fulfilled === undefined ? [link] : [...before(plan, fulfilled), stepOf(plan, fulfilled, false)];
}

/** What waits for an item's fulfilment, one after another. */
function after(plan: ResolvedPlan, item: ResolvedItem): ChainStep[] {
  return fulfilmentsOf(plan, item.id).flatMap(({ awaitedBy }) => awaitedBy).filter(({ kind }) => kind === "work")
    .flatMap(({ item: id }) => [stepOf(plan, plan.byId.get(id)!, false), ...after(plan, plan.byId.get(id)!)]);
}

/** The period that a window belongs to, else the event that it counts from. */
function periodTitle(plan: ResolvedPlan, window: Window): string {
  const periodEnd = window.trace.find((step) => step.step === "period-end");
  const event = window.trace.find((step) => step.step === "event");
  if (periodEnd?.step !== "period-end") return event?.step === "event" ? event.title : window.key;
  const every = plan.plan.periods.find(({ data }) => data.id === periodEnd.period)?.data.every;
  if (every === undefined) return periodEnd.title;
  const { start, end } = unitAt(every, periodEnd.day);
  return words[plan.series.data.language].unit(every, start, end);
}

/** The chain that an item stands in; null when it waits for nothing and nothing waits for it. */
export function chainView(plan: ResolvedPlan, item: ResolvedItem): ChainView | null {
  const steps = [...before(plan, item), stepOf(plan, item, true), ...after(plan, item)];
  if (steps.length < 2) return null;
  const columns = steps.filter((step) => step.item !== null && step.dues.length > 0);
  const windows = new Map(columns.flatMap(({ item }) => eventsOfItem(plan, item!)).map(({ uid, window }) => [uid, window]));
  const keys = new Map<string, string>();
  for (const { dues } of columns) {
    for (const { uid } of dues) {
      const window = windows.get(uid)!;
      if (!keys.has(window.key)) keys.set(window.key, periodTitle(plan, window));
    }
  }
  const rows = columns.length < 2 ? [] : [...keys].map(([key, title]) => ({ key, title, cells: columns.map(({ dues }) => dues.find(({ uid }) => windows.get(uid)!.key === key) ?? null) }));
  return { steps, columns, rows };
}
