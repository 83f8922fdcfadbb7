import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { SystemError, type Terminal } from "./environment.ts";
import { filled } from "./messages.ts";

/** What the system says of a failure. */
const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** Writes a file so that it is there whole or not at all. */
export function writeWhole(path: string, bytes: Uint8Array | string, terminal: Terminal): void {
  const next = `${path}.next-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(next, bytes);
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw new SystemError(`${filled(terminal.say.cannotWrite, { path })} (${reasonOf(error)})`);
  }
}
