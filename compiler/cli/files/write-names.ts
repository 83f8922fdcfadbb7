import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LanguageCode } from "../../locale/languages.ts";
import { load } from "../../load/load.ts";
import { nameHints } from "../../load/schema/name-hints.ts";
import type { SourceFile } from "../../source/span.ts";
import { SystemError, type Terminal } from "../terminal/terminal.ts";
import { refusal } from "../terminal/system-errors.ts";
import { writeWhole } from "./atomic-write.ts";
import { root } from "./root.ts";
import { schemaFolder } from "./schema-folder.ts";

const names = "names.schema.json";

/** Schemas of what is published are not for editors. */
const isForEditors = (name: string): boolean =>
  name.endsWith(".schema.json") && !name.startsWith("published-") && name !== names;

/** The texts of the schemas in another language than Russian, by the Russian ones. */
function descriptionsIn(language: LanguageCode): Readonly<Record<string, string>> {
  const path = join(root, "schema", `descriptions.${language}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>) : {};
}

/** A schema with its descriptions in a language, as far as they are known in it. */
export function schemaIn(text: string, descriptions: Readonly<Record<string, string>>): string {
  const translated: unknown = JSON.parse(text, (key, value: unknown) =>
    key === "description" && typeof value === "string" ? (descriptions[value] ?? value) : value,
  );
  return `${JSON.stringify(translated, null, 2)}\n`;
}

function writeWhereDifferent(path: string, text: string, terminal: Terminal): void {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  writeWhole(path, text, terminal);
}

/**
 * Brings what editor programs complete from up to date with the plan: the names in it, and for a plan without schemas of its own
 * the schemas of this version in its language; nothing where no packages are installed. Throws a SystemError where they cannot be written.
 */
export function writeNames(plan: string, sources: readonly SourceFile[], terminal: Terminal): void {
  const { folder, own } = schemaFolder(plan);
  const { value } = load(sources);
  if (!own) {
    if (!existsSync(dirname(dirname(dirname(folder))))) return;
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw refusal("cannotWrite", folder, error, terminal);
    }
    const descriptions = descriptionsIn(value.series[0]?.data.language ?? "ru");
    for (const name of readdirSync(join(root, "schema")).filter(isForEditors)) {
      const text = readFileSync(join(root, "schema", name), "utf8");
      writeWhereDifferent(join(folder, name), schemaIn(text, descriptions), terminal);
    }
  }
  writeWhereDifferent(join(folder, names), nameHints(value), terminal);
}

/**
 * Lays the schemas out for editor programs where a project that keeps none of its own has not had them yet, as after its first
 * `npm install`. They only help: a folder that cannot be written to is left alone.
 */
export function layOutSchemas(plan: string, sources: () => readonly SourceFile[], terminal: Terminal): void {
  const { folder, own } = schemaFolder(plan);
  if (own || existsSync(join(folder, names))) return;
  try {
    writeNames(plan, sources(), terminal);
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
  }
}
