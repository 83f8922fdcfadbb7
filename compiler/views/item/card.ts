import type { DayView } from "../days.ts";
import type { DueView } from "../dues.ts";
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
