import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../compiler/source/span.ts";

export const repository = fileURLToPath(new URL("..", import.meta.url));

/** Every file below a folder, by its path there ("/" on every system), sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/\\/g, "/").replace(/^\//, ""))
    .sort();
}

/** The files of a plan, as the compiler is handed them; `keep` chooses by the path below `plan/`. */
export function readPlan(folder: string, keep: (path: string) => boolean = () => true): SourceFile[] {
  return filesBelow(folder)
    .filter(keep)
    .map((path) => ({ path: `plan/${path}`, text: readFileSync(join(folder, path), "utf8") }));
}

/**
 * A copy of the plan as its order of 2024 approved it, with the calendars and rule sets of that time. Tests read this copy and never
 * the plan in `plan/`, so that no lawful edit of the plan turns a test red.
 */
export const plan2024Folder = join(repository, "test", "fixtures", "plan-2024");

/** The files of that copy, as the compiler is handed them. */
export const plan2024 = (): SourceFile[] => readPlan(plan2024Folder);

/** The calendars and rule sets of that copy. */
export const shippedFiles = (): SourceFile[] => readPlan(plan2024Folder, (path) => /^(calendars|rules)\//.test(path));
