/** Signs in the words of a cell that a slip of the hand left there, and that no one sees: they are printed and searched as they are. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { spanOf, type Origin, type Path } from "../../load/yaml/parsed-yaml.ts";
import { allCyrillic } from "../../source/look-alikes.ts";
import type { ResolvedItem } from "../../resolve/model.ts";
import type { Rule } from "../rule.ts";
import { wordSpan } from "../word-span.ts";

/** A text of a row, where the row itself has it. */
type Cell = readonly [text: string, origin: Origin, path: Path];

function cellsOf({ source: { data, origin } }: ResolvedItem): readonly Cell[] {
  const texts: readonly (readonly [string | undefined, Path])[] = [
    [data.activity, ["activity"]],
    [data.deadline?.text, ["deadline", "text"]],
    [data["responsible-text"], ["responsible-text"]],
    [data.control?.form, ["control", "form"]],
    [data.control?.deadline?.text, ["control", "deadline", "text"]],
  ];
  return texts.flatMap(([text, path]): Cell[] => (text === undefined ? [] : [[text, origin, path]]));
}

/** Reports a word of Russian letters with Latin ones among them, at the first of these. */
function reportLatin([text, origin, path]: Cell, report: Report): void {
  if (!/[a-z]/i.test(text)) return;
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const meant = allCyrillic(word);
    if (meant === undefined) continue;
    const whole = wordSpan(origin, path, word);
    const { file, start } = whole;
    const at = word.search(/[a-z]/i);
    const values = { word, sign: word[at]!, suggestion: meant };
    // In quotes a letter can be written by its number: then the text is pointed at, and nothing is put in its place.
    if (origin.file.source.text.slice(start, whole.end) !== word) report({ code: "latin-letter", values, span: whole });
    else
      report({
        code: "latin-letter",
        values,
        span: { file, start: start + at, end: start + at + 1 },
        fix: { span: whole, text: meant },
      });
  }
}

/** A Latin letter that looks like a Russian one: a search does not find the word. */
export const latinLetter: Rule = {
  codes: ["latin-letter"],
  check: ({ items }, report) => {
    for (const item of items) for (const cell of cellsOf(item)) reportLatin(cell, report);
  },
};

/** A comma after the last word, as between the values of other formats: it is printed. */
export const trailingComma: Rule = {
  codes: ["trailing-comma"],
  check: ({ items }, report) => {
    for (const item of items)
      for (const [text, origin, path] of cellsOf(item)) {
        // Nearly all texts end otherwise, and the pattern tries each of their letters.
        if (!text.trimEnd().endsWith(",") || !/\p{L}[^,]*,\s*$/u.test(text)) continue;
        const { file, start, end } = spanOf(origin, path);
        const at = start + origin.file.source.text.slice(start, end).lastIndexOf(",");
        report({ code: "trailing-comma", values: {}, span: { file, start: at, end: at + 1 } });
      }
  },
};

/** A dash where a cell is empty: a form of control called «–» would be published. */
export const dashForNothing: Rule = {
  codes: ["dash-for-nothing"],
  check: ({ items }, report) => {
    for (const item of items)
      for (const [text, origin, path] of cellsOf(item))
        if (/^[\s\p{Pd}_.]*$/u.test(text))
          report({ code: "dash-for-nothing", values: { text, key: String(path.at(-1)) }, span: spanOf(origin, path) });
  },
};
