import { isAlias, isNode, parseDocument, visit, type Document, type Node } from "yaml";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/span.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { spanTree } from "./span-tree.ts";
import { syntaxDiagnostics } from "./syntax.ts";

/** Files larger than this are refused: the whole 2024 plan is a tenth of one megabyte. */
export const maxFileMegabytes = 16;

/** Anchors, each once, and references to none: where an anchor is told, the references to it go with it. */
function aliasDiagnostics(document: Document, { path: file, text }: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  const anchors = new Set<string>();
  const report = (start: number, end: number): unknown => found.push({ code: "yaml-alias", values: {}, span: { file, start, end } });
  visit(document, (_, node) => {
    if (isAlias(node)) {
      if (!anchors.has(node.source)) report(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
    } else if (isNode(node) && "anchor" in node && typeof node.anchor === "string") {
      // What a file with anchors expands to is told at the first: the others are mostly built on it.
      const start = text.lastIndexOf(`&${node.anchor}`, node.range?.[0]);
      if (anchors.size === 0) report(start, start + node.anchor.length + 1);
      anchors.add(node.anchor);
    }
  });
  return found;
}

/** Remembers what clean files were read as, by their text. It may forget at any time. */
export interface ParseMemory {
  recall(text: string): Pick<ParsedFile, "data" | "spans"> | undefined;
  remember(text: string, read: Pick<ParsedFile, "data" | "spans">): void;
}

/**
 * Parses one YAML 1.2 file (core schema, no anchors). Never throws: the value is undefined when nothing can be
 * read from it.
 */
export function parse(given: SourceFile, memory?: ParseMemory): Outcome<ParsedFile | undefined> {
  const source = given.text.startsWith("\ufeff") ? { ...given, text: given.text.slice(1) } : given;
  const diagnostics: Diagnostic[] = [];
  if (source.text.length > maxFileMegabytes * 1_000_000) {
    return { value: undefined, diagnostics: [{ code: "file-too-large", values: { limit: maxFileMegabytes }, span: { file: source.path, start: 0, end: 1 } }] };
  }
  const known = memory?.recall(source.text);
  if (known !== undefined) return { value: { source, ...known }, diagnostics };
  const document = parseDocument(source.text, { prettyErrors: false, version: "1.2", schema: "core" });
  diagnostics.push(...syntaxDiagnostics([...document.errors, ...document.warnings], source));
  if (/[&*]/.test(source.text)) diagnostics.push(...aliasDiagnostics(document, source));
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const read = { data: document.toJS() as unknown, spans: spanTree(document.contents as Node | null) };
  memory?.remember(source.text, read);
  return { value: { source, ...read }, diagnostics };
}
