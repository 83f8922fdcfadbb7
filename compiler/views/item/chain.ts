import { unitAt } from "../../calendar/units.ts";
import type { Bound } from "../../rule/references.ts";
import type { ResolvedEvent, ResolvedItem, ResolvedPlan, Window } from "../../resolve/model.ts";
import { nameOf } from "../../explain/titles.ts";
import { words } from "../../explain/explain.ts";
import { distance } from "./distance.ts";
import { dueView, type DueView } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { dueWindowsOfItem, fulfilmentsOf, workWaits } from "../../query/plan-index.ts";

/** A link of a chain: an event, or an item that waits for the one before it. */
export interface ChainStep {
  /** Null for an event. */
  readonly item: string | null;
  readonly title: string;
  /** The event is a bound of a period that recurs. */
  readonly bound: Bound | null;
  readonly parties: readonly PartyRef[];
  readonly side: "before" | "me" | "after";
  /** Its neighbour in the direction of the item whose chain this is, as a place in the list; null for that item. */
  readonly toward: number | null;
  /** «+ 2 рабочих дня»: how far that neighbour and it stand apart; null where no days are counted. */
  readonly gap: string | null;
  readonly dues: readonly DueView[];
}

export interface ChainView {
  /** In the order of the chain: what is waited for stands before what waits. */
  readonly steps: readonly ChainStep[];
  /** False where links were left out because there are too many. */
  readonly whole: boolean;
  /** Where the links are dated: a row for each period or occurrence, a cell for each item of the chain. */
  readonly rows: readonly {
    readonly key: string;
    readonly title: string;
    readonly cells: readonly (DueView | null)[];
  }[];
  readonly columns: readonly ChainStep[];
}

/** A longer chain is cut: the pages of its items go on with it. */
const mostSteps = 24;
/** More columns than this do not stand side by side. */
const mostColumns = 5;

type ChainNode = Omit<ChainStep, "toward"> & { readonly beyond: readonly ChainNode[] };

function nodeOf(
  plan: ResolvedPlan,
  item: ResolvedItem,
  side: ChainStep["side"],
  gap: string | null,
  beyond: readonly ChainNode[],
): ChainNode {
  const dues = dueWindowsOfItem(plan, item.id)
    .filter(({ kind }) => kind === "work")
    .map((due) => dueView(plan, due));
  return {
    item: item.id,
    title: nameOf(item, plan.byId),
    bound: null,
    parties: item.responsible.map((id) => partyRef(plan, id)),
    side,
    gap,
    dues,
    beyond,
  };
}

/** Walks from an item to both ends of its chain, each item once, no further than a page can show. */
class ChainWalk {
  readonly #plan: ResolvedPlan;
  readonly #met: Set<string>;
  whole = true;

  constructor(plan: ResolvedPlan, item: string) {
    this.#plan = plan;
    this.#met = new Set([item]);
  }

