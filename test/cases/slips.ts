import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { SourceFile } from "../../compiler/source/span.ts";
import { readPlan, shippedFiles } from "../plan-files.ts";
import { casesFolder } from "./case.ts";

/** One slip of the hand in the base plan, all else being right: the one finding of it, and where it is told. */
export interface Slip {
  readonly slip: string;
  /** The place below `plan/`: file, line, column. */
  readonly at: string;
  /** What is underlined. */
  readonly token: string;
  readonly code: string;
  /** Lines of the base's files by their numbers, as they are written instead; null takes a line out. */
  readonly lines?: Readonly<Record<string, Readonly<Record<number, string | null>>>>;
  /** Files that the base has not. */
  readonly files?: Readonly<Record<string, string>>;
}

export const slipsFolder = join(casesFolder, "slips");

export const slips: readonly Slip[] = readdirSync(slipsFolder)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .flatMap((name) => parse(readFileSync(join(slipsFolder, name), "utf8")) as Slip[]);

const base = [...shippedFiles(), ...readPlan(join(casesFolder, "base", "plan"))];

function withLines({ path, text }: SourceFile, lines: Readonly<Record<number, string | null>>): SourceFile {
  const written = text.split("\n").flatMap((line, index) => lines[index + 1] ?? (index + 1 in lines ? [] : [line]));
  return { path, text: written.join("\n") };
}

/** The files of the base plan with a slip in them. */
export function sourcesWith({ lines = {}, files = {} }: Slip): SourceFile[] {
  const changed = base.map((file) => withLines(file, lines[file.path.replace(/^plan\//, "")] ?? {}));
  return [...changed, ...Object.entries(files).map(([path, text]) => ({ path: `plan/${path}`, text }))];
}
