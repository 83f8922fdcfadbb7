/**
 * Look-ups in a resolved plan, indexed once a plan, so that an output of one item costs the same in a plan of a hundred
 * items and of ten thousand.
 */
import {
  deadlineIn,
  type CellKind,
  type DueWindow,
  type ResolvedDeadline,
  type ResolvedEvent,
  type ResolvedItem,
  type ResolvedPlan,
} from "../resolve/model.ts";
import { memoizeByObject } from "../source/memoize.ts";
import { valuesByKey } from "../source/values-by-key.ts";

/** Memoizes a function of a plan: computed at the first call, held as long as the plan is. */
export const memoizeByPlan = <T>(make: (plan: ResolvedPlan) => T): ((plan: ResolvedPlan) => T) => memoizeByObject(make);

interface PlanIndex {
  readonly dueWindows: ReadonlyMap<string, readonly DueWindow[]>;
  readonly sections: ReadonlyMap<string, readonly ResolvedItem[]>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly waits: ReadonlyMap<string, readonly ResolvedEvent[]>;
  readonly workWaits: ReadonlyMap<string, readonly ResolvedEvent[]>;
  readonly fulfilments: ReadonlyMap<string | null, readonly ResolvedEvent[]>;
  readonly titles: ReadonlyMap<string, string>;
}

/** The events that each item waits for, each once, in the plan's order. */
function waitsOf(plan: ResolvedPlan, kinds: readonly CellKind[]): PlanIndex["waits"] {
  return valuesByKey(
    plan.awaitableEvents.flatMap((event) => {
      const items = new Set(event.awaitedBy.filter(({ kind }) => kinds.includes(kind)).map(({ item }) => item));
      return [...items].map((item) => [item, event] as const);
    }),
  );
}

const indexOf = memoizeByPlan((plan): PlanIndex => ({
  dueWindows: valuesByKey(plan.dueWindows.map((due) => [due.item, due])),
  sections: valuesByKey(plan.items.map((item) => [item.section, item])),
  ordinals: new Map(plan.items.map(({ id }, ordinal) => [id, ordinal])),
  waits: waitsOf(plan, ["work", "control"]),
  workWaits: waitsOf(plan, ["work"]),
  fulfilments: valuesByKey(plan.awaitableEvents.map((event) => [event.fulfils, event])),
  titles: new Map(plan.awaitableEvents.map(({ id, title }) => [id, title])),
}));

/** The due windows of an item, as the plan orders them. */
export const dueWindowsOfItem = (plan: ResolvedPlan, item: string): readonly DueWindow[] =>
  indexOf(plan).dueWindows.get(item) ?? [];

/** The items of a section in order. */
export const itemsOfSection = (plan: ResolvedPlan, section: string): readonly ResolvedItem[] =>
  indexOf(plan).sections.get(section) ?? [];

/** An item and all below it, by their ids: the control of a heading falls on those responsible below. */
export const itemWithDescendants = (plan: ResolvedPlan, item: string): readonly string[] => [
  item,
  ...(plan.byId.get(item)?.children ?? []).flatMap((child) => itemWithDescendants(plan, child)),
];

/** The position of an item in the plan, counted from 0. */
export const itemOrdinal = (plan: ResolvedPlan, item: string): number => indexOf(plan).ordinals.get(item)!;

/** Orders what is about items as the plan has them. */
export const inPlanOrder =
  (plan: ResolvedPlan) =>
  (a: { readonly item: string }, b: { readonly item: string }): number =>
    itemOrdinal(plan, a.item) - itemOrdinal(plan, b.item);

/** The events that an item's work or control waits for. */
export const waitsOfItem = (plan: ResolvedPlan, item: string): readonly ResolvedEvent[] =>
  indexOf(plan).waits.get(item) ?? [];

/** The events that an item's work waits for. */
export const workWaits = (plan: ResolvedPlan, item: string): readonly ResolvedEvent[] =>
  indexOf(plan).workWaits.get(item) ?? [];

/** The events that happen when an item is fulfilled. */
export const fulfilmentsOf = (plan: ResolvedPlan, item: string): readonly ResolvedEvent[] =>
  indexOf(plan).fulfilments.get(item) ?? [];

/** The title of an event, or of a period that deadlines name; its id where there is none. */
export const eventTitle = (plan: ResolvedPlan, event: string): string => indexOf(plan).titles.get(event) ?? event;

/** The deadline that a due window is one of, as its row had it then. */
export const deadlineOfDueWindow = ({ row, kind }: DueWindow): ResolvedDeadline => deadlineIn(row, kind)!;
