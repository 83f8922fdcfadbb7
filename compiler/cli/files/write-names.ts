import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { load } from "../../load/load.ts";
import { nameHints } from "../../load/schema/name-hints.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { writeWhole } from "./atomic-write.ts";

/**
 * Brings the names that editor programs complete up to date with the plan. They are written among the schemas beside
 * the plan's folder; a plan without schemas of its own has none. Throws a SystemError where they cannot be written.
 */
export function writeNames(plan: string, sources: readonly SourceFile[], terminal: Terminal): void {
  const folder = join(dirname(resolve(plan)), "schema");
  if (!existsSync(join(folder, "definitions.schema.json"))) return;
  const path = join(folder, "names.schema.json");
  const text = nameHints(load(sources).value);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  writeWhole(path, text, terminal);
}
