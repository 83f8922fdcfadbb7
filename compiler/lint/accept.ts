import { catalogue, isAcceptable, type DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { extentOf, spanAt, type ParsedFile, type Path } from "../load/yaml/parsed-yaml.ts";
import { nearest, slipOf } from "../source/nearest.ts";
import { memoizeByObject } from "../source/memoize.ts";
import type { Span } from "../source/span.ts";

/** One `accept` entry: it covers the map that it stands in. */
interface Acceptance {
  readonly code: string;
  readonly codeSpan: Span;
  readonly covers: Span;
}

/** Every `accept` of a file. Files without the word are not walked. */
const acceptancesIn = memoizeByObject((file: ParsedFile): readonly Acceptance[] => {
  const found: Acceptance[] = [];
  if (!file.source.text.includes("accept:")) return found;
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    const { accept } = value as { accept?: readonly { code: string }[] };
    accept?.forEach(({ code }, index) =>
      found.push({ code, codeSpan: spanAt(file, [...path, "accept", index, "code"]), covers: extentOf(file, path) }),
    );
    for (const [key, inner] of Object.entries(value))
      if (key !== "accept") walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(file.data, []);
  return found;
});

const inside = (span: Span, outer: Span): boolean =>
  span.file === outer.file && span.start >= outer.start && span.start < outer.end;

/**
 * The diagnostics without those that the plan accepts with a reason where they stand: warnings, notes, and errors that
 * allow it. An acceptance of nothing is itself reported.
 */
export function withoutAccepted(
  diagnostics: readonly Diagnostic[],
  files: readonly ParsedFile[],
): readonly Diagnostic[] {
  const remaining: Diagnostic[] = [];
  const report: Report = (diagnostic) => remaining.push(diagnostic);
  const used = new Set<Acceptance>();
  const acceptances = files.flatMap(acceptancesIn);
  const byFile = Map.groupBy(acceptances, ({ covers }) => covers.file);
  for (const diagnostic of diagnostics) {
    const by = !isAcceptable(diagnostic.code)
      ? undefined
      : byFile
          .get(diagnostic.span.file)
          ?.find(({ code, covers }) => code === diagnostic.code && inside(diagnostic.span, covers));
    if (by === undefined) report(diagnostic);
    else used.add(by);
  }
  for (const acceptance of acceptances) {
    const { code, codeSpan: span } = acceptance;
    if (!Object.hasOwn(catalogue, code)) {
      const suggestion = nearest(code, Object.keys(catalogue));
      const certain = slipOf(code, Object.keys(catalogue));
      report({
        code: "accept-unknown",
        values: { code, suggestion },
        span,
        fix: certain === undefined ? undefined : { span, text: certain },
      });
    } else if (!isAcceptable(code as DiagnosticCode)) report({ code: "accept-error", values: { code }, span });
    else if (!used.has(acceptance)) report({ code: "accept-unused", values: { code }, span });
  }
  return remaining;
}
