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

/** The plan that is published. */
export const publishedPlan = (): SourceFile[] => readPlan(join(repository, "plan"));
