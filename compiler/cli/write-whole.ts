import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Terminal } from "./environment.ts";
import { refusal } from "./refusal.ts";

/** Writes a file so that it is there whole or not at all. */
export function writeWhole(path: string, bytes: Uint8Array | string, terminal: Terminal): void {
  const next = `${path}.next-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(next, bytes);
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw refusal("cannotWrite", path, error, terminal);
  }
}
