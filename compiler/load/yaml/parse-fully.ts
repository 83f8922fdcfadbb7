import { isAlias, isNode, isScalar, parseDocument, visit, YAMLParseError, type Document, type YAMLError } from "yaml";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import { spanTree } from "./node-spans.ts";
import type { ParsedFile } from "./parsed-yaml.ts";
import { rowsInText } from "./rows-in-text.ts";
import { syntaxDiagnostics } from "./syntax.ts";
import { endOfLine } from "./text-places.ts";

/** Reports anchors, each once, and references without an anchor; a reference to a reported anchor is not reported. */
function aliasDiagnostics(document: Document, { path: file, text }: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  const anchors = new Set<string>();
  const report = (start: number, end: number): unknown =>
    found.push({ code: "yaml-alias", values: {}, span: { file, start, end } });
  visit(document, (_, node) => {
    if (isAlias(node)) {
      if (!anchors.has(node.source)) report(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
    } else if (isNode(node) && "anchor" in node && typeof node.anchor === "string") {
      // Of several anchors the first is reported: the others mostly refer to it.
      const start = text.lastIndexOf(`&${node.anchor}`, node.range?.[0]);
      if (anchors.size === 0) report(start, start + node.anchor.length + 1);
      anchors.add(node.anchor);
    }
  });
  return found;
}

/**
 * Keys that stand twice in one map, as the errors that `yaml` would make of them: its own check compares each key with each.
 */
function repeatedKeys(document: Document): YAMLError[] {
  const found: YAMLError[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        if (seen.has(key.value)) found.push(new YAMLParseError([key.range[0], key.range[1]], "DUPLICATE_KEY", ""));
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** Keys that are lists or maps themselves: YAML has them, a plan does not. */
function keyDiagnostics(document: Document, { path: file }: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (!isNode(key) || isScalar(key) || isAlias(key)) return;
      const [start, end] = key.range ?? [0, 1];
      found.push({
        code: "yaml-syntax",
        values: { what: { terms: ["yaml-key"] }, fix: { terms: ["yaml-key-fix"] } },
        span: { file, start, end },
      });
    },
  });
  return found;
}

/** «Кабинет #5»: to YAML the words behind the sign are a comment, and they would be lost without a word. */
function lostWords(document: Document, { path: file, text }: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar(_, { type, range, value }) {
      const worded = typeof value === "string" && /\p{L}/u.test(value);
      if (type !== "PLAIN" || !range || !(worded || value === null)) return;
      const line = endOfLine(text, range[1]);
      // A key without a value ends at the sign, behind the space.
      const from =
        value === null
          ? range[1] - (/[ \t]*$/.exec(text.slice(Math.max(0, range[1] - 40), range[1]))?.[0].length ?? 0)
          : range[1];
      const sign = /^[ \t]+(?=#\S)/.exec(text.slice(from, line));
      if (sign !== null)
        found.push({
          code: "yaml-syntax",
          values: { what: { terms: ["yaml-hash"] }, fix: { terms: ["yaml-hash-fix"] } },
          span: { file, start: from + sign[0].length, end: line },
        });
    },
  });
  return found;
}

/** Parses one YAML 1.2 file (core schema, no anchors) with `yaml`, which knows all of YAML and what is wrong with a file. */
export function parseFully(source: SourceFile): Outcome<ParsedFile | undefined> {
  const document = parseDocument(source.text, {
    prettyErrors: false,
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
  });
  const aliases = /[&*]/.test(source.text) ? aliasDiagnostics(document, source) : [];
  const syntax = syntaxDiagnostics([...document.errors, ...document.warnings, ...repeatedKeys(document)], source);
  // A text that begins with * is an alias to YAML, and the rest of its line is then one thing too many.
  const diagnostics = [
    ...syntax.filter(
      ({ span }) =>
        !aliases.some(
          (alias) => alias.span.start < span.start && !source.text.slice(alias.span.start, span.start).includes("\n"),
        ),
    ),
    ...aliases,
  ];
  if (/\S[ \t]+#\S/.test(source.text)) diagnostics.push(...lostWords(document, source));
  if (diagnostics.length === 0) diagnostics.push(...rowsInText(document, source));
  if (/(?:^|\s)\?\s|[\]}]\s*:/.test(source.text)) diagnostics.push(...keyDiagnostics(document, source));
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  return {
    value: { source, data: document.toJS() as unknown, spans: spanTree(document.contents) },
    diagnostics,
  };
}
