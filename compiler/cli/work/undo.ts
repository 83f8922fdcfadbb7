/** Files that an edit wrote, and the note by which `srok undo` takes the last edit back. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SourceFile } from "../../source/span.ts";
import { writeWhole } from "../files/atomic-write.ts";
import { cacheFolder } from "../files/root.ts";
import { filled } from "../messages/messages.ts";
import { planFolder, type Options } from "../terminal/arguments.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";

const messagesByLanguage = {
  ru: {
    nothing: "отменять нечего",
    changedSince: "файл с тех пор изменён, отменить нельзя: {path}",
    restored: "Возвращено: {path}",
    removed: "Удалено: {path}",
  },
  en: {
    nothing: "nothing to undo",
    changedSince: "the file has changed since, cannot undo: {path}",
    restored: "Restored: {path}",
    removed: "Removed: {path}",
  },
};

/** The bytes of a file before and after an edit; `before` is null for a file that the edit made. */
interface WrittenFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** The note of the last edit of a plan's folder. */
const noteOf = (plan: string): string =>
  join(cacheFolder, `undo-${createHash("sha256").update(resolve(plan)).digest("hex").slice(0, 16)}.json`);

const rawText = (path: string): string | null =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : null;

/**
 * Writes edited files and the note of how to take them back. A byte order mark, which texts are given without, stays.
 * Throws a SystemError for a file that cannot be written.
 */
export function writeEdited(edited: readonly SourceFile[], options: Options, terminal: Terminal): void {
  const written = edited.map(({ path, text }): WrittenFile => {
    const raw = rawText(path);
    return { path: resolve(path), before: raw, after: `${raw?.startsWith("\ufeff") ? "\ufeff" : ""}${text}` };
  });
  for (const { path, after } of written) writeWhole(path, after, terminal);
  try {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(noteOf(planFolder(options)), JSON.stringify(written));
  } catch {
    // The edit stays without its note; only `srok undo` cannot take it back.
  }
}

const isText = (value: unknown): boolean => typeof value === "string";

/** The files of the note; undefined where there is none or it is damaged. */
function readNote(note: string): readonly WrittenFile[] | undefined {
  try {
    const noted: unknown = JSON.parse(readFileSync(note, "utf8"));
    const isWritten = (each: Partial<WrittenFile> | null): boolean =>
      isText(each?.path) && isText(each?.after) && (each?.before === null || isText(each?.before));
    return Array.isArray(noted) && noted.every(isWritten) ? (noted as WrittenFile[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the last edit back, byte for byte. Throws a UsageError where there is none, or a file has changed since. */
export function undoLast(options: Options, terminal: Terminal): void {
  const own = messagesByLanguage[terminal.language];
  const note = noteOf(planFolder(options));
  const written = readNote(note);
  if (written === undefined) throw new UsageError(own.nothing);
  const changed = written.find(({ path, after }) => rawText(path) !== after);
  if (changed !== undefined) throw new UsageError(filled(own.changedSince, { path: changed.path }));
  for (const { path, before } of written) {
    if (before === null) rmSync(path);
    else writeWhole(path, before, terminal);
    terminal.print(filled(before === null ? own.removed : own.restored, { path }));
  }
  rmSync(note);
}
