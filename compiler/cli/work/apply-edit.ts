import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compile, isError } from "../../compile.ts";
import type { SourceFile } from "../../source/span.ts";
import { planFolder, textOption, type Options } from "../terminal/arguments.ts";
import { describeDifference } from "../commands/diff.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, summary, type Findings } from "./findings.ts";
import { filled } from "../messages/messages.ts";
import { cacheFolder } from "../files/root.ts";
import { readPlan } from "../files/sources.ts";
import { writeWhole } from "../output/atomic-write.ts";

/** A file as an edit leaves it; `before` is null for a new one. Texts are without the byte order mark, which a file keeps. */
export interface Edited {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** What can be taken back: the bytes of each file before and after. */
interface Undoable {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** The note of the last edit of a plan's folder. */
const undoFile = (plan: string): string =>
  join(cacheFolder, `undo-${createHash("sha256").update(resolve(plan)).digest("hex").slice(0, 16)}.json`);

const rawText = (path: string): string | null =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : null;

/** Writes edited files and remembers how to take them back. */
export function writeEdited(edited: readonly Edited[], options: Options, terminal: Terminal): void {
  const undoable = edited.map(({ path, after }): Undoable => {
    const raw = rawText(path);
    return { path: resolve(path), before: raw, after: `${raw?.startsWith("\ufeff") ? "\ufeff" : ""}${after}` };
  });
  for (const { path, after } of undoable) writeWhole(path, after, terminal);
  try {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(undoFile(planFolder(options)), JSON.stringify(undoable));
  } catch {
    // Without the note of it the edit stands; only `srok undo` does not know it.
  }
}

/** The note of the last edit; undefined where there is none. One that is damaged is as good as none. */
function readNote(note: string): readonly Undoable[] | undefined {
  try {
    const noted: unknown = JSON.parse(readFileSync(note, "utf8"));
    const isText = (value: unknown): boolean => typeof value === "string";
    const isEdit = (each: Partial<Undoable> | null): boolean =>
      isText(each?.path) && isText(each?.after) && (each?.before === null || isText(each?.before));
    return Array.isArray(noted) && noted.every(isEdit) ? (noted as Undoable[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the last edit back, byte for byte; refuses where a file has changed since. */
export function undoLast(options: Options, terminal: Terminal): void {
  const messages = editMessages[terminal.language];
  const note = undoFile(planFolder(options));
  const undoable = readNote(note);
  if (undoable === undefined) throw new UsageError(messages.nothingToUndo);
  const changed = undoable.find(({ path, after }) => rawText(path) !== after);
  if (changed !== undefined) throw new UsageError(filled(messages.changedSince, { path: changed.path }));
  for (const { path, before } of undoable) {
    if (before === null) rmSync(path);
    else writeWhole(path, before, terminal);
    terminal.print(filled(before === null ? messages.removed : messages.undone, { path }));
  }
  rmSync(note);
}

/** The plan as it lies here, compiled with its drafts; its errors are printed and end the command. */
export function readForEditing(options: Options, terminal: Terminal): Findings | undefined {
  const findings = compilePlan(options, terminal, { drafts: true });
  if (!findings.diagnostics.some(isError)) return findings;
  printFindings(findings, terminal);
  terminal.print(`${summary(findings, terminal)}\n${editMessages[terminal.language].errorsFirst}`);
  return undefined;
}

function withEdited(sources: readonly SourceFile[], edited: readonly Edited[]): SourceFile[] {
  const after = new Map([
    ...sources.map(({ path, text }) => [path, text] as const),
    ...edited.map(({ path, after: text }) => [path, text] as const),
  ]);
  return [...after].map(([path, text]) => ({ path, text }));
}

/**
 * Makes an edit: compiles the plan with it first, and writes only what leaves no error; then says what it changes in the
 * dates. Gives the exit status.
 */
export function carryOut(
  edited: readonly Edited[],
  options: Options,
  terminal: Terminal,
  remarks: readonly string[] = [],
): number {
  const messages = editMessages[terminal.language];
  const before = readPlan(options, terminal);
  const after = withEdited(before, edited);
  const outcome = compile(after, { drafts: true });
  if (outcome.diagnostics.some(isError)) {
    const findings = {
      ...outcome,
      diagnostics: outcome.diagnostics.filter(isError),
      texts: new Map(after.map(({ path, text }) => [path, text])),
    };
    printFindings(findings, terminal);
    terminal.print(messages.refused);
    return 1;
  }
  const dry = options["dry-run"] === true;
  if (!dry) writeEdited(edited, options, terminal);
  for (const { path } of edited) terminal.print(filled(dry ? messages.wouldWrite : messages.wrote, { path }));
  for (const remark of remarks) terminal.print(remark);
  terminal.print(`\n${describeDifference(before, after, "text", terminal).text}`);
  return 0;
}

/** Options of every command that edits. */
export const editOptions = {
  "dry-run": { type: "boolean" },
  year: { type: "string" },
  series: { type: "string" },
} as const;

/** An option that a command cannot do without. */
export function needed(options: Options, name: string, terminal: Terminal): string {
  const value = textOption(options, name)?.trim();
  if (value === undefined || value === "")
    throw new UsageError(filled(editMessages[terminal.language].needsOption, { name: `--${name}` }));
  return value;
}
