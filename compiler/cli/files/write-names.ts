import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

function writeWhereDifferent(path: string, text: string, terminal: Terminal): void {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  writeWhole(path, text, terminal);
}

/**
 * Brings what editor programs complete from up to date with the plan: the names in it, and for a plan without schemas of its own
 * the schemas of this version; nothing where no packages are installed. Throws a SystemError where they cannot be written.
 */
export function writeNames(plan: string, sources: readonly SourceFile[], terminal: Terminal): void {
  const { folder, own } = schemaFolder(plan);
  if (!own) {
    if (!existsSync(dirname(dirname(dirname(folder))))) return;
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw refusal("cannotWrite", folder, error, terminal);
    }
    for (const name of readdirSync(join(root, "schema")).filter(isForEditors))
      writeWhereDifferent(join(folder, name), readFileSync(join(root, "schema", name), "utf8"), terminal);
  }
  writeWhereDifferent(join(folder, names), nameHints(load(sources).value), terminal);
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
