/**
 * Cleans up after a build or a publication that was killed: its files carry the number of its process in their names.
 */
import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Whether another process has that number now; files with our own number were left by an earlier process. */
function isRunning(process_: number): boolean {
  if (process_ === process.pid) return false;
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Names in a folder that are one of the prefixes and the number of a process that has ended. */
function leftIn(folder: string, prefixes: readonly string[]): string[] {
  const isLeft = (name: string): boolean =>
    prefixes.some(
      (prefix) =>
        name.startsWith(prefix) &&
        /^\d+$/.test(name.slice(prefix.length)) &&
        !isRunning(Number(name.slice(prefix.length))),
    );
  return existsSync(folder) ? readdirSync(folder).filter(isLeft).sort() : [];
}

/** Lets its owner write to a folder and to all below it. Throws what the system refuses. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
}

/**
 * Removes a folder that is of no use any more, a read-only one too; false where the system refuses. What is left behind is in
 * nobody's way, so it stops nothing.
 */
export function removeSpent(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    try {
      makeWritable(path);
      rmSync(path, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  }
}

/** Removes what processes that have ended left in a folder, as far as the system lets it. */
export function sweep(folder: string, prefixes: readonly string[]): void {
  for (const name of leftIn(folder, prefixes)) removeSpent(join(folder, name));
}

/** Puts the last build back where a build was killed between its two renames. */
function recover(target: string): void {
  const [folder, name] = [dirname(target), basename(target)];
  if (existsSync(target) || !existsSync(folder)) return;
  const aside = readdirSync(folder)
    .filter((each) => each.startsWith(`${name}.previous-`))
    .sort()
    .at(-1);
  if (aside !== undefined) renameSync(join(folder, aside), target);
}

/** Puts the last build back in its place and removes what was left beside it. */
export function tidy(target: string): void {
  recover(target);
  sweep(dirname(target), [`${basename(target)}.next-`, `${basename(target)}.previous-`]);
}
