import { counted, languages, type Forms, type LanguageCode } from "../../locale/languages.ts";
import { applyFixes, isOfName, type KnownNames, type Replaced } from "../../edit/fix.ts";
import { renamingsSince } from "../../diff/renamings.ts";
import { load } from "../../load/load.ts";
import type { Workspace } from "../../load/workspace.ts";
import { positionAt } from "../../source/span.ts";
import { commitOf, lastCommit, sourcesAt } from "../files/git.ts";
import { readPlan } from "../files/sources.ts";
import { planFolder, textOption, type Options } from "../terminal/arguments.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { compileSources, type Findings } from "./findings.ts";
import { writeEdited } from "./undo.ts";

const fixes: Readonly<Record<LanguageCode, Forms>> = {
  ru: ["исправление", "исправления", "исправлений"],
  en: ["fix", "fixes", "fixes"],
};

/** A replacement with its place, as the file was before its round of fixes. */
function lineOf({ span, was, text }: Replaced, texts: ReadonlyMap<string, string>): string {
  const { line, column } = positionAt(texts.get(span.file) ?? "", span.start);
  return `${span.file}:${line}:${column} ${was} → ${text}`;
}

/**
 * What names were called before this change, in the revision that `--base` names, else in the last commit; undefined where git knows
 * of none. An unknown name is looked up there.
 */
function namesBefore(options: Options, terminal: Terminal, now: Workspace): KnownNames | undefined {
  const folder = planFolder(options);
  const base = textOption(options, "base");
  const commit = base === undefined ? lastCommit(folder) : commitOf(folder, base, terminal);
  return commit === undefined ? undefined : renamingsSince(load(sourcesAt(folder, commit, terminal)).value, now);
}

/** One fix can bring the next mistake to light; more rounds than this mean that fixes chase one another. */
const mostRounds = 5;

/**
 * Makes the fixes that findings are certain of, writes the files, prints how many there were, and returns the plan as
 * it is then.
 */
export function fixPlan(options: Options, terminal: Terminal): Findings {
  const before = readPlan(options, terminal);
  let findings = compileSources(before, { drafts: true });
  let total = 0;
  const lines: string[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const sources = [...findings.texts].map(([path, text]) => ({ path, text }));
    const known = findings.diagnostics.some(({ code }) => isOfName(code))
      ? namesBefore(options, terminal, findings.value.workspace)
      : undefined;
    const next = applyFixes(sources, findings.diagnostics, known);
    if (next.made.length === 0) break;
    total += next.made.length;
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    for (const replaced of next.made) lines.push(lineOf(replaced, texts));
    findings = compileSources(next.sources, { drafts: true });
  }
  if (total === 0) return findings;
  const edited = before.flatMap(({ path, text }) => {
    const after = findings.texts.get(path)!;
    return after === text ? [] : [{ path, text: after }];
  });
  writeEdited(edited, options, terminal);
  for (const line of lines) terminal.print(line);
  terminal.print(counted(languages[terminal.language], total, fixes[terminal.language]));
  return findings;
}
