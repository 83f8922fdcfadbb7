import { lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();

/**
 * The ledgers in a plan's folder, one a year of a series; none where nothing was published. A link or a folder in the place of
 * one is among them: who reads it is told, for a ledger that is overlooked is a year that begins anew for its subscribers.
 */
export function findLedgers(plan: string): string[] {
  const top = resolve(plan);
  if (!(lstatSync(top, { throwIfNoEntry: false })?.isDirectory() ?? false)) return [];
  const paths = foldersIn(top)
    .flatMap(foldersIn)
    .map((folder) => join(folder, "ledger.json"));
  return paths.filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
}
