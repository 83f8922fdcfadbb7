import { counted, languages, type Forms, type LanguageCode } from "../../locale/languages.ts";
import { applyFixes, type Replaced } from "../../edit/fix.ts";
import { positionAt } from "../../source/span.ts";
import { readPlan } from "../files/sources.ts";
import type { Options } from "../terminal/arguments.ts";
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
    const next = applyFixes(sources, findings.diagnostics);
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
