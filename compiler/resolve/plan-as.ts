import { laterBy, yearsOf } from "../calendar/bounds.ts";
import type { Plan } from "../load/workspace.ts";

/**
 * Returns the name and bounds that a plan has as many years later. Years of its own in the name move with it: `2024-2025` becomes
 * `2025-2026`. Another name has no later form and stays.
 */
export function planLater({ id, bounds }: Pick<Plan, "id" | "bounds">, years: number): Pick<Plan, "id" | "bounds"> {
  const own = yearsOf(bounds);
  const later = id.replace(/(?<!\d)\d{4}(?!\d)/g, (year) =>
    own.includes(Number(year)) ? String(Number(year) + years) : year,
  );
  return { id: later, bounds: laterBy(years, bounds) };
}

/** Returns the name and bounds of a plan as if it began in a year; its own where none is given. */
export function planAs(plan: Pick<Plan, "id" | "bounds">, year: number | undefined): Pick<Plan, "id" | "bounds"> {
  return year === undefined ? plan : planLater(plan, year - yearsOf(plan.bounds)[0]!);
}
