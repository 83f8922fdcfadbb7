import { units, type Unit } from "../../calendar/units.ts";
import type { EveryRule } from "../interpretation.ts";

/** A day or a part of a month, as `every: { on: … }` names it. */
export type DaySelectorValue = NonNullable<EveryRule["on"]>;

/**
 * What a selector belongs to: a unit of the calendar or a repeating period of the plan, and whether it lies in what follows.
 * The unit is empty where the frequency decides it: «месяца, следующего за отчетным».
 */
export interface Owner {
  readonly unit: string;
  readonly of?: "following";
}

/** The unit of a reporting period whose length is not known yet. */
export const unnamedUnit = "?";

/** Whether a name is that of a unit of the calendar. */
export const isUnit = (name: string): name is Unit => (units as readonly string[]).includes(name);
