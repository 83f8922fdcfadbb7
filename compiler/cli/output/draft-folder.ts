import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Draft } from "../../document/draft/draft.ts";
import type { SourceFile } from "../../source/span.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";
import { writeWhole } from "../files/atomic-write.ts";
import { refusal } from "../terminal/system-errors.ts";

const messagesByLanguage = {
  ru: {
    yearExists: "папка {folder} уже есть: план этого года не перезаписывается; выберите другую папку ключом --out",
  },
  en: {
    yearExists: "folder {folder} exists: a plan of this year is not overwritten; choose another folder with --out",
  },
};

/** Where a draft was written. */
export interface DraftFolder {
  /** The folder of its year. */
  readonly folder: string;
  /** Files of the series that were there already and differ from the draft's: they are left alone. */
  readonly skipped: readonly string[];
  /** Files of the series that the draft adds to. */
  readonly extended: readonly string[];
}

const inside = (top: string, path: string): string => {
  const place = resolve(top, path);
  if (!place.startsWith(resolve(top) + sep)) throw new Error(`a draft's path leaves its folder: ${path}`);
  return place;
};

/**
 * Puts a draft into a folder: the year whole or not at all, files of the series only where there are none yet (parties
 * are added to). A folder that has no calendars is given those of the plan, so that it can be checked by itself.
 * Throws a UsageError where the year is there already, and a SystemError where the system refuses to write.
 */
export function writeDraft(draft: Draft, out: string, shared: readonly SourceFile[], terminal: Terminal): DraftFolder {
  const year = inside(out, draft.folder);
  if (existsSync(year))
    throw new UsageError(filled(messagesByLanguage[terminal.language].yearExists, { folder: join(out, draft.folder) }));
  const next = `${year}.next-${process.pid}`;
  const [skipped, extended]: [string[], string[]] = [[], []];
  try {
    mkdirSync(next, { recursive: true });
    for (const { path, text } of draft.files)
      if (path.startsWith(`${draft.folder}/`))
        writeFileSync(join(next, path.slice(draft.folder.length + 1)), text, { flag: "wx" });
    for (const { path, text, existing } of draft.files.filter((file) => !file.path.startsWith(`${draft.folder}/`))) {
      const place = inside(out, path);
      const before = existsSync(place) ? readFileSync(place, "utf8") : undefined;
      if (before === undefined) writeWhole(place, text, terminal);
      else if (before.replace(/\r\n/g, "\n") === text) continue;
      else if (existing === "replace") {
        writeWhole(place, text, terminal);
        extended.push(join(out, path));
      } else skipped.push(join(out, path));
    }
    for (const { path, text } of shared)
      if (!existsSync(inside(out, path))) writeWhole(inside(out, path), text, terminal);
    renameSync(next, year);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw refusal("cannotWrite", year, error, terminal);
  }
  return { folder: join(out, draft.folder), skipped, extended };
}
