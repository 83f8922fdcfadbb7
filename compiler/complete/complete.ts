import { classifyPath } from "../load/file-layout.ts";
import { namesIn, type NamesByKind } from "../load/schema/name-hints.ts";
import { schemaAt, schemaPlaceAt } from "../load/schema/schema-at.ts";
import type { FileKind, SchemaNode } from "../load/schema/schemas.ts";
import type { Workspace } from "../load/workspace.ts";
import type { SourceFile } from "../source/span.ts";
import { placeAt, type Place } from "./place.ts";

/** Something that can be written at a place. */
export interface Completion {
  readonly label: string;
  /** What a name stands for. */
  readonly detail?: string;
  readonly kind: "key" | "name" | "value";
  /** What takes the place of the word. */
  readonly text: string;
  /** Of a key: the names of the places of the schemas that explain it, the nearest first. */
  readonly explained?: readonly string[];
}

/** What can be written in the place of the word that begins at `from`, in the order of the schema or of the names. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

/** Numbers of items are texts: without quotation marks YAML would read some as numbers. */
function quoted(text: string, { quote }: Place): string {
  if (quote !== "") return `${text}${quote}`;
  return /^\d/.test(text) ? `"${text}"` : text;
}

/** A key with its colon; where only a map or a list can follow, it goes on in the next line. */
function keyText(key: string, schema: SchemaNode): string {
  const types = [schema.type ?? "string"].flat();
  return types.every((type) => type === "object" || type === "array") ? `${key}:` : `${key}: `;
}

function keysAt(kind: FileKind, { path, keys }: Place): Completion[] {
  const known = Object.keys(schemaAt(kind, path).properties ?? {}).filter((key) => !keys.includes(key));
  return known.map((key) => {
    const { node, names } = schemaPlaceAt(kind, [...path, key])!;
    return { label: key, kind: "key", text: keyText(key, node), explained: names };
  });
}

/** The kinds of names that a schema offers: `names.schema.json#/$defs/party`. */
function nameKinds({ anyOf }: SchemaNode): string[] {
  if (!Array.isArray(anyOf)) return [];
  const references = anyOf.map((each) => String((each as { readonly $ref?: unknown }).$ref));
  return references.flatMap((each) => /^names\.schema\.json#\/\$defs\/(.+)$/.exec(each)?.[1] ?? []);
}

function valuesOf(schema: SchemaNode, place: Place, names: NamesByKind): Completion[] {
  const named = nameKinds(schema).flatMap((kind) => names[kind] ?? []);
  const listed = Array.isArray(schema["enum"]) ? schema["enum"] : "const" in schema ? [schema["const"]] : [];
  const values = schema.type === "boolean" ? [true, false] : listed;
  return [
    ...values.map((value): Completion => ({ label: String(value), kind: "value", text: quoted(String(value), place) })),
    ...[...new Map(named)].map(([id, detail]): Completion => ({
      label: id,
      detail,
      kind: "name",
      text: quoted(id, place),
    })),
  ];
}

/** The names that a file of a plan may use: those of its series, and of its own plan. */
function namesFor(path: string, workspace: Workspace): NamesByKind {
  const place = classifyPath(path);
  const series = workspace.series
    .filter(({ folder }) => folder === place?.folder)
    .map((each) => ({ ...each, plans: each.plans.filter(({ id }) => place?.plan === undefined || id === place.plan) }));
  return namesIn({ series });
}

/** What can be written at an offset of a file, however unfinished; undefined where nothing is known of the place. */
export function complete({ path, text }: SourceFile, at: number, workspace: Workspace): Completions | undefined {
  const kind = classifyPath(path)?.kind;
  const place = kind === undefined ? undefined : placeAt(text, at);
  if (kind === undefined || place === undefined) return undefined;
  const { canBe, from } = place;
  const options = [
    ...(canBe.key ? keysAt(kind, place) : []),
    ...(canBe.value ? valuesOf(schemaAt(kind, place.path), place, namesFor(path, workspace)) : []),
  ];
  return options.length === 0 ? undefined : { from, options };
}
