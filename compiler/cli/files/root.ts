import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The program's folder, a checkout or the installed package: the nearest one above this file that holds `compiler/` and
 * `schema/` (this file may be bundled elsewhere).
 */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(folder, "compiler")) && existsSync(join(folder, "schema"))) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}

export const root = findRoot();

/** The packages beside the program: its own in a checkout, those of the project that has installed it otherwise. */
const packages = basename(dirname(root)) === "node_modules" ? dirname(root) : join(root, "node_modules");

/** Files that only save time, beside the installed packages; they can be deleted at any moment. */
export const cacheFolder = join(packages, ".cache", "srok");

/** A module of the program by its path without an ending: a checkout has the sources, the package what was built from them. */
export function modulePath(path: string): string {
  const source = join(root, `${path}.ts`);
  return existsSync(source) ? source : join(root, `${path}.js`);
}
