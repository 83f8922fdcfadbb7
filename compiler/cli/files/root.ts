import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The project's folder: the nearest one above this file that holds `compiler/` and `schema/` (this file may be bundled
 * elsewhere).
 */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(folder, "compiler")) && existsSync(join(folder, "schema"))) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}

export const root = findRoot();

/** Files that only save time, beside the installed packages; they can be deleted at any moment. */
export const cacheFolder = join(root, "node_modules", ".cache", "srok");
