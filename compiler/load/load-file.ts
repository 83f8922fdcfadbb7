import { isYear } from "../calendar/bounds.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/span.ts";
import { findLostCharacter } from "./yaml/encoding.ts";
import { findOversize } from "./yaml/size-limits.ts";
import { classifyPath, configuresGit, fileLayout, suggestFileName, type FilePlace } from "./file-layout.ts";
import type { Limits } from "./limits.ts";
import { parse, withoutByteOrderMark } from "./yaml/parse.ts";
import { spanAt, type ParsedFile } from "./yaml/parsed-yaml.ts";
import { findForbiddenCharacter } from "./yaml/forbidden-characters.ts";
import type { FileKind, FileShapes } from "./schema/schemas.ts";
import { validateFile } from "./schema/validate.ts";
import { placeholderSeries } from "./placeholders.ts";

/** A file that was read and has the shape of its kind. */
export interface LoadedFile<K extends FileKind = FileKind> {
  readonly place: FilePlace;
  readonly file: ParsedFile;
  readonly kind: K;
  readonly data: FileShapes[K];
}

/** What could not be read: names that are missing only because of it are not reported. */
export interface Missing {
  readonly kinds: Set<FileKind>;
  readonly ids: Set<string>;
}

/** What the reading of one file knows of the others, and where it says what is wrong. */
interface OneOfMany {
  /** Of all files. */
  readonly paths: ReadonlySet<string>;
  readonly missing: Missing;
  readonly limits: Limits;
  readonly report: Report;
}

/** What is the matter with a path that no file of a plan has: it configures git, or it is no name of such a file. */
function strayFile(path: string, paths: ReadonlySet<string>): Diagnostic {
  const span: Span = { file: path, start: 0, end: 1 };
  if (configuresGit(path)) return { code: "git-file", values: { path }, span };
  const suggestion = suggestFileName(path);
  const beside = path.slice(0, path.lastIndexOf("/") + 1) + suggestion;
  return {
    code: "unknown-file",
    values: {
      path,
      ...(paths.has(beside) ? { beside: suggestion } : { suggestion }),
      expected: { list: fileLayout.map(({ example }) => example) },
    },
    span,
  };
}

/** The YAML of a file; `undefined`, and reported, where a character of it is lost, its syntax is wrong or it is beyond the limits. */
function readYaml(source: SourceFile, limits: Limits, report: Report): ParsedFile | undefined {
  const lost = findLostCharacter(source);
  if (lost !== undefined) {
    report(lost);
    return undefined;
  }
  const { value, diagnostics } = parse(source, limits);
  diagnostics.forEach(report);
  const sign = findForbiddenCharacter(source, value);
  if (sign !== undefined) report(sign);
  const beyond = value && findOversize(value, limits);
  if (beyond !== undefined) report(beyond);
  return beyond === undefined ? value : undefined;
}

/**
 * One file: its place, its YAML, its shape. `undefined` where it is none of a plan's or cannot be read, which is reported; `missing` then
 * gets what is missing because of it.
 */
export function loadFile(given: SourceFile, { paths, missing, limits, report }: OneOfMany): LoadedFile | undefined {
  const source = withoutByteOrderMark(given);
  const place = classifyPath(source.path);
  if (place === undefined || configuresGit(source.path)) {
    report(strayFile(source.path, paths));
    return undefined;
  }
  const file = readYaml(source, limits, report);
  if (file === undefined) {
    missing.kinds.add(place.kind);
    return undefined;
  }
  const shaped = validateFile(place.kind, file);
  shaped.diagnostics.forEach(report);
  const { data, brokenIds } = shaped.value;
  for (const id of brokenIds ?? []) missing.ids.add(id);
  if (brokenIds === undefined) missing.kinds.add(place.kind);
  if (data !== undefined) return { place, file, kind: place.kind, data };
  return place.kind === "series"
    ? { place, file, kind: place.kind, data: placeholderSeries(place.folder, file.data).data }
    : undefined;
}

/** What a file says of itself that the name of its folder says too. */
type Claim = readonly [key: string, value: string | number, folder: string | number];

/** The head of a plan names the year that its folder is named after. */
const yearClaim = ({ year }: { readonly year?: number }, { plan = "" }: FilePlace): readonly Claim[] =>
  year === undefined || !isYear(plan) ? [] : [["year", year, Number(plan)]];

const claimsOf: { readonly [K in FileKind]?: (data: FileShapes[K], place: FilePlace) => readonly Claim[] } = {
  calendar: (data, place) => [
    ["calendar", data.calendar, place.folder],
    ["year", data.year, place.year ?? 0],
  ],
  "rule-set": (data, place) => [["id", data.id, place.name]],
  series: (data, place) => [["slug", data.slug, place.folder]],
  order: yearClaim,
  plan: yearClaim,
};

/** Whether a file says of itself what its place says; where the two differ, it is reported. */
export function isInPlace(entry: LoadedFile, report: Report): boolean {
  const { place, file, data, kind } = entry;
  const claims = claimsOf[kind] as ((data: object, place: FilePlace) => readonly Claim[]) | undefined;
  const wrong = (claims?.(data, place) ?? []).filter(([, value, folder]) => value !== folder);
  for (const [key, value, folder] of wrong)
    report({ code: "wrong-place", values: { value, folder }, span: spanAt(file, [key]) });
  return wrong.length === 0;
}
