import type { FindingView } from "../../../../compiler/propose/draft-view.ts";

/** A stretch of a text that something is said of. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: FindingView["severity"];
  readonly message: string;
}

/** Where a line of a text begins; undefined where it has fewer. */
function lineStart(text: string, line: number): number | undefined {
  let at = 0;
  for (let passed = 1; passed < line; passed += 1) {
    at = text.indexOf("\n", at) + 1;
    if (at === 0) return undefined;
  }
  return at;
}

/**
 * What was found in a file, at the places of its text as it is written by now: what stands elsewhere, because the text has
 * changed since or the basis is written down above, is not marked at all.
 */
export const marksIn = (text: string, file: string, findings: readonly FindingView[]): readonly Mark[] =>
  findings.flatMap(({ severity, text: message, at }) => {
    const start = at.file === file ? lineStart(text, at.line) : undefined;
    const words = at.words.replace(/\r\n/g, "\n");
    const from = (start ?? 0) + at.column - 1;
    if (start === undefined || !text.startsWith(words, from)) return [];
    return [{ from, to: from + words.length, severity, message }];
  });
