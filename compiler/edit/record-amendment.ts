import type { OrderFile } from "../generated/types.ts";
import { schemaAt } from "../load/schema/schema-at.ts";
import type { ParsedFile } from "../load/yaml/parsed-yaml.ts";
import { insertKey } from "./keys.ts";
import { appendRow } from "./rows.ts";
import type { YamlValue } from "./yaml-text.ts";
import { splice } from "./splice.ts";
import { defined } from "../source/defined.ts";

type AmendingOrder = NonNullable<OrderFile["amendments"]>[number];

/** An amending order to be written down; the change of a plan without an order has no number. */
export type NewOrder = Pick<AmendingOrder, "id" | "date" | "title"> & {
  readonly [K in "number" | "from" | "retroactive" | "source"]?: AmendingOrder[K] | undefined;
};

const keysOf = (kind: "order" | "plan"): readonly string[] => Object.keys(schemaAt(kind, []).properties ?? {});

/** Writes an amending order at the end of those that a plan's order, or the file of a plan without one, names. */
export function recordAmendment(file: ParsedFile, order: NewOrder): string {
  const row = defined(order) as unknown as Readonly<Record<string, YamlValue>>;
  const known = (file.data as OrderFile).amendments;
  return splice(file.source.text, [
    known === undefined
      ? insertKey(file, [], "amendments", [row], keysOf(order.number === undefined ? "plan" : "order"))
      : appendRow(file, "amendments", row),
  ]);
}
