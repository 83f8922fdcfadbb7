import type { Period } from "../generated/types.ts";
import type { Unit } from "../calendar/units.ts";

/** An event or period that a plan names. */
export interface NamedEntity {
  readonly id: string;
  readonly title: string;
  /** The unit of a period that repeats. */
  readonly every?: Unit | undefined;
  /** Meant only by its whole title: «первое полугодие» alone is no half of the school year. */
  readonly whole?: boolean | undefined;
}

/** What phrases may refer to: the plan's events and periods by their titles, its parties by their labels. */
export interface Names {
  readonly events: readonly NamedEntity[];
  readonly periods: readonly NamedEntity[];
  readonly parties: readonly { readonly id: string; readonly label: string }[];
}

/** The id of an event that no plan names; its words stand beside the rule. */
export const unnamed = "?";

/** A plan's periods, and those that a language knows and the plan does not define, by id or title. */
export function withKnownPeriods<T extends { readonly id: string; readonly title: string }>(
  periods: readonly T[],
  known: readonly Period[],
): (T | Period)[] {
  const taken = new Set(periods.flatMap(({ id, title }) => [id, title.toLowerCase().replace(/ё/g, "е")]));
  return [...periods, ...known.filter(({ id, title }) => !taken.has(id) && !taken.has(title))];
}
