import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { titleOf } from "../../explain/titles.ts";
import type { DayView } from "../days.ts";
import { allDues, type DueView } from "../dues.ts";
import { controlForm } from "../../query/controls.ts";
import { partyRef } from "../../query/labels.ts";
import { safeDay } from "../role/upcoming.ts";

/** A day by which something of an item is due: the reader's browser picks the next one. */
export interface FoundDate {
  readonly kind: DueView["kind"];
  /** The day that it is safe to plan by. */
  readonly by: DayView;
  /** The day that the plan names. */
  readonly named: DayView;
}

/** What an item is found by, and what is told of it where it is found. */
export interface FoundItem {
  readonly id: string;
  readonly title: string;
  readonly section: { readonly number: string; readonly short: string };
  /** Its words and those of its cells, as the order has them; the parties by all their names. */
  readonly text: readonly string[];
  readonly state: "dated" | "on-event" | "continuous" | "external" | "none";
  /** By day, each day and kind once. */
  readonly dates: readonly FoundDate[];
}

/** A mark, a label and a name that say the same are told once. */
function namesOf(plan: ResolvedPlan, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const { label, name, mark } = partyRef(plan, id);
    return [...new Set([label, name, mark])];
  });
}

function textOf(plan: ResolvedPlan, item: ResolvedItem): string[] {
  const texts = [
    item.source.data.activity,
    item.deadline?.text,
    ...namesOf(plan, item.responsible),
    controlForm(plan, item),
    item.control?.deadline?.text,
    ...namesOf(
      plan,
      (item.control?.controlled ?? []).filter((id) => !item.responsible.includes(id)),
    ),
  ];
  return texts.filter((text): text is string => text !== null && text !== undefined && text !== "");
}

function datesOf(dues: readonly DueView[]): FoundDate[] {
  const dates = new Map(
    dues.map((due): [string, FoundDate] => [
      `${safeDay(due).iso} ${due.kind}`,
      { kind: due.kind, by: safeDay(due), named: due.day },
    ]),
  );
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, date]) => date);
}

/** All items of a plan as the search knows them. */
export function foundItems(plan: ResolvedPlan): FoundItem[] {
  const sections = new Map(
    plan.plan.sections.map(({ data }) => [data.id, { number: data.number, short: data.short ?? data.title }]),
  );
  const byItem = Map.groupBy(allDues(plan), ({ item }) => item);
  return plan.items.map((item) => ({
    id: item.id,
    title: titleOf(item, plan.byId),
    section: sections.get(item.section)!,
    text: textOf(plan, item),
    state: item.deadline?.state ?? "none",
    dates: datesOf(byItem.get(item.id) ?? []),
  }));
}
