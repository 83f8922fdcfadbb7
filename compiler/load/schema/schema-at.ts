import type { Path } from "../yaml/parsed-yaml.ts";
import { schemaDocument, type FileKind, type SchemaNode } from "./schemas.ts";

interface Place {
  readonly node: SchemaNode;
  /** The `$id` of the document that the node's references are relative to. */
  readonly document: string;
}

/** Follows `$ref`; what stands beside it wins over what it refers to. */
function resolved({ node, document }: Place): Place {
  const reference = node["$ref"];
  if (typeof reference !== "string") return { node, document };
  const [id = "", pointer = ""] = reference.split("#");
  const target = id === "" ? document : id;
  let found: unknown = schemaDocument(target);
  for (const step of pointer.split("/").slice(1))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[step];
  const inner = resolved({ node: (found ?? {}) as SchemaNode, document: target });
  const { $ref: _, ...beside } = node;
  return { node: { ...inner.node, ...beside }, document: inner.document };
}

/**
 * The schema of the value at a path. The validator's own `schemaPath` is relative to whichever document it was in, so the
 * path of the value decides: properties and items, references followed.
 */
export function schemaAt(kind: FileKind, path: Path): SchemaNode {
  const id = `${kind}.schema.json`;
  let place = resolved({ node: schemaDocument(id), document: id });
  for (const step of path) {
    const { properties = {}, items } = place.node;
    const next = Object.hasOwn(properties, step) ? properties[step] : items;
    if (next === undefined) return {};
    place = resolved({ node: next, document: place.document });
  }
  return place.node;
}
