import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Diagnostic, TextEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/span.ts";
import { splice, type Splice } from "./splice.ts";

/** A replacement that was made. */
export interface Replaced {
  readonly span: Span;
  readonly was: string;
  readonly text: string;
}

/** Names that other files define: where one is unknown in several places it was renamed. */
const names: ReadonlySet<DiagnosticCode> = new Set([
  "unknown-party",
  "unknown-event",
  "unknown-period",
  "unknown-item",
  "unknown-reading",
  "unknown-amendment",
]);

/** Whether a finding of this code does not know a name. */
export const isOfName = (code: DiagnosticCode): boolean => names.has(code);

/** What an earlier version of the plan tells of a name that a finding does not know. */
export interface KnownNames {
  /** What it is called now; undefined where that is not certain. */
  readonly nameNow: (diagnostic: Diagnostic) => string | undefined;
  /** Whether it was a name then. */
  readonly wasKnown: (diagnostic: Diagnostic) => boolean;
}

const noNames: KnownNames = { nameNow: () => undefined, wasKnown: () => false };

/** A name as it is written where a finding stands: an item's in quotes. */
const written = ({ code }: Diagnostic, name: string): string => (code === "unknown-item" ? JSON.stringify(name) : name);

/**
 * The fixes that can mean nothing else. A name that was renamed becomes the new one everywhere; one that was known and is gone is no
 * slip, and nobody can tell what it is called now.
 */
function certain(diagnostics: readonly Diagnostic[], { nameNow, wasKnown }: KnownNames): readonly TextEdit[] {
  const name = ({ code, values }: Diagnostic): string => `${code} ${String(values["name"])}`;
  const times = new Map<string, number>();
  for (const diagnostic of diagnostics) times.set(name(diagnostic), (times.get(name(diagnostic)) ?? 0) + 1);
  return diagnostics.flatMap((diagnostic): TextEdit[] => {
    const { code, fix, span } = diagnostic;
    if (!names.has(code)) return fix === undefined ? [] : [fix];
    const now = nameNow(diagnostic);
    if (now !== undefined) return [{ span, text: written(diagnostic, now) }];
    return fix === undefined || wasKnown(diagnostic) || times.get(name(diagnostic)) !== 1 ? [] : [fix];
  });
}

/** The replacements that findings carry, by file; of two that overlap only the first is made. */
function replacements(diagnostics: readonly Diagnostic[], known: KnownNames): Map<string, Splice[]> {
  const byFile = new Map<string, Splice[]>();
  const ordered = certain(diagnostics, known).toSorted((a, b) => a.span.start - b.span.start);
  for (const {
    span: { file, start, end },
    text,
  } of ordered) {
    const splices = byFile.get(file) ?? [];
    if ((splices.at(-1)?.end ?? 0) <= start) byFile.set(file, [...splices, { start, end, text }]);
  }
  return byFile;
}

/**
 * What the files are once the certain fixes of their findings are made, and what was replaced in them. `known`: what an earlier version
 * tells of names.
 */
export function applyFixes(
  sources: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
  known: KnownNames = noNames,
): { readonly sources: readonly SourceFile[]; readonly made: readonly Replaced[] } {
  const byFile = replacements(diagnostics, known);
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
