import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The project of a plan's folder: the nearest folder above it that is one of npm's, else the folder that the plan lies in. */
function projectOf(plan: string): string {
  const start = dirname(resolve(plan));
  for (let folder = start; ; folder = dirname(folder)) {
    if (["package.json", "node_modules"].some((name) => existsSync(join(folder, name)))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

/**
 * Where editor programs find the schemas of a plan: beside it where the project keeps them, else among what npm's packages keep
 * beside themselves, where they are put by the command.
 */
export function schemaFolder(plan: string): { readonly folder: string; readonly own: boolean } {
  const beside = join(dirname(resolve(plan)), "schema");
  if (existsSync(join(beside, "definitions.schema.json"))) return { folder: beside, own: true };
  return { folder: join(projectOf(plan), "node_modules", ".cache", "srok", "schema"), own: false };
}
