import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { filled, type Localized } from "../messages/messages.ts";
import { refusal } from "../terminal/system-errors.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";

const taken: Localized = {
  ru: "папка {folder} уже есть и не пуста; назовите новую",
  en: "the folder {folder} exists and is not empty; name a new one",
};

/** A path as a person at this folder writes it. */
export const asTyped = (folder: string): string => relative(process.cwd(), folder) || ".";

/** Throws a UsageError where a folder that is to be filled has something in it. */
export function requireEmpty(folder: string, terminal: Terminal): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(filled(taken[terminal.language], { folder: asTyped(folder) }));
}

/** Writes new files below a folder, by path. Nothing is written over: throws a SystemError for a path that is taken. */
export function writeNew(folder: string, files: ReadonlyMap<string, string>, terminal: Terminal): void {
  for (const [path, text] of files) {
    const place = join(folder, path);
    try {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text, { flag: "wx" });
    } catch (error) {
      throw refusal("cannotWrite", place, error, terminal);
    }
  }
}
