import { lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();

/**
 * The paths of the ledgers in a plan's folder, one a year of a series; none where nothing was published. A link or a
 * folder in the place of a ledger is listed too, so that reading it is an error: a ledger that is passed over would
 * begin its year anew for its subscribers.
 */
export function findLedgers(plan: string): string[] {
  const top = resolve(plan);
  if (!(lstatSync(top, { throwIfNoEntry: false })?.isDirectory() ?? false)) return [];
  const paths = foldersIn(top)
    .flatMap(foldersIn)
    .map((folder) => join(folder, "ledger.json"));
  return paths.filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
}
