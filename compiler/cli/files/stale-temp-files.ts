/** What a killed build or publication leaves behind, under names that carry the number of its process, is put right by the next. */
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Whether another process has that number now; what bears our own was left by an earlier one. */
function isRunning(process_: number): boolean {
  if (process_ === process.pid) return false;
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What processes that are no more have left in a folder under names of theirs: a prefix and the number of the process. */
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

/** Takes away what killed builds have left in a folder. */
export function sweep(folder: string, prefixes: readonly string[]): void {
  for (const name of leftIn(folder, prefixes)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** A build that was killed between its two renames left the last one aside: it is put back. */
function recover(target: string): void {
  const [folder, name] = [dirname(target), basename(target)];
  if (existsSync(target) || !existsSync(folder)) return;
  const aside = readdirSync(folder)
    .filter((each) => each.startsWith(`${name}.previous-`))
    .sort()
    .at(-1);
  if (aside !== undefined) renameSync(join(folder, aside), target);
}

/** What stands where it belongs again, and nothing beside it. */
export function tidy(target: string): void {
  recover(target);
  sweep(dirname(target), [`${basename(target)}.next-`, `${basename(target)}.previous-`]);
}
