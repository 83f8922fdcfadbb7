import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Terminal } from "../terminal/terminal.ts";
import { refusal } from "../terminal/system-errors.ts";

/** The beginning of the names under which files wait to take the place of `path`. */
export const besidePrefix = (path: string): string => `${path}.next-`;

/** The name under which this process's file waits to take the place of `path`. */
export const beside = (path: string): string => `${besidePrefix(path)}${process.pid}`;

/**
 * Writes a file beside its place. When this returns the bytes are on the disk, so a rename cannot come before them.
 * Throws what the system refuses.
 */
export function writeBeside(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(beside(path), "w");
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes a file so that it is there whole or not at all. Throws a SystemError where the system refuses. */
export function writeWhole(path: string, bytes: Uint8Array | string, terminal: Terminal): void {
  try {
    writeBeside(path, bytes);
    renameSync(beside(path), path);
  } catch (error) {
    rmSync(beside(path), { force: true });
    throw refusal("cannotWrite", path, error, terminal);
  }
}
