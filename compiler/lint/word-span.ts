import { spanOf, type Origin, type Path } from "../load/yaml/parsed-yaml.ts";
import type { Span } from "../source/span.ts";

/** The first place of a word in a text value; the whole value where the file writes the word otherwise, or it is empty. */
export function wordSpan(origin: Origin, path: Path, word: string): Span {
  const { file, start, end } = spanOf(origin, path);
  const at = word === "" ? -1 : origin.file.source.text.slice(start, end).indexOf(word);
  return at === -1 ? { file, start, end } : { file, start: start + at, end: start + at + word.length };
}
