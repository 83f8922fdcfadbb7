/** A file in another encoding than UTF-8: its letters are lost when it is read, and what is left of them must not be published. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";

/** What stands in place of bytes that are no UTF-8, and what UTF-16 has between its letters. */
const lost = /[\ufffd\u0000]/;

/** The first letter that was lost; files by Windows programs may be in windows-1251 or UTF-16. */
export function findLostCharacter({ path: file, text }: SourceFile): Diagnostic | undefined {
  const at = text.search(lost);
  return at < 0 ? undefined : { code: "not-utf8", values: {}, span: { file, start: at, end: at + 1 } };
}
