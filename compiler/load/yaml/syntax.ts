import type { YAMLError } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SyntaxTerm } from "../../diagnostics/terms.ts";
import type { SourceFile } from "../../source/span.ts";
import {
  emptyAbove,
  endOfLine,
  firstHardSpace,
  firstTab,
  linesBetween,
  mapAbove,
  outdentedAbove,
  openBracket,
  restOfLine,
} from "./text-places.ts";

/** What is wrong and where: offsets of the token at fault. */
interface SyntaxFault {
  readonly what: SyntaxTerm;
  readonly start: number;
  readonly end: number;
  /** What follows cannot be trusted: an open quote or bracket swallows it. */
  readonly last?: true;
}

type Explain = (error: YAMLError, text: string, start: number, end: number) => SyntaxFault;

const missing: readonly (readonly [RegExp, Explain])[] = [
  [
    /^Missing closing (["'])/,
    (error, text, start) => {
      const quote = text.lastIndexOf(/^Missing closing (["'])/.exec(error.message)?.[1] ?? '"', start - 1);
      return { what: "yaml-quote", ...restOfLine(text, Math.max(0, quote)), last: true };
    },
  ],
  [/^Sequence item without/, (_, text, start) => ({ what: "yaml-indent", ...restOfLine(text, start) })],
  [/^Implicit map keys/, (_, text, start) => ({ what: "yaml-colon", ...restOfLine(text, start) })],
  [
    /^Tags and anchors/,
    (_, text, start) => {
      const from = Math.max(text.lastIndexOf(" ", start), text.lastIndexOf("\n", start)) + 1;
      return { what: "yaml-tag", start: from, end: from + (/^\S*/.exec(text.slice(from))?.[0].length ?? 1) };
    },
  ],
  [/^Missing ,/, (_, _text, start, end) => ({ what: "yaml-comma", start, end })],
];

const explanations: Readonly<Partial<Record<YAMLError["code"], Explain>>> = {
  MISSING_CHAR: (error, text, start, end) =>
    missing.find(([pattern]) => pattern.test(error.message))?.[1](error, text, start, end) ?? {
      what: "yaml-token",
      start,
      end,
    },
  BAD_INDENT: (error, text, start) => {
    if (/end with a [\]}]/.test(error.message))
      return { what: "yaml-bracket", ...restOfLine(text, openBracket(text, start)), last: true };
    const empty = emptyAbove(text, start);
    if (empty !== undefined) return { what: "yaml-empty-left", ...empty };
    const lineBefore = text.lastIndexOf("\n", text.lastIndexOf("\n", start) - 1) + 1;
    if (/^[ \t]*-[^\s-]/.test(text.slice(lineBefore, endOfLine(text, lineBefore))))
      return { what: "yaml-dash", ...restOfLine(text, lineBefore) };
    return { what: "yaml-indent", ...restOfLine(text, outdentedAbove(text, start) ?? start) };
  },
  UNEXPECTED_TOKEN: (error, text, start, end) => {
    if (/block-seq-ind/.test(error.message)) return { what: "yaml-reserved", start, end };
    if (/flow-(seq|map)-end/.test(error.message)) return { what: "yaml-bracket-extra", start, end };
    if (/^[|>]/.test(text.slice(start - 1)) && /^Block scalar header/.test(error.message))
      return { what: "yaml-reserved", start: start - 1, end: start };
    if (text.slice(start, end) === ",") return { what: "yaml-comma-extra", start, end };
    if (/[\]}][ \t]*$/.test(text.slice(Math.max(0, start - 80), start)) && /^Unexpected scalar/.test(error.message))
      return { what: "yaml-after-bracket", start, end };
    return {
      what:
        /["'][ \t]*$/.test(text.slice(Math.max(0, start - 80), start)) || /^Unexpected scalar/.test(error.message)
          ? "yaml-after-quote"
          : "yaml-token",
      start,
      end,
    };
  },
  BLOCK_AS_IMPLICIT_KEY: (_, text, start) => {
    const empty = emptyAbove(text, start);
    if (empty !== undefined) return { what: "yaml-empty-left", ...empty };
    const line = restOfLine(text, start);
    if (/^- /.test(text.slice(line.start, line.end))) return { what: "yaml-indent", ...line };
    if (/:(\s|$)/.test(text.slice(line.start, line.end))) return { what: "yaml-two-colons", ...line };
    const next = Math.min(text.length, endOfLine(text, start) + 1);
    return { what: "yaml-indent", ...restOfLine(text, outdentedAbove(text, next) ?? next) };
  },
  MULTILINE_IMPLICIT_KEY: (_, text, start) => ({ what: "yaml-colon", ...restOfLine(text, start) }),
  BLOCK_IN_FLOW: (_, text, start, end) => ({
    what: "yaml-comma",
    start,
    end: start + text.slice(start, Math.min(end, endOfLine(text, start))).trimEnd().length,
  }),
  BAD_SCALAR_START: (_, _text, start, end) => ({ what: "yaml-reserved", start, end }),
  BAD_DQ_ESCAPE: (_, _text, start) => ({ what: "yaml-escape", start, end: start + 2 }),
  MULTIPLE_DOCS: (_, text, start) => ({ what: "yaml-documents", ...restOfLine(text, start), last: true }),
  TAG_RESOLVE_FAILED: (_, _text, start, end) => ({ what: "yaml-tag", start, end }),
};

function explain(error: YAMLError, text: string): SyntaxFault {
  const [start, end] = error.pos;
  return explanations[error.code]?.(error, text, start, end) ?? { what: "yaml-token", start, end };
}

/** Marks that an unresolved merge leaves behind: everything else that is wrong with the file comes from them. */
const conflictMark = /^(<{7}|={7}|>{7})(?= |\r?$)/m;

/** An indent that is wrong mostly spoils the lines that follow it: within so many lines of it these are its consequences. */
const reach = 5;
const spoilt: readonly SyntaxTerm[] = ["yaml-indent", "yaml-colon"];

/**
 * Keys that stand twice one after another are those of a row whose «-» is missing: one mistake, reported at the first of them.
 * Gives how many of the errors are its.
 */
function rowWithoutDash(errors: readonly YAMLError[], first: number, text: string): number {
  let count = 1;
  while (
    errors[first + count]?.code === "DUPLICATE_KEY" &&
    linesBetween(text, errors[first + count - 1]!.pos[0], errors[first + count]!.pos[0]) <= reach
  )
    count += 1;
  return count;
}

/** Signs that look like those of YAML at the place of these, each with the sign itself as its last character. */
const misshapen: readonly (readonly [RegExp, SyntaxTerm])[] = [
  [/^ *[\u2010-\u2015\u2212](?=[ \u00a0]|[\w-]+:)/gm, "yaml-long-dash"],
  [/^ *(?:- +)?[\w-]+[\uff1a\ufe55]/gm, "yaml-wide-colon"],
  [/^ *(?:- +)?(?:-|[\w-]+:)[\u00a0\u2007\u202f\u3000]/gm, "yaml-hard-space-in-line"],
];
const misshapenStarts: readonly (readonly [RegExp, SyntaxTerm])[] = [
  [/^ *-(?=[\w"'])/gm, "yaml-dash"],
  [/^ *\/(?=\/)/gm, "yaml-slashes"],
];

/** Number of lines from the first mistake within which such a sign is what the mistake comes from. */
const nearby = 2;

/** The sign near the first mistake of a file that looks like one of YAML's and is not. */
function misshapenSign(text: string, at: number): SyntaxFault | undefined {
  for (const [list, toLineEnd] of [
    [misshapen, false],
    [misshapenStarts, true],
  ] as const)
    for (const [pattern, what] of list)
      for (const match of text.matchAll(pattern)) {
        const start = match.index + match[0].length - 1;
        if (linesBetween(text, Math.min(at, start), Math.max(at, start)) > nearby) continue;
        return { what, start, end: toLineEnd ? restOfLine(text, start).end : start + 1 };
      }
  return undefined;
}

/** More mistakes of YAML than this in one file are one mistake. */
const mostInFile = 100;

/** What the parser found, a message a line, each at the token that a person would correct. */
export function syntaxDiagnostics(errors: readonly YAMLError[], { path: file, text }: SourceFile): Diagnostic[] {
  if (errors.length === 0) return [];
  const syntax = (what: SyntaxTerm, start: number, end: number): Diagnostic => ({
    code: "yaml-syntax",
    values: { what: { terms: [what] }, fix: { terms: [`${what}-fix`] } },
    span: { file, start, end: Math.max(end, Math.min(start + 1, text.length)) },
  });
  const conflict = conflictMark.exec(text);
  if (conflict) return [syntax("yaml-conflict", conflict.index, conflict.index + conflict[0].length)];
  const tab = firstTab(text);
  if (tab >= 0) return [{ code: "yaml-tab", values: {}, span: { file, start: tab, end: tab + 1 } }];
  const hard = firstHardSpace(text);
  if (hard >= 0) return [syntax("yaml-hard-space", hard, hard + 1)];
  const sign = misshapenSign(text, errors[0]!.pos[0]);
  if (sign !== undefined) return [syntax(sign.what, sign.start, sign.end)];
  const found: Diagnostic[] = [];
  let reportedTo = -1;
  let indent: number | undefined;
  for (let index = 0; index < errors.length; index++) {
    const error = errors[index]!;
    const [at] = error.pos;
    if (found.length === mostInFile) break;
    if (error.code === "DUPLICATE_KEY") {
      const row = rowWithoutDash(errors, index, text);
      if (row > 1) {
        found.push(syntax("yaml-row", at, restOfLine(text, at).end));
        index += row - 1;
        continue;
      }
      const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(text.slice(at))?.[0] ?? " ";
      // A second id begins a row.
      const above = key === "id" ? undefined : mapAbove(text, at);
      const inside = above === key ? undefined : above;
      found.push({
        code: "yaml-duplicate-key",
        values: { key: key.replace(/^["']|["']$/g, ""), inside },
        span: { file, start: at, end: at + key.length },
      });
      continue;
    }
    if (at < reportedTo) continue;
    const { what, start, end, last } = explain(error, text);
    if (start <= reportedTo) continue;
    if (spoilt.includes(what)) {
      const follows = indent !== undefined && linesBetween(text, indent, start) <= reach;
      if (follows || what === "yaml-indent") indent = start;
      if (follows) continue;
    }
    found.push(syntax(what, start, end));
    reportedTo = endOfLine(text, Math.max(start, at));
    if (last) break;
  }
  return found;
}
