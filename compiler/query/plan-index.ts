/**
 * What the pages of a plan look up, gathered once a plan, so that a page costs the same in a plan of a hundred items and
 * of ten thousand.
 */
import type { PlanEvent, ResolvedEvent, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";

/** A view that depends on the plan alone: made on its first use and kept as long as the plan is. */
export function oncePerPlan<T extends object>(make: (plan: ResolvedPlan) => T): (plan: ResolvedPlan) => T {
  const made = new WeakMap<ResolvedPlan, T>();
  return (plan) => {
    const found = made.get(plan);
    if (found !== undefined) return found;
    const fresh = make(plan);
    made.set(plan, fresh);
    return fresh;
  };
}

/** Puts values together by a key; both keep their order. */
export function grouped<K, T>(values: Iterable<T>, keyOf: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

interface PlanIndex {
  readonly events: ReadonlyMap<string, readonly PlanEvent[]>;
  readonly sections: ReadonlyMap<string, readonly ResolvedItem[]>;
  readonly places: ReadonlyMap<string, number>;
  readonly waits: ReadonlyMap<string, readonly ResolvedEvent[]>;
  readonly workWaits: ReadonlyMap<string, readonly ResolvedEvent[]>;
  readonly fulfilments: ReadonlyMap<string, readonly ResolvedEvent[]>;
  readonly titles: ReadonlyMap<string, string>;
}

/** The events that each item waits for, each once, in the plan's order. */
function waitsOf(plan: ResolvedPlan, kinds: readonly PlanEvent["kind"][]): PlanIndex["waits"] {
  const pairs = plan.waitsFor.flatMap((event) =>
    [...new Set(event.awaitedBy.filter(({ kind }) => kinds.includes(kind)).map(({ item }) => item))].map((item) => ({
      item,
      event,
    })),
  );
  return new Map([...grouped(pairs, ({ item }) => item)].map(([item, list]) => [item, list.map(({ event }) => event)]));
}

const indexOf = oncePerPlan((plan): PlanIndex => ({
  events: grouped(plan.events, ({ item }) => item),
  sections: grouped(plan.items, ({ section }) => section),
  places: new Map(plan.items.map(({ id }, place) => [id, place])),
  waits: waitsOf(plan, ["work", "control"]),
  workWaits: waitsOf(plan, ["work"]),
  fulfilments: grouped(
    plan.waitsFor.filter(({ fulfils }) => fulfils !== null),
    ({ fulfils }) => fulfils!,
  ),
  titles: new Map(plan.waitsFor.map(({ id, title }) => [id, title])),
}));

/** The windows of an item, as the plan orders them. */
export const eventsOfItem = (plan: ResolvedPlan, item: string): readonly PlanEvent[] =>
  indexOf(plan).events.get(item) ?? [];

/** The items of a section in order. */
export const itemsOfSection = (plan: ResolvedPlan, section: string): readonly ResolvedItem[] =>
  indexOf(plan).sections.get(section) ?? [];

/** Where an item stands in the plan, counted from 0. */
export const placeOf = (plan: ResolvedPlan, item: string): number => indexOf(plan).places.get(item)!;

/** The events that an item's work or control waits for. */
export const waitsOfItem = (plan: ResolvedPlan, item: string): readonly ResolvedEvent[] =>
  indexOf(plan).waits.get(item) ?? [];

/** The events that an item's work waits for. */
export const workWaits = (plan: ResolvedPlan, item: string): readonly ResolvedEvent[] =>
  indexOf(plan).workWaits.get(item) ?? [];

/** The events that an item's fulfilment is. */
export const fulfilmentsOf = (plan: ResolvedPlan, item: string): readonly ResolvedEvent[] =>
  indexOf(plan).fulfilments.get(item) ?? [];

/** The title of an event that something waits for; its id where nothing does. */
export const eventTitle = (plan: ResolvedPlan, event: string): string => indexOf(plan).titles.get(event) ?? event;
