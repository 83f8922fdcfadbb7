import type { Diagnostic, Values } from "../../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../diagnostics/catalogue.ts";

/** Codes that say why a document is not read. */
export type DocumentCode = Extract<DiagnosticCode, `document-${string}`>;

/** Why a document is not read; caught where the import begins and told as a diagnostic. */
export class Trouble extends Error {
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
    const end = text.indexOf("\n", this.at);
    return { code: this.code, values: this.values, span: { file, start: this.at, end: Math.max(this.at + 1, end === -1 ? Math.min(text.length, this.at + 1) : end) } };
  }
}
