import type { Diagnostic, Outcome, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/span.ts";
import { buildSeries } from "./build-series.ts";
import { compareNames } from "./compare-names.ts";
import { classifyPath } from "./file-layout.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { isInPlace, loadFile, type LoadedFile, type Missing } from "./load-file.ts";
import { suggestIdsForLabels } from "./schema/suggest-id-for-label.ts";
import type { FileKind, FileShapes } from "./schema/schemas.ts";
import type { Series, Workspace } from "./workspace.ts";
import { spanOf, type Located } from "./yaml/parsed-yaml.ts";

/**
 * The series that stands at the root of the site, then the others. Where there are several, the data must name it:
 * by any other order a new series could take the place, and with it the addresses, of an old one.
 */
function rootFirst(series: readonly Series[], report: Report): Series[] {
  const [root, ...more] = series.filter(({ data }) => data.root === true);
  for (const other of more)
    report({
      code: "two-roots",
      values: {},
      span: spanOf(other.origin, ["root"]),
      related: [{ span: spanOf(root!.origin, ["root"]), code: "first-here" }],
    });
  const second = series[1];
  if (root === undefined && second !== undefined && series.every(({ origin }) => origin.file.source.path !== ""))
    report({
      code: "no-root",
      values: { first: series[0]!.data.slug, second: second.data.slug },
      span: spanOf(second.origin, ["slug"]),
    });
  return root === undefined ? [...series] : [root, ...series.filter((one) => one !== root)];
}

/** The files; none of them where there are more than a plan can have. */
function refuseMany(sources: readonly SourceFile[], { files }: Limits, report: Report): readonly SourceFile[] {
  if (sources.length <= files) return sources;
  report({
    code: "too-many-files",
    values: { count: sources.length, limit: files },
    span: { file: sources[files]!.path, start: 0, end: 1 },
  });
  return [];
}

/** The files of a kind, with what their place says. */
const filesOfKind = <K extends FileKind>(
  entries: readonly LoadedFile[],
  kind: K,
): (Located<FileShapes[K]> & Pick<LoadedFile, "place">)[] =>
  entries
    .filter((entry) => entry.kind === kind)
    .map(({ data, file, place }) => ({ data: data as FileShapes[K], origin: { file, path: [] }, place }));

/**
 * Reads the files of `plan/` into a workspace: YAML, then the schema of each file's kind. Never throws; what could
 * not be read is missing from the value and reported in the diagnostics.
 */
export function load(sources: readonly SourceFile[], limits: Limits = defaultLimits): Outcome<Workspace> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const all = [...sources]
    .map((source) => ({ ...source, path: source.path.replace(/\\/g, "/") }))
    .sort((a, b) => compareNames(a.path, b.path));
  const ordered = refuseMany(all, limits, report);
  const entries: LoadedFile[] = [];
  const missing: Missing = { kinds: new Set(), ids: new Set() };
  const paths = new Set(all.map(({ path }) => path));
  for (const source of ordered) {
    const entry = loadFile(source, { paths, missing, limits, report });
    if (entry === undefined) continue;
    const inPlace = isInPlace(entry, report);
    if (inPlace || entry.kind !== "calendar") entries.push(entry);
    else missing.kinds.add("calendar");
  }

  const places = ordered.flatMap((source) => classifyPath(source.path) ?? []);
  const ofSeries = places.filter(({ kind }) => kind !== "calendar" && kind !== "rule-set");
  const series = [...Map.groupBy(ofSeries, ({ folder }) => folder)].map(([folder, here]) =>
    buildSeries(folder, { here, entries: entries.filter(({ place }) => place.folder === folder), missing }, report),
  );
  const value = {
    files: entries.map(({ file }) => file),
    calendars: Map.groupBy(filesOfKind(entries, "calendar"), ({ place }) => place.folder),
    ruleSets: new Map(filesOfKind(entries, "rule-set").map((file) => [file.place.name, file])),
    series: rootFirst(series, report),
    missing,
  };
  return { value, diagnostics: suggestIdsForLabels(diagnostics, series) };
}
