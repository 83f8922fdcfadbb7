import { lstatSync, statSync, writeFileSync } from "node:fs";
import { SystemError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";
import { attempt } from "../terminal/system-errors.ts";
import { writeWhole } from "../files/atomic-write.ts";

/**
 * Writes to the place that `--out` names. A pipe or a device (`/dev/stdout`) gets the bytes and stays what it is.
 * Throws a SystemError where the system refuses, and for a link to a file: it is neither followed nor replaced, for a
 * stranger may have made it.
 */
export function writeOut(path: string, bytes: Uint8Array | string, terminal: Terminal): void {
  const isDone = attempt(path, terminal, () => {
    const behind = statSync(path, { throwIfNoEntry: false });
    if (behind !== undefined && !behind.isFile()) return (writeFileSync(path, bytes), true);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new SystemError(`${filled(terminal.messages.cannotWrite, { path })}: ${terminal.messages.isLink}`);
    return false;
  });
  if (!isDone) writeWhole(path, bytes, terminal);
}
