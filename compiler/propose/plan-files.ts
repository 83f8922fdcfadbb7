import { fnv1a } from "../source/fnv1a.ts";
import type { SourceFile } from "../source/span.ts";
import { classifyPath } from "../load/file-layout.ts";
import { parse } from "../load/yaml/parse.ts";
import type { ParsedFile } from "../load/yaml/parsed-yaml.ts";

/** The files of a series as operations change them, one after another; paths are those from the folder of the series. */
export interface PlanFiles {
  /** What the paths of the series begin with, as the sources have them. */
  readonly folder: string;
  /** The plan's folder below that of the series, with its slash. */
  readonly plan: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** A short hash of a file: tells whether it is the one that a proposal was made from. */
export const hashOf = (text: string): string => fnv1a(text).toString(16).padStart(8, "0");

/** A file as it is by now; undefined where there is none, or it cannot be read. */
export function readFile({ folder, texts }: PlanFiles, path: string): ParsedFile | undefined {
  const text = texts.get(path);
  return text === undefined ? undefined : parse({ path: `${folder}${path}`, text }).value;
}

/** The files with another text of one of them. */
export const withText = (files: PlanFiles, path: string, text: string): PlanFiles => ({
  ...files,
  texts: new Map(files.texts).set(path, text),
});

/** The folder of the series of a slug; undefined where no sources are of it. */
function folderOf(sources: readonly SourceFile[], slug: string): string | undefined {
  const own = sources.find(
    (source) =>
      classifyPath(source.path)?.kind === "series" &&
      (parse(source).value?.data as { readonly slug?: unknown } | undefined)?.slug === slug,
  );
  return own?.path.slice(0, own.path.lastIndexOf("/") + 1);
}

/** The files of a series among sources, to change those of one of its plans; undefined where there is no such plan. */
export function openPlan(sources: readonly SourceFile[], series: string, plan: string): PlanFiles | undefined {
  const folder = folderOf(sources, series);
  if (folder === undefined) return undefined;
  const own = sources.filter(({ path }) => path.startsWith(folder));
  const texts = new Map(own.map(({ path, text }) => [path.slice(folder.length), text]));
  const named = ["order.yaml", "plan.yaml"].some((name) => texts.has(`${plan}/${name}`));
  return named ? { folder, plan: `${plan}/`, texts } : undefined;
}

/** The files that differ from what they were, with paths as the sources have them. */
export const changedFiles = (before: PlanFiles, after: PlanFiles): SourceFile[] =>
  [...after.texts].flatMap(([path, text]) =>
    before.texts.get(path) === text ? [] : [{ path: `${after.folder}${path}`, text }],
  );

/** A row of a list by its id, with its place. */
export interface FoundRow {
  readonly path: string;
  readonly file: ParsedFile;
  readonly index: number;
  readonly data: unknown;
}

const rowsOf = (file: ParsedFile, list: string): readonly unknown[] => {
  const rows = (file.data as Readonly<Record<string, unknown>> | null)?.[list];
  return Array.isArray(rows) ? rows : [];
};

const idOf = (row: unknown): unknown => (row as { readonly id?: unknown } | null)?.id;

/** A row of a list of a file. */
export function rowIn(files: PlanFiles, path: string, list: string, id: string): FoundRow | undefined {
  const file = readFile(files, path);
  const rows = file === undefined ? [] : rowsOf(file, list);
  const index = rows.findIndex((row) => idOf(row) === id);
  return file === undefined || index === -1 ? undefined : { path, file, index, data: rows[index] };
}

/** The paths of the files of the plan's sections. */
export const sections = ({ texts, plan }: PlanFiles): string[] =>
  [...texts.keys()].filter((path) => path.startsWith(`${plan}section-`));

/** An item of the plan, wherever its row stands. */
export function itemIn(files: PlanFiles, id: string): FoundRow | undefined {
  for (const path of sections(files)) {
    const found = rowIn(files, path, "items", id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The file of a section by its id. */
export const sectionFile = (files: PlanFiles, id: string): string | undefined =>
  sections(files).find(
    (path) => (readFile(files, path)?.data as { section?: { id?: unknown } } | undefined)?.section?.id === id,
  );

/** Rows of a list in every file of that name in the series. */
export const rowsOfAll = (files: PlanFiles, name: string, list: string): unknown[] =>
  [...files.texts.keys()]
    .filter((path) => path.endsWith(`/${name}`))
    .flatMap((path) => {
      const file = readFile(files, path);
      return file === undefined ? [] : rowsOf(file, list);
    });
