import { referencesIn } from "../rule/visit-rule.ts";
import type { Plan } from "../load/workspace.ts";
import type { CellKind, ResolvedEvent, ResolvedItem } from "./model.ts";

/** Returns the events of a plan, awaited or not, and the periods that its deadlines name, each with the items that wait for it. */
export function listAwaitableEvents(plan: Plan, items: readonly ResolvedItem[]): ResolvedEvent[] {
  const waiting = new Map<string, { item: string; kind: CellKind }[]>();
  const note = (event: string, item: string, kind: CellKind): void => {
    const list = waiting.get(event) ?? [];
    // The rules of one cell come one after another.
    const last = list.at(-1);
    if (last?.item !== item || last.kind !== kind) list.push({ item, kind });
    waiting.set(event, list);
  };
  for (const { id, deadline, control, withdrawn } of items) {
    if (withdrawn !== null) continue;
    for (const [kind, cell] of [
      ["work", deadline],
      ["control", control?.deadline],
    ] as const)
      for (const { reference } of cell ? referencesIn(cell.rule) : [])
        if (reference.kind === "event" || reference.kind === "period") note(reference.name, id, kind);
  }
  const events = plan.events.map(({ data }): ResolvedEvent => ({
    id: data.id,
    title: data.title,
    scope: data.scope,
    awaitedBy: waiting.get(data.id) ?? [],
    fulfils: data.latest ?? null,
  }));
  const recurring = plan.periods
    .filter(({ data }) => waiting.has(data.id))
    .map(({ data }): ResolvedEvent => ({
      id: data.id,
      title: data.title,
      scope: "recurring",
      awaitedBy: waiting.get(data.id) ?? [],
      fulfils: null,
    }));
  return [...events, ...recurring];
}
