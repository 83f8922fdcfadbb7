import type { ResolvedPlan } from "../../resolve/model.ts";
import { memoizeByPlan } from "../../query/plan-index.ts";
import type { DayView } from "../days.ts";
import { duesOfItem, type DueView } from "../dues.ts";
import { daysOf } from "../role/upcoming.ts";
import type { DerivationView } from "./derivation.ts";
import type { ItemView } from "./item.ts";

/** A day under which a date of an item is shown: the safe one, then that which the plan names, then that which rules move it to. */
export interface CardDay {
  readonly due: DueView;
  readonly day: DayView;
  readonly anchor: string;
}

/** Names the places of dates on an item's page by kind and day; a second date of one day has a number. */
export function anchorsOf(list: readonly DerivationView[]): readonly string[] {
  const seen = new Map<string, number>();
  return list.map(({ due: { kind, day } }) => {
    const name = `${kind === "work" ? "srok" : "kontrol"}-${day.iso}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  });
}

/** The dates that an item's page answers with: those of the work, where it has none those of its check. */
export const answeringDates = ({ dates, control }: ItemView): readonly DerivationView[] =>
  dates.length > 0 ? dates : (control?.dates ?? []);

/** The days that the page answers with, by day: a browser shows the first that has not passed. */
export function cardDays(item: ItemView): readonly CardDay[] {
  const list = answeringDates(item);
  const anchors = anchorsOf(list);
  return list
    .flatMap(({ due }, index) => daysOf(due).map((day): CardDay => ({ due, day, anchor: anchors[index]! })))
    .sort((a, b) => a.day.serial - b.day.serial);
}

/** The day of an item's only date; undefined where it has several or none. */
export function onlyDay(plan: ResolvedPlan, id: string): DayView | undefined {
  const dues = duesOfItem(plan, id);
  const work = dues.filter(({ kind }) => kind === "work");
  const [due, ...more] = work.length > 0 ? work : dues;
  if (due === undefined || more.length > 0) return undefined;
  return daysOf(due).toSorted((a, b) => a.serial - b.serial)[0];
}

/** The days with which an item answers alone, by day as ISO 8601: a preview of such an item, or of the day, shows it. */
export const shownDays = memoizeByPlan(
  (plan): ReadonlyMap<string, DayView> =>
    new Map(plan.items.flatMap(({ id }) => onlyDay(plan, id) ?? []).map((day) => [day.iso, day])),
);
