import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { schemaAt } from "../load/schema/schema-at.ts";
import { insertKey } from "./keys.ts";
import type { Splice } from "./splice.ts";

/** The order of an item's keys, as its schema lists them. */
export const itemKeys: readonly string[] = Object.keys(schemaAt("section", ["items", 0]).properties ?? {});

/** Marks the item at a path as taken out of the plan: it stays in its place with its words and has no deadlines any more; `by` names the order that did it. */
export function withdraw(file: ParsedFile, item: Path, reason: string, by?: string): Splice {
  return insertKey(file, item, "withdrawn", by === undefined ? { reason } : { reason, by }, itemKeys);
}
