/**
 * Stands in the bundle of the Worker in the place of `parse-fully.ts`, the reader of all of YAML: what a form writes, and what most
 * editors do, the quick reader reads, so that one comes only when a file is more than that or has a mistake to explain.
 */
import type { SourceFile } from "../../../../compiler/source/span.ts";

type Reader = typeof import("../../../../compiler/load/yaml/parse-fully.ts");

/** Thrown where a file needs the reader before it is there: whoever asks loads it and asks again. */
export class ReaderNeeded extends Error {}

let reader: Reader | undefined;

/** Loads the reader. Rejects without a connection. */
export async function loadReader(): Promise<void> {
  reader ??= await import("../../../../compiler/load/yaml/parse-fully.ts");
}

/** Reads a file by the reader that is loaded. Throws `ReaderNeeded` before. */
export const parseFully: Reader["parseFully"] = (source: SourceFile) => {
  if (reader === undefined) throw new ReaderNeeded(source.path);
  return reader.parseFully(source);
};
