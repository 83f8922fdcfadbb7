import { rulesIn } from "../rule/visit-rule.ts";
import type { Relation, ResolvedDeadline, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { nameOf } from "../explain/titles.ts";
import type { Addressee } from "../query/audience.ts";
import type { PartyRef } from "../query/labels.ts";
import { eventTitle } from "../query/plan-index.ts";
import { namedBeside } from "./dues.ts";

/** An item without dates of its own: it waits for an event, is continuous, follows another act, or names no deadline. */
export interface UndatedView {
  readonly item: string;
  readonly title: string;
  readonly wording: string | null;
  readonly state: "on-event" | "continuous" | "external" | "none";
  /** What it waits for. */
  readonly waits: readonly { readonly id: string; readonly title: string }[];
  /** The act that sets the date. */
  readonly act: string | null;
  readonly who: readonly PartyRef[];
}

/** Rules set by another act, anywhere in the deadline. */
const actOf = (rule: ResolvedDeadline["rule"]): string | null =>
  rulesIn(rule).find(({ external }) => external !== undefined)?.external ?? null;

/** An item as an undated line. */
export function undatedView(plan: ResolvedPlan, item: ResolvedItem, addressee?: Addressee): UndatedView {
  const { deadline } = item;
  const waits = [...new Set((deadline?.waiting ?? []).map(({ event }) => event))].map((id) => ({
    id,
    title: eventTitle(plan, id),
  }));
  return {
    item: item.id,
    title: nameOf(item, plan.byId),
    wording: deadline?.text ?? null,
    state: deadline === null || deadline.state === "dated" ? "none" : deadline.state,
    waits,
    act: deadline === null ? null : actOf(deadline.rule),
    who: namedBeside(plan, item.responsible, addressee),
  };
}

/** The items of a party that have no date, by state. An item that still waits stays, whatever was recorded. */
export function undatedOf(
  plan: ResolvedPlan,
  party: string,
  items: readonly { item: ResolvedItem; relation: Relation }[],
): Record<UndatedView["state"], UndatedView[]> {
  const groups: Record<UndatedView["state"], UndatedView[]> = {
    "on-event": [],
    continuous: [],
    external: [],
    none: [],
  };
  for (const { item, relation } of items) {
    if (item.deadline?.state === "dated") continue;
    const view = undatedView(plan, item, { id: party, relation });
    groups[view.state].push(view);
  }
  return groups;
}
