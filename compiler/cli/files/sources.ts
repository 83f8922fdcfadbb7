import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { ParseMemory } from "../../load/yaml/parse.ts";
import type { ParsedFile } from "../../load/yaml/parsed-yaml.ts";
import type { SourceFile } from "../../source/span.ts";
import { planFolder, type Options } from "../terminal/arguments.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";
import { refusal } from "../terminal/system-errors.ts";

/** Reads every YAML file under the plan's folder. Links are not followed: a plan consists of its own files. */
export function readSources(folder: string, terminal: Terminal): SourceFile[] {
  const top = resolve(folder);
  const found: SourceFile[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && /\.ya?ml$/i.test(entry.name))
        found.push({ path: relative(process.cwd(), path).split(sep).join("/"), text: readText(path, terminal) });
    }
  };
  if (!lstatSync(top, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(filled(terminal.say.noPlanFolder, { folder }));
  walk(top);
  return found;
}

/** The sources of a plan that somebody wants to work on: there must be some. */
export function readPlan(options: Options, terminal: Terminal): SourceFile[] {
  const folder = planFolder(options);
  const sources = readSources(folder, terminal);
  if (sources.length === 0) throw new UsageError(filled(terminal.say.emptyPlanFolder, { folder }));
  return sources;
}

function readText(path: string, terminal: Terminal): string {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw refusal("cannotRead", path, error, terminal);
  }
}

type Read = Pick<ParsedFile, "data" | "spans">;

/** Raised whenever what is remembered changes its form. */
const memoryVersion = 1;

/**
 * What the YAML files were read as, kept between runs by the hash of their text. It only saves time: any trouble with
 * it is as if it were empty, and it can be deleted at any moment.
 */
export function openMemory(folder: string): ParseMemory & { save(): void } {
  const path = join(folder, "parsed.json");
  const known = new Map<string, Read>();
  const used = new Map<string, Read>();
  let changed = false;
  try {
    const stored = JSON.parse(readFileSync(path, "utf8")) as { version: number; files: Readonly<Record<string, Read>> };
    if (stored.version === memoryVersion)
      for (const [hash, read] of Object.entries(stored.files)) known.set(hash, read);
  } catch {
    // Nothing remembered: the files are parsed.
  }
  // Asked for when the first file needs it: most plans have no file that does.
  const hashOf = (text: string): string =>
    process.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("base64");
  return {
    recall(text) {
      const hash = hashOf(text);
      const read = known.get(hash);
      if (read !== undefined) used.set(hash, read);
      return read;
    },
    remember(text, read) {
      used.set(hashOf(text), read);
      changed = true;
    },
    save() {
      if (!changed) return;
      try {
        mkdirSync(folder, { recursive: true });
        const next = `${path}.${process.pid}`;
        writeFileSync(next, JSON.stringify({ version: memoryVersion, files: Object.fromEntries(used) }));
        renameSync(next, path);
      } catch {
        // A folder that cannot be written costs time, nothing else.
      }
    },
  };
}
