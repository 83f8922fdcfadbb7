import { isScalar, isSeq, visit, type Document } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SyntaxTerm } from "../../diagnostics/terms.ts";
import type { SourceFile } from "../../source/span.ts";
import { endOfLine } from "./text-places.ts";

/** How a line begins that was meant for a row of a list, the sign that is at fault last, and what is wrong with it. */
const starts: readonly (readonly [RegExp, SyntaxTerm])[] = [
  [/^ *- /, "yaml-indent"],
  [/^ *-(?=[^\s-])/, "yaml-dash"],
  [/^ *[\u2010-\u2015\u2212](?=[^\u2010-\u2015\u2212])/, "yaml-long-dash"],
];

/** A line of one word, with or without a dash before it. */
const word = /^\s*(?:[-\u2010-\u2015\u2212]\s*)?[^\s-]\S*\s*$/;

/**
 * Rows of a list that YAML takes for words: a line below a key, or below another row, whose «-» has no space behind it, is a dash, or
 * stands too far to the right.
 */
export function rowsInText(document: Document, { path: file, text }: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, (_, node, above) => {
    if (!isScalar(node) || node.type !== "PLAIN" || !node.range) return;
    const [start, end] = node.range;
    const first = text.lastIndexOf("\n", start - 1) + 1;
    const isAlone = text.slice(first, start).trim() === "";
    // A text that goes on below its key may break before a dash; so may one of several words in a list.
    const isRow =
      isSeq(above.at(-1)) &&
      text
        .slice(start, end)
        .split("\n")
        .every((each) => word.test(each));
    if (!isAlone && !isRow) return;
    let line = isAlone ? first : text.indexOf("\n", start) + 1;
    for (; line > 0 && line < end; line = text.indexOf("\n", line) + 1) {
      const [begin, what] =
        starts.map(([pattern, term]) => [pattern.exec(text.slice(line, end)), term] as const).find(([at]) => at) ?? [];
      if (begin === undefined || begin === null || what === undefined) continue;
      const at = line + begin[0].trimEnd().length - 1;
      found.push({
        code: "yaml-syntax",
        values: { what: { terms: [what] }, fix: { terms: [`${what}-fix`] } },
        span: { file, start: at, end: what === "yaml-long-dash" ? at + 1 : endOfLine(text, at) },
      });
      return;
    }
  });
  return found;
}
