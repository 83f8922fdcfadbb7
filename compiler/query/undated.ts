import { elementsOf } from "../rule/elements.ts";
import { readParties } from "../resolve/events.ts";
import type { PlanEvent, Relation, ResolvedDeadline, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { titleOf } from "../explain/titles.ts";
import { namedBeside, type PartyRef } from "./dues.ts";
import { eventTitle, oncePerPlan } from "./plan-index.ts";
import { relationOf, type Reader } from "./audience.ts";

/** An item without dates of its own: it waits, holds all the time, follows another act, or names no deadline. */
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

type Assigned = Pick<PlanEvent, "kind" | "read" | "audience">;

/** Who has an item, and who is checked on it, after readings. */
const assignedOf = oncePerPlan((plan): ReadonlyMap<ResolvedItem, Readonly<Record<PlanEvent["kind"], Assigned>>> => {
  const assigned = (
    kind: PlanEvent["kind"],
    parties: readonly string[],
    reading: ResolvedItem["reading"],
  ): Assigned => {
    const read = readParties(parties, reading);
    return { kind, read, audience: plan.parties.expand(read) };
  };
  return new Map(
    plan.items.map((item) => [
      item,
      {
        work: assigned("work", item.responsible, item.reading),
        control: assigned("control", item.control?.controlled ?? [], item.control?.reading ?? item.reading),
      },
    ]),
  );
});

/** Why an item (its work, or its control) is a party's, dated or not. */
export function relationTo(
  plan: ResolvedPlan,
  party: string,
  item: ResolvedItem,
  kind: PlanEvent["kind"],
): Relation | undefined {
  return relationOf(plan, party, assignedOf(plan).get(item)![kind]);
}

/** Rules set by another act, anywhere in the deadline. */
function actOf(rule: ResolvedDeadline["rule"]): string | null {
  return (
    rule.external ??
    elementsOf(rule)
      .map(actOf)
      .find((act) => act !== null) ??
    null
  );
}

/** An item as an undated line. */
export function undatedView(plan: ResolvedPlan, item: ResolvedItem, reader?: Reader): UndatedView {
  const { deadline } = item;
  const waits = [...new Set((deadline?.waiting ?? []).map(({ event }) => event))].map((id) => ({
    id,
    title: eventTitle(plan, id),
  }));
  return {
    item: item.id,
    title: titleOf(item, plan.byId),
    wording: deadline?.text ?? null,
    state: deadline === null || deadline.state === "dated" ? "none" : deadline.state,
    waits,
    act: deadline === null ? null : actOf(deadline.rule),
    who: namedBeside(plan, item.responsible, reader),
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
    const view = undatedView(plan, item, { party, relation });
    groups[view.state].push(view);
  }
  return groups;
}
