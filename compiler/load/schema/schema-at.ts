import type { Path } from "../yaml/parsed-yaml.ts";
import { schemaDocument, type FileKind, type SchemaNode } from "./schemas.ts";

/** A place of the schemas. */
export interface SchemaPlace {
  readonly node: SchemaNode;
  /** The `$id` of the document that the node's references are relative to. */
  readonly document: string;
  /** Where it is written, and what it refers to, the nearest first: `section.schema.json/$defs/item`. */
  readonly names: readonly string[];
}

/** Follows `$ref`; what stands beside it wins over what it refers to. */
function resolved({ node, document, names }: SchemaPlace): SchemaPlace {
  const reference = node["$ref"];
  if (typeof reference !== "string") return { node, document, names };
  const [id = "", pointer = ""] = reference.split("#");
  const target = id === "" ? document : id;
  let found: unknown = schemaDocument(target);
  for (const step of pointer.split("/").slice(1))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[step];
  const inner = resolved({ node: (found ?? {}) as SchemaNode, document: target, names: [`${target}${pointer}`] });
  const { $ref: _, ...beside } = node;
  return { node: { ...inner.node, ...beside }, document: inner.document, names: [...names, ...inner.names] };
}

/**
 * The place of the schemas that describes the value at a path; undefined where none does. The validator's own `schemaPath` is
 * relative to whichever document it was in, so the path of the value decides: properties and items, references followed.
 */
export function schemaPlaceAt(kind: FileKind, path: Path): SchemaPlace | undefined {
  const id = `${kind}.schema.json`;
  let place = resolved({ node: schemaDocument(id), document: id, names: [id] });
  for (const step of path) {
    const { properties = {}, items } = place.node;
    const isKey = Object.hasOwn(properties, step);
    const next = isKey ? properties[step] : items;
    if (next === undefined) return undefined;
    const below = isKey ? `/properties/${step}` : "/items";
    place = resolved({ node: next, document: place.document, names: [`${place.names.at(-1)!}${below}`] });
  }
  return place;
}

/** The schema of the value at a path; an empty one where there is none. */
export const schemaAt = (kind: FileKind, path: Path): SchemaNode => schemaPlaceAt(kind, path)?.node ?? {};
