import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { concernsPlan } from "../../load/file-layout.ts";
import type { SourceFile } from "../../source/span.ts";
import { planFolder, type Options } from "../terminal/arguments.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";
import { refusal } from "../terminal/system-errors.ts";

/**
 * Reads the files under the plan's folder that concern the compiler: YAML, and what must not lie there unseen. Links
 * are not followed: a plan consists of its own files. Throws a UsageError where there is no such folder, and a
 * SystemError for a file that cannot be read.
 */
export function readSources(folder: string, terminal: Terminal): SourceFile[] {
  const top = resolve(folder);
  const found: SourceFile[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && concernsPlan(entry.name))
        found.push({ path: relative(process.cwd(), path).split(sep).join("/"), text: readText(path, terminal) });
    }
  };
  if (!lstatSync(top, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(filled(terminal.messages.noPlanFolder, { folder }));
  walk(top);
  return found;
}

/** Reads the files of the plan that `--plan` names. Throws a UsageError where there are none. */
export function readPlan(options: Options, terminal: Terminal): SourceFile[] {
  const folder = planFolder(options);
  const sources = readSources(folder, terminal);
  if (sources.length === 0) throw new UsageError(filled(terminal.messages.emptyPlanFolder, { folder }));
  return sources;
}

function readText(path: string, terminal: Terminal): string {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw refusal("cannotRead", path, error, terminal);
  }
}
