import type { YAMLError } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SyntaxTerm } from "../diagnostics/terms.ts";
import type { SourceFile } from "../source/span.ts";

/** What is wrong and where: offsets of the token at fault. */
interface Fault {
  readonly what: SyntaxTerm;
  readonly start: number;
  readonly end: number;
  /** What follows cannot be trusted: an open quote or bracket swallows it. */
  readonly last?: true;
}

const endOfLine = (text: string, from: number): number => {
  const at = text.slice(from).search(/\r?\n/);
  return at === -1 ? text.length : from + at;
};

/** From an offset to the end of its line, blanks at both ends left out. */
function restOfLine(text: string, from: number): { start: number; end: number } {
  const start = from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0);
  const end = endOfLine(text, start);
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** The bracket that is still open before an offset. */
function openBracket(text: string, before: number): number {
  let closed = 0;
  for (let at = before - 1; at >= 0; at--) {
    if (text[at] === "]" || text[at] === "}") closed += 1;
    else if ((text[at] === "[" || text[at] === "{") && closed-- === 0) return at;
  }
  return before;
}

type Explain = (error: YAMLError, text: string, start: number, end: number) => Fault;

const missing: readonly (readonly [RegExp, Explain])[] = [
  [/^Missing closing (["'])/, (error, text, start) => {
    const quote = text.lastIndexOf(/^Missing closing (["'])/.exec(error.message)?.[1] ?? "\"", start - 1);
    return { what: "yaml-quote", ...restOfLine(text, Math.max(0, quote)), last: true };
  }],
  [/^Sequence item without/, (_, text, start) => ({ what: "yaml-indent", ...restOfLine(text, start) })],
  [/^Implicit map keys/, (_, text, start) => ({ what: "yaml-colon", ...restOfLine(text, start) })],
  [/^Tags and anchors/, (_, text, start) => {
    const from = Math.max(text.lastIndexOf(" ", start), text.lastIndexOf("\n", start)) + 1;
    return { what: "yaml-tag", start: from, end: from + (/^\S*/.exec(text.slice(from))?.[0].length ?? 1) };
  }],
  [/^Missing ,/, (_, _text, start, end) => ({ what: "yaml-comma", start, end })],
];

const explanations: Readonly<Partial<Record<YAMLError["code"], Explain>>> = {
  MISSING_CHAR: (error, text, start, end) => missing.find(([pattern]) => pattern.test(error.message))?.[1](error, text, start, end) ?? { what: "yaml-token", start, end },
  BAD_INDENT: (error, text, start) => {
    if (/end with a [\]}]/.test(error.message)) return { what: "yaml-bracket", ...restOfLine(text, openBracket(text, start)), last: true };
    const lineBefore = text.lastIndexOf("\n", text.lastIndexOf("\n", start) - 1) + 1;
    if (/^[ \t]*-[^\s-]/.test(text.slice(lineBefore, endOfLine(text, lineBefore)))) return { what: "yaml-dash", ...restOfLine(text, lineBefore) };
    return { what: "yaml-indent", ...restOfLine(text, start) };
  },
  UNEXPECTED_TOKEN: (error, text, start, end) => {
    if (/flow-(seq|map)-end/.test(error.message)) return { what: "yaml-bracket-extra", start, end };
    return { what: /["'][ \t]*$/.test(text.slice(Math.max(0, start - 80), start)) || /^Unexpected scalar/.test(error.message) ? "yaml-after-quote" : "yaml-token", start, end };
  },
  BLOCK_AS_IMPLICIT_KEY: (_, text, start) => {
    const line = restOfLine(text, start);
    if (/:(\s|$)/.test(text.slice(line.start, line.end))) return { what: "yaml-two-colons", ...line };
    return { what: "yaml-indent", ...restOfLine(text, Math.min(text.length, endOfLine(text, start) + 1)) };
  },
  MULTILINE_IMPLICIT_KEY: (_, text, start) => ({ what: "yaml-colon", ...restOfLine(text, start) }),
  BLOCK_IN_FLOW: (_, text, start, end) => ({ what: "yaml-comma", start, end: start + text.slice(start, Math.min(end, endOfLine(text, start))).trimEnd().length }),
  BAD_SCALAR_START: (_, _text, start, end) => ({ what: "yaml-reserved", start, end }),
  BAD_DQ_ESCAPE: (_, _text, start) => ({ what: "yaml-escape", start, end: start + 2 }),
  MULTIPLE_DOCS: (_, text, start) => ({ what: "yaml-documents", ...restOfLine(text, start), last: true }),
  TAG_RESOLVE_FAILED: (_, _text, start, end) => ({ what: "yaml-tag", start, end }),
};

function explain(error: YAMLError, text: string): Fault {
  const [start, end] = error.pos;
  return explanations[error.code]?.(error, text, start, end) ?? { what: "yaml-token", start, end };
}

/** Marks that an unresolved merge leaves behind: everything else that is wrong with the file comes from them. */
const conflictMark = /^(<{7}|={7}|>{7})(?= |\r?$)/m;

/** A tab in an indent is said once, at the tab, and what YAML makes of it is not repeated. */
function firstTab(text: string): number {
  const match = /^ *\t[ \t]*(?=[^\s#])/m.exec(text);
  return match ? match.index + match[0].indexOf("\t") : -1;
}

/** More mistakes of YAML than this in one file are one mistake. */
const mostInFile = 100;

/** What the parser found, a message a line, each at the token that a person would correct. */
export function syntaxDiagnostics(errors: readonly YAMLError[], { path: file, text }: SourceFile): Diagnostic[] {
  if (errors.length === 0) return [];
  const syntax = (what: SyntaxTerm, start: number, end: number): Diagnostic => ({ code: "yaml-syntax", values: { what: { terms: [what] }, fix: { terms: [`${what}-fix`] } }, span: { file, start, end: Math.max(end, Math.min(start + 1, text.length)) } });
  const conflict = conflictMark.exec(text);
  if (conflict) return [syntax("yaml-conflict", conflict.index, conflict.index + conflict[0].length)];
  const tab = firstTab(text);
  if (tab >= 0) return [{ code: "yaml-tab", values: {}, span: { file, start: tab, end: tab + 1 } }];
  const found: Diagnostic[] = [];
  let told = -1;
  for (const error of errors) {
    const [at] = error.pos;
    if (found.length === mostInFile) break;
    if (error.code === "DUPLICATE_KEY") {
      const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(text.slice(at))?.[0] ?? " ";
      found.push({ code: "yaml-duplicate-key", values: { key: key.replace(/^["']|["']$/g, "") }, span: { file, start: at, end: at + key.length } });
      continue;
    }
    if (at < told) continue;
    const { what, start, end, last } = explain(error, text);
    if (start <= told) continue;
    found.push(syntax(what, start, end));
    told = endOfLine(text, start);
    if (last) break;
  }
  return found;
}