  /** Takes a link that was not met yet; false where it was met or there is no room for it. */
  #takes(name: string): boolean {
    if (this.#met.has(name)) return false;
    if (this.#met.size > mostSteps) this.whole = false;
    else this.#met.add(name);
    return this.#met.has(name);
  }

  /** What an item waits for: events, or items whose fulfilment an event is, as far back as it goes. */
  before(item: ResolvedItem): ChainNode[] {
    const plan = this.#plan;
    return workWaits(plan, item.id).flatMap((event): ChainNode[] => {
      const { gap, bound } = distance(plan, item, event.id);
      const fulfilled = event.fulfils === null ? undefined : plan.byId.get(event.fulfils);
      if (fulfilled !== undefined)
        return this.#takes(fulfilled.id) ? [nodeOf(plan, fulfilled, "before", gap, this.before(fulfilled))] : [];
      return this.#takes(`event ${event.id}`)
        ? [{ item: null, title: event.title, bound, parties: [], side: "before", gap, dues: [], beyond: [] }]
        : [];
    });
  }

  /** What waits for an item's fulfilment, level by level, so that a cut takes what is farthest away. */
  after(first: ResolvedItem): ChainNode[] {
    type Found = { readonly item: ResolvedItem; readonly gap: string | null; readonly beyond: Found[] };
    const root: Found = { item: first, gap: null, beyond: [] };
    for (let level = [root]; level.length > 0; level = level.flatMap(({ beyond }) => beyond)) {
      for (const { item, beyond } of level)
        beyond.push(
          ...this.#waiting(item)
            .map(({ id, event }) => ({ item: this.#plan.byId.get(id)!, event }))
            .map(({ item: next, event }) => ({
              item: next,
              gap: distance(this.#plan, next, event.id).gap,
              beyond: [],
            })),
        );
    }
    const nodes = (list: readonly Found[]): ChainNode[] =>
      list.map(({ item, gap, beyond }) => nodeOf(this.#plan, item, "after", gap, nodes(beyond)));
    return nodes(root.beyond);
  }

  #waiting(item: ResolvedItem): { readonly id: string; readonly event: ResolvedEvent }[] {
    return fulfilmentsOf(this.#plan, item.id).flatMap((event) =>
      event.awaitedBy
        .filter(({ kind, item: id }) => kind === "work" && this.#takes(id))
        .map(({ item: id }) => ({ id, event })),
    );
  }
}

/** The links as a list: what is waited for stands before what waits, the farthest first, each branch together. */
function chainOrder(me: ChainNode, before: readonly ChainNode[], after: readonly ChainNode[]): ChainStep[] {
  const order: { readonly node: ChainNode; readonly toward: ChainNode | null }[] = [];
  const back = (nodes: readonly ChainNode[], toward: ChainNode): void =>
    nodes.forEach((node) => {
      back(node.beyond, node);
      order.push({ node, toward });
    });
  const on = (nodes: readonly ChainNode[], toward: ChainNode): void =>
    nodes.forEach((node) => {
      order.push({ node, toward });
      on(node.beyond, node);
    });
  back(before, me);
  order.push({ node: me, toward: null });
  on(after, me);
  const places = new Map(order.map(({ node }, place) => [node, place]));
  return order.map(({ node: { beyond: _, ...step }, toward }) => ({
    ...step,
    toward: toward === null ? null : places.get(toward)!,
  }));
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

/** The dated items nearest to the one whose chain it is, in the order of the chain. */
function columnsOf(steps: readonly ChainStep[]): ChainStep[] {
  const dated = steps.filter(({ item, dues }) => item !== null && dues.length > 0);
  const me = dated.findIndex(({ side }) => side === "me");
  const from = Math.max(0, Math.min(me - 2, dated.length - mostColumns));
  return dated.slice(from, from + mostColumns);
}

/** The chain that an item stands in; null when it waits for nothing and nothing waits for it. */
export function chainView(plan: ResolvedPlan, item: ResolvedItem): ChainView | null {
  const walk = new ChainWalk(plan, item.id);
  const steps = chainOrder(nodeOf(plan, item, "me", null, []), walk.before(item), walk.after(item));
  if (steps.length < 2) return null;
  const columns = columnsOf(steps);
  const windows = new Map(
    columns.flatMap(({ item: id }) => dueWindowsOfItem(plan, id!)).map(({ uid, window }) => [uid, window]),
  );
  const keys = new Map<string, string>();
  for (const { dues } of columns) {
    for (const { uid } of dues) {
      const window = windows.get(uid)!;
      if (!keys.has(window.key)) keys.set(window.key, periodTitle(plan, window));
    }
  }
  const rows =
    columns.length < 2 || columns.every(({ side }) => side !== "me")
      ? []
      : [...keys].map(([key, title]) => ({
          key,
          title,
          cells: columns.map(({ dues }) => dues.find(({ uid }) => windows.get(uid)!.key === key) ?? null),
        }));
  return { steps, whole: walk.whole, columns, rows };
}
