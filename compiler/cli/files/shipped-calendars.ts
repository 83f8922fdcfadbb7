import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** The calendars that come with the program, each with its years. */
export function shippedCalendars(): Record<string, number[]> {
  const folder = join(root, "plan", "calendars");
  const yearsOf = (name: string): number[] =>
    readdirSync(join(folder, name)).flatMap((file) => (/^\d{4}\.yaml$/.test(file) ? [Number(file.slice(0, 4))] : []));
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, yearsOf(name).sort()]),
  );
}
