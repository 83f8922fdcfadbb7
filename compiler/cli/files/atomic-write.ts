import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Terminal } from "../terminal/terminal.ts";
import { refusal } from "../terminal/system-errors.ts";

/** What the names of files begin with that are to take another's place. */
export const besidePrefix = (path: string): string => `${path}.next-`;

/** The name under which a file waits to take another's place. */
export const beside = (path: string): string => `${besidePrefix(path)}${process.pid}`;

/** Writes a file beside its place; when this returns its bytes are on the disk, so that a rename cannot come before them. */
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

/** Writes a file so that it is there whole or not at all. */
export function writeWhole(path: string, bytes: Uint8Array | string, terminal: Terminal): void {
  try {
    writeBeside(path, bytes);
    renameSync(beside(path), path);
  } catch (error) {
    rmSync(beside(path), { force: true });
    throw refusal("cannotWrite", path, error, terminal);
  }
}
