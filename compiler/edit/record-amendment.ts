import type { OrderFile } from "../generated/types.ts";
import { schemaAt } from "../load/schema/schema-at.ts";
import type { ParsedFile } from "../load/yaml/parsed-yaml.ts";
import { insertKey } from "./keys.ts";
import { appendRow } from "./rows.ts";
import type { YamlValue } from "./scalar.ts";
import { splice } from "./splice.ts";

/** An amending order to be written into a plan's order. */
export type NewOrder = NonNullable<OrderFile["amendments"]>[number];

const keys: readonly string[] = Object.keys(schemaAt("order", []).properties ?? {});

/** Writes an amending order at the end of those that a plan's order names. */
export function recordAmendment(file: ParsedFile, order: NewOrder): string {
  const row = Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined)) as Readonly<
    Record<string, YamlValue>
  >;
  const known = (file.data as OrderFile).amendments;
  return splice(file.source.text, [
    known === undefined ? insertKey(file, [], "amendments", [row], keys) : appendRow(file, "amendments", row),
  ]);
}
