/** What the schemas say of keys, by the names of their places: shown beside a key while it is completed. */
import english from "../../../schema/descriptions.en.json" with { type: "json" };
import { brief } from "../../../compiler/load/schema/name-hints.ts";
import { schemaDocuments } from "../../../compiler/load/schema/schemas.ts";
import type { LanguageCode } from "../../../compiler/locale/languages.ts";

/** Explanations by name: `section.schema.json/$defs/item/properties/short`. */
export type KeysFile = Readonly<Record<string, string>>;

const inEnglish: Readonly<Record<string, string>> = english;

/** The descriptions at and below a node of a schema. */
function describedIn(node: unknown, name: string): [string, string][] {
  if (typeof node !== "object" || node === null) return [];
  const { description } = node as { readonly description?: unknown };
  const own: [string, string][] = typeof description === "string" ? [[name, description]] : [];
  return [...own, ...Object.entries(node).flatMap(([step, inner]) => describedIn(inner, `${name}/${step}`))];
}

/** The explanations of every key in a language. */
export const keysFile = (language: LanguageCode): KeysFile =>
  Object.fromEntries(
    Object.entries(schemaDocuments)
      .flatMap(([id, schema]) => describedIn(schema, id))
      .map(([name, text]) => [name, brief(language === "en" ? (inEnglish[text] ?? text) : text)]),
  );
