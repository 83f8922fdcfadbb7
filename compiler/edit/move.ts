import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { replaceScalar } from "./keys.ts";
import type { Splice } from "./splice.ts";

/** Types another day at a path of a file, and other words of the deadline where they are given. */
export function move(
  file: ParsedFile,
  day: Path,
  date: string,
  words?: { readonly path: Path; readonly text: string },
): Splice[] {
  return [
    replaceScalar(file, day, date),
    ...(words === undefined ? [] : [replaceScalar(file, words.path, words.text)]),
  ];
}
