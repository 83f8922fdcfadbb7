import { applyFixes } from "../../edit/fix.ts";
import { counted, languages, type Forms, type LanguageCode } from "../../locale/languages.ts";
import { readPlan } from "../files/sources.ts";
import type { Options } from "../terminal/arguments.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { compileSources, type Findings } from "./findings.ts";
import { writeEdited } from "./undo.ts";

const fixes: Readonly<Record<LanguageCode, Forms>> = {
  ru: ["исправление", "исправления", "исправлений"],
  en: ["fix", "fixes", "fixes"],
};

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
  for (let round = 0; round < mostRounds; round++) {
    const sources = [...findings.texts].map(([path, text]) => ({ path, text }));
    const next = applyFixes(sources, findings.diagnostics);
    if (next.made === 0) break;
    total += next.made;
    findings = compileSources(next.sources, { drafts: true });
  }
  if (total === 0) return findings;
  const edited = before.flatMap(({ path, text }) => {
    const after = findings.texts.get(path)!;
    return after === text ? [] : [{ path, text: after }];
  });
  writeEdited(edited, options, terminal);
  terminal.print(counted(languages[terminal.language], total, fixes[terminal.language]));
  return findings;
}
