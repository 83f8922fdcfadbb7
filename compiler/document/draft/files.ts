import type { Event, Item, Party, Period } from "../../generated/types.ts";
import type { Reading } from "../../load/workspace.ts";
import type { YamlMap } from "../../edit/yaml-text.ts";
import { fileText, itemLines } from "./file-text.ts";

/** A file of a draft, by its path below `plan/`. */
export interface DraftFile {
  readonly path: string;
  readonly text: string;
  /** What to do where the file exists: refuse; skip it; or replace it by text that holds the old one and more. */
  readonly existing: "refuse" | "skip" | "replace";
}

/** The rows of a list, as values of a file. */
export const rowsOf = (list: readonly object[]): YamlMap[] => list as YamlMap[];

/** The path of the schema of a file that lies so many folders below the top. */
export const schemaOf = (kind: string, depth: number): string => `${"../".repeat(depth)}schema/${kind}.schema.json`;

/** `section-N.yaml`. */
export function sectionFile(
  folder: string,
  section: {
    readonly value: number;
    readonly number: string;
    readonly title: string;
    readonly short?: string | undefined;
  },
  items: readonly Item[],
): DraftFile {
  const head = {
    section: { id: String(section.value), number: section.number, title: section.title, short: section.short },
  };
  return {
    path: `${folder}/section-${section.value}.yaml`,
    text: fileText(schemaOf("section", 3), head, { key: "items", rows: rowsOf(items), spaced: true }),
    existing: "refuse",
  };
}

/** The lists of a year that are not its rows. */
export function listFiles(
  folder: string,
  {
    events,
    periods,
    readings,
  }: { readonly events: readonly Event[]; readonly periods: readonly Period[]; readonly readings: readonly Reading[] },
): DraftFile[] {
  const list = (kind: string, rows: readonly object[]): DraftFile => ({
    path: `${folder}/${kind}.yaml`,
    text: fileText(schemaOf(kind, 3), {}, { key: kind, rows: rowsOf(rows), spaced: true }),
    existing: "refuse",
  });
  return [list("events", events), list("occurrences", []), list("periods", periods), list("readings", readings)];
}

/** `parties.yaml`: its earlier text, and new parties below it. */
export function partiesFile(folder: string, before: string | undefined, added: readonly Party[]): DraftFile {
  const path = `${folder}/parties.yaml`;
  if (before === undefined)
    return {
      path,
      text: fileText(schemaOf("parties", 2), {}, { key: "parties", rows: rowsOf(added) }),
      existing: "skip",
    };
  if (added.length === 0) return { path, text: before, existing: "skip" };
  const lines = rowsOf(added).flatMap((party) => ["", ...itemLines(party)]);
  return { path, text: `${before.replace(/\s+$/, "")}\n${lines.join("\n")}\n`, existing: "replace" };
}

/** `series.yaml` and `glossary.yaml` of a series that begins with this plan. */
export const newFile = (
  folder: string,
  kind: "series" | "glossary",
  keys: YamlMap,
  list?: { readonly key: string; readonly rows: readonly object[] },
): DraftFile => ({
  path: `${folder}/${kind}.yaml`,
  text: fileText(schemaOf(kind, 2), keys, list === undefined ? undefined : { key: list.key, rows: rowsOf(list.rows) }),
  existing: "skip",
});
