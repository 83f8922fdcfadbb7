import { compile } from "../../compile.ts";
import { applyFixes } from "../../edit/fix.ts";
import { counted, languages } from "../../locale/languages.ts";
import type { Options } from "../terminal/arguments.ts";
import { editMessages } from "../messages/edit-messages.ts";
import { writeEdited } from "./apply-edit.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readPlan } from "../files/sources.ts";

/** One fix can bring to light the next mistake; more rounds than this mean that fixes chase one another. */
const mostRounds = 5;

/** Makes the fixes that findings are certain of, writes the files, and says how many there were. */
export function fixPlan(options: Options, terminal: Terminal): void {
  const before = readPlan(options, terminal);
  let sources: ReturnType<typeof applyFixes>["sources"] = before;
  let total = 0;
  for (let round = 0; round < mostRounds; round++) {
    const next = applyFixes(sources, compile(sources, { drafts: true }).diagnostics);
    if (next.made === 0) break;
    total += next.made;
    sources = next.sources;
  }
  if (total === 0) return;
  const texts = new Map(before.map(({ path, text }) => [path, text]));
  writeEdited(
    sources.flatMap(({ path, text }) =>
      texts.get(path) === text ? [] : [{ path, before: texts.get(path) ?? null, after: text }],
    ),
    options,
    terminal,
  );
  terminal.print(
    counted(languages[terminal.language], total, editMessages[terminal.language].fixed as [string, string, string]),
  );
}
