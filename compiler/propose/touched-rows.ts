/** The rows that operations change: by these the request of a proposal is found when somebody proposes something for the same. */
import { isSameValue } from "../edit/set-value.ts";
import { readFile, type PlanFiles } from "./plan-files.ts";

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && typeof (value as Row)["id"] === "string";

/** What a row is called: a record by what it tells of, since two records of one event differ in their own names. */
function nameOf(list: string, row: Row): string {
  const { id, event, period } = row;
  return list === "occurrences" ? ["events", event, period].filter(Boolean).join("/") : `${list}/${String(id)}`;
}

/** What stands in a file by name: its rows, and what is in no row under the file's own. Undefined where it cannot be read. */
function rowsOf(files: PlanFiles, path: string): ReadonlyMap<string, readonly unknown[]> | undefined {
  const found = new Map<string, readonly unknown[]>();
  if (!files.texts.has(path)) return found;
  const data = readFile(files, path)?.data;
  if (typeof data !== "object" || data === null) return undefined;
  const [, folder = "", file = ""] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const put = (name: string, value: unknown): unknown =>
    found.set(`${folder}${name}`, [...(found.get(`${folder}${name}`) ?? []), value]);
  for (const [key, value] of Object.entries(data as Row)) {
    const isList = Array.isArray(value) && value.every(isRow);
    if (isList) for (const row of value) put(nameOf(key, row), row);
    else put(file, [key, value]);
  }
  return found;
}

/** What differs in a file between two states of it; the file itself where one of them cannot be read. */
function touchedIn(before: PlanFiles, after: PlanFiles, path: string): readonly string[] {
  const [was, now] = [rowsOf(before, path), rowsOf(after, path)];
  if (was === undefined || now === undefined) return [path];
  return [...new Set([...was.keys(), ...now.keys()])].filter((name) => !isSameValue(was.get(name), now.get(name)));
}

/** The rows of a series that differ between two states of its files, each with the series: `school/2026/items/2.1.8`. */
export const touchedRows = (series: string, before: PlanFiles, after: PlanFiles): readonly string[] =>
  [...after.texts]
    .filter(([path, text]) => before.texts.get(path) !== text)
    .flatMap(([path]) => touchedIn(before, after, path))
    .map((name) => `${series}/${name}`);
