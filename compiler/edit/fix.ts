import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/span.ts";
import { splice, type Splice } from "./splice.ts";

/** The replacements that findings carry, by file; of two that overlap only the first is made. */
function replacements(diagnostics: readonly Diagnostic[]): Map<string, Splice[]> {
  const byFile = new Map<string, Splice[]>();
  const ordered = diagnostics
    .flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
    .sort((a, b) => a.span.start - b.span.start);
  for (const {
    span: { file, start, end },
    text,
  } of ordered) {
    const splices = byFile.get(file) ?? [];
    if ((splices.at(-1)?.end ?? 0) <= start) byFile.set(file, [...splices, { start, end, text }]);
  }
  return byFile;
}

/** What the files are once the certain fixes of their findings are made, and how many were made. */
export function applyFixes(
  sources: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
): { readonly sources: readonly SourceFile[]; readonly made: number } {
  const byFile = replacements(diagnostics);
  const made = [...byFile.values()].reduce((sum, splices) => sum + splices.length, 0);
  return {
    made,
    sources: sources.map((source) =>
      byFile.has(source.path) ? { ...source, text: splice(source.text, byFile.get(source.path)!) } : source,
    ),
  };
}
