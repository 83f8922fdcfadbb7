import { lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const foldersIn = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name)).sort();

/** The ledgers in a plan's folder, one a year of a series; none where nothing was published. Links are not followed. */
export function findLedgers(plan: string): string[] {
  const top = resolve(plan);
  if (!(lstatSync(top, { throwIfNoEntry: false })?.isDirectory() ?? false)) return [];
  const paths = foldersIn(top).flatMap(foldersIn).map((folder) => join(folder, "ledger.json"));
  return paths.filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
