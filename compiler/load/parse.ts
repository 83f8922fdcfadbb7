import { isAlias, isScalar, parseDocument, visit, type Document, type Node, type YAMLError } from "yaml";
import type { Diagnostic, Outcome, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/span.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { spanTree } from "./span-tree.ts";

/** Files larger than this are refused: the whole 2024 plan is a tenth of one megabyte. */
export const maxFileMegabytes = 16;

/** YAML's own error codes that get a message of their own; all others say what the parser says. */
const plainMessages: Readonly<Partial<Record<YAMLError["code"], { ru: string; en: string }>>> = {
  BAD_INDENT: { ru: "отступ не совпадает с соседними строками", en: "indentation does not match" },
  MISSING_CHAR: { ru: "не хватает знака: кавычки, скобки или пробела после двоеточия", en: "a quote, bracket or space after a colon is missing" },
  UNEXPECTED_TOKEN: { ru: "здесь стоит лишний знак", en: "unexpected token" },
  BLOCK_AS_IMPLICIT_KEY: { ru: "в строке два двоеточия с пробелом; возьмите текст в кавычки", en: "two colons on a line; quote the text" },
  BLOCK_IN_FLOW: { ru: "не закрыта скобка { или [", en: "a { or [ is not closed" },
  MULTILINE_IMPLICIT_KEY: { ru: "после ключа нет двоеточия с пробелом", en: "no colon with a space after the key" },
  BAD_SCALAR_START: { ru: "текст начинается со служебного знака; возьмите его в кавычки", en: "a text begins with a reserved character; quote it" },
  MULTIPLE_DOCS: { ru: "в файле несколько документов, разделённых ---", en: "several documents separated by ---" },
  TAG_RESOLVE_FAILED: { ru: "теги YAML (!…) не поддерживаются", en: "YAML tags (!…) are not supported" },
};

function syntaxDiagnostic(error: YAMLError, source: SourceFile): Diagnostic {
  const [start, end] = error.pos;
  const span = { file: source.path, start, end: Math.max(end, start + 1) };
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]+/.exec(source.text.slice(start))?.[0] ?? "";
    return { code: "yaml-duplicate-key", values: { key: key.replace(/^["']|["']$/g, "") }, span: { ...span, end: start + Math.max(1, key.length) } };
  }
  if (error.code === "TAB_AS_INDENT" || source.text[start] === "\t") return { code: "yaml-tab", values: {}, span: { ...span, end: start + 1 } };
  const known = plainMessages[error.code];
  return { code: "yaml-syntax", values: { what: known?.ru ?? error.message.split("\n")[0]!.replace(/ at line \d+.*$/, "") }, span };
}

/** A tab in an indent is said once, at the tab, and what YAML makes of it is not repeated. */
function firstTab(source: SourceFile): number {
  const match = /^ *\t[ \t]*(?=[^\s#])/m.exec(source.text);
  return match ? match.index + match[0].indexOf("\t") : -1;
}

function reportAliases(document: Document, file: string, report: Report): void {
  visit(document, (_, node) => {
    const anchor = isScalar(node) || isAlias(node) ? node : (node as { anchor?: string; range?: [number, number, number] });
    const named = isAlias(node) || (anchor as { anchor?: string }).anchor !== undefined;
    const range = (anchor as { range?: [number, number, number] | null }).range;
    if (!named || !range) return undefined;
    report({ code: "yaml-alias", values: {}, span: { file, start: range[0], end: Math.max(range[0] + 1, range[1]) } });
    return visit.SKIP;
  });
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
  const tab = document.errors.length > 0 ? firstTab(source) : -1;
  if (tab >= 0) diagnostics.push({ code: "yaml-tab", values: {}, span: { file: source.path, start: tab, end: tab + 1 } });
  else for (const error of document.errors) diagnostics.push(syntaxDiagnostic(error, source));
  if (/[&*]/.test(source.text)) reportAliases(document, source.path, (d) => diagnostics.push(d));
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const read = { data: document.toJS() as unknown, spans: spanTree(document.contents as Node | null) };
  memory?.remember(source.text, read);
  return { value: { source, ...read }, diagnostics };
}
