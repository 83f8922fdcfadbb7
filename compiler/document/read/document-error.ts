import type { Diagnostic, Values } from "../../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../diagnostics/catalogue.ts";

/** Codes that say why a document is not read. */
export type DocumentCode = Extract<DiagnosticCode, `document-${string}`>;

/** How many characters of a line a span covers at most. */
const longestShown = 2000;

/** Why a document cannot be read; thrown by the readers, caught where the import begins and reported as a diagnostic. */
export class DocumentError extends Error {
  readonly code: DocumentCode;
  readonly values: Values;
  /** UTF-16 offset in the text of the file. */
  readonly at: number;
  constructor(code: DocumentCode, values: Values = {}, at = 0) {
    super(code);
    this.code = code;
    this.values = values;
    this.at = at;
  }
  toDiagnostic(file: string, text: string): Diagnostic {
    const line = /^[^\r\n]*/.exec(text.slice(this.at, this.at + longestShown))?.[0] ?? "";
    return {
      code: this.code,
      values: this.values,
      span: { file, start: this.at, end: this.at + Math.max(1, line.length) },
    };
  }
}
