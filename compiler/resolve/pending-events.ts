import { elementsOf } from "../rule/elements.ts";
import type { Item } from "../generated/types.ts";
import { referenceOf } from "../rule/references.ts";
import type { Plan } from "../load/workspace.ts";
import type { ResolvedEvent, ResolvedItem } from "./model.ts";

/** The events that deadlines wait for, with the items that hang on each. */
export function listAwaited(plan: Plan, items: readonly ResolvedItem[]): ResolvedEvent[] {
  const awaited = new Map<string, { item: string; kind: "work" | "control" }[]>();
  const note = (event: string, item: string, kind: "work" | "control"): void => {
    const list = awaited.get(event) ?? [];
    // The rules of one cell come one after another.
    const last = list.at(-1);
    if (last?.item !== item || last.kind !== kind) list.push({ item, kind });
    awaited.set(event, list);
  };
  const walk = (rule: Item["deadline"], item: string, kind: "work" | "control"): void => {
    if (rule === undefined) return;
    for (const reference of [
      rule.within?.after,
      rule["no-later-than"]?.before,
      rule["on-day-of"],
      rule.before,
      typeof rule.until === "string" ? undefined : rule.until,
    ]) {
      if (reference !== undefined) note(referenceOf(reference).name, item, kind);
    }
    for (const element of elementsOf(rule)) walk(element, item, kind);
  };
  for (const { id, deadline, control } of items) {
    walk(deadline?.rule, id, "work");
    walk(control?.deadline?.rule, id, "control");
  }
  const events = plan.events.map(({ data }): ResolvedEvent => ({
    id: data.id,
    title: data.title,
    scope: data.scope,
    awaitedBy: awaited.get(data.id) ?? [],
    fulfils: data.latest ?? null,
  }));
  const recurring = plan.periods
    .filter(({ data }) => awaited.has(data.id))
    .map(({ data }): ResolvedEvent => ({
      id: data.id,
      title: data.title,
      scope: "recurring",
      awaitedBy: awaited.get(data.id) ?? [],
      fulfils: null,
    }));
  return [...events, ...recurring];
}
