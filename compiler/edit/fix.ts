import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/span.ts";
import { splice, type Splice } from "./splice.ts";

/** A replacement that was made. */
export interface Replaced {
  readonly span: Span;
  readonly was: string;
  readonly text: string;
}

/** Names that other files define: where one is unknown in several places it was renamed, and what it is called now nobody can tell. */
const names: ReadonlySet<DiagnosticCode> = new Set([
  "unknown-party",
  "unknown-event",
  "unknown-period",
  "unknown-item",
  "unknown-reading",
  "unknown-amendment",
]);

/** The findings whose fix can mean nothing else. */
function certain(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const name = ({ code, values }: Diagnostic): string => `${code} ${String(values["name"])}`;
  const times = new Map<string, number>();
  for (const diagnostic of diagnostics) times.set(name(diagnostic), (times.get(name(diagnostic)) ?? 0) + 1);
  return diagnostics.filter((diagnostic) => !names.has(diagnostic.code) || times.get(name(diagnostic)) === 1);
}

/** The replacements that findings carry, by file; of two that overlap only the first is made. */
function replacements(diagnostics: readonly Diagnostic[]): Map<string, Splice[]> {
  const byFile = new Map<string, Splice[]>();
  const ordered = certain(diagnostics)
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

/** What the files are once the certain fixes of their findings are made, and what was replaced in them. */
export function applyFixes(
  sources: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
): { readonly sources: readonly SourceFile[]; readonly made: readonly Replaced[] } {
  const byFile = replacements(diagnostics);
  const made = sources.flatMap(({ path, text: whole }) =>
    (byFile.get(path) ?? []).map(({ start, end, text }): Replaced => ({
      span: { file: path, start, end },
      was: whole.slice(start, end),
      text,
    })),
  );
  return {
    made,
    sources: sources.map((source) =>
      byFile.has(source.path) ? { ...source, text: splice(source.text, byFile.get(source.path)!) } : source,
    ),
  };
}
