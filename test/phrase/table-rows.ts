import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A row of a table of phrases: the phrase, the day that is tried for its event, and what it means. */
export interface TableRow {
  readonly phrase: string;
  readonly event: string | undefined;
  readonly expected: string;
}

/** The rows of a table in this folder: `phrase @event => meaning`; empty lines and those that begin with # are none. */
export const tableRows = (table: string): readonly TableRow[] =>
  readFileSync(join(import.meta.dirname, table), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, phrase = "", event, expected = ""] = /^(.*?)(?: @(\d{4}-\d\d-\d\d))? => (.*)$/.exec(line) ?? [];
      return { phrase, event, expected };
    });
