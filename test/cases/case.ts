import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { defaultLimits, type Limits } from "../../compiler/load/limits.ts";
import { positionAt, type SourceFile } from "../../compiler/source/span.ts";
import { readPlan, repository, shippedFiles } from "../plan-files.ts";

export const casesFolder = join(repository, "test", "cases");

/** What a case changes besides files of its own. Paths are below `plan/`. */
interface Changes {
  /** Files of the base that the case does without. */
  readonly without?: readonly string[];
  /** Files filled up with a comment to this many characters. */
  readonly pad?: Readonly<Record<string, number>>;
  /** Limits that the case meets with less than a million rows. */
  readonly limits?: Partial<Limits>;
}

const changesOf = (folder: string): Changes =>
  existsSync(join(folder, "case.json")) ? (JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Changes) : {};

/** The limits that a case is compiled under. */
export const limitsOf = (folder: string): Limits => ({ ...defaultLimits, ...changesOf(folder).limits });

/**
 * The sources of a case: the shipped calendars and rule sets, the base plan over them, the case's own files over both. So a
 * case holds only what it is about.
 */
export function sourcesOf(folder: string): SourceFile[] {
  const changes = changesOf(folder);
  const shipped = shippedFiles();
  const own = existsSync(join(folder, "plan")) ? readPlan(join(folder, "plan")) : [];
  const files = new Map(
    [...shipped, ...readPlan(join(casesFolder, "base", "plan")), ...own].map((file) => [file.path, file]),
  );
  for (const path of changes.without ?? []) files.delete(`plan/${path}`);
  for (const [path, length] of Object.entries(changes.pad ?? {})) {
    const text = files.get(`plan/${path}`)?.text ?? "";
    files.set(`plan/${path}`, {
      path: `plan/${path}`,
      text: `${text}#${" ".repeat(Math.max(0, length - text.length - 1))}`,
    });
  }
  return [...files.values()];
}

/** What a person wrote down before the compiler ran; never written by a test. */
export function expectation(folder: string): string[] {
  return readFileSync(join(folder, "expected.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/**
 * What is expected of a bad case: `code file:line:column "token"`, or, where the file has the token once, `code file "token"`, which is
 * given its place here.
 */
export function expectedFindings(folder: string, sources: readonly SourceFile[]): string[] {
  return expectation(folder).map((line) => {
    const [, code, file, token] = /^(\S+) (\S+\.yaml) (".*")$/.exec(line) ?? [];
    if (code === undefined || token === undefined) return line;
    const text = sources.find(({ path }) => path === `plan/${file}`)?.text ?? "";
    const places = text.split(JSON.parse(token) as string);
    expect(places.length, `${folder}: ${file} has ${token} more than once or never: say where`).toBe(2);
    const at = positionAt(text, places[0]!.length);
    return `${code} ${file}:${at.line}:${at.column} ${token}`;
  });
}

/** Holds a text to a committed file; `UPDATE=1 npx vitest run` writes it anew. */
export function holdToGolden(path: string, text: string): void {
  if (process.env["UPDATE"] === "1") {
    writeFileSync(path, text);
    return;
  }
  expect(existsSync(path), `${path} is missing: run the tests once with UPDATE=1 and read what was written`).toBe(true);
  expect(text).toBe(readFileSync(path, "utf8"));
}
