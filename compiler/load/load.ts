import { isYear } from "../calendar/bounds.ts";
import { civilOf } from "../calendar/day.ts";
import type { Diagnostic, Outcome, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/span.ts";
import type { Item, Party } from "../generated/types.ts";
import { findLostCharacter } from "./yaml/encoding.ts";
import { findOversize } from "./yaml/size-limits.ts";
import { classifyPath, configuresGit, fileLayout, suggestFileName, type FilePlace } from "./file-layout.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { suggestIdsForLabels } from "./schema/suggest-id-for-label.ts";
import { parse, withoutByteOrderMark } from "./yaml/parse.ts";
import { located, spanAt, spanOf, type Located, type ParsedFile } from "./yaml/parsed-yaml.ts";
import { partyWords } from "./party-words.ts";
import { readParties } from "./read-parties.ts";
import { findForbiddenCharacter } from "./yaml/forbidden-characters.ts";
import type { FileKind, FileShapes } from "./schema/schemas.ts";
import { validateFile } from "./schema/validate.ts";
import { compareNames } from "./compare-names.ts";
import { inOrder, planBounds, standInBounds } from "./plan-bounds.ts";
import { emptyGlossary, emptyOrder, placeholderSeries, withoutOrder } from "./placeholders.ts";
import type { Plan, PlanItem, SectionHeading, Series, Workspace } from "./workspace.ts";

interface LoadedFile<K extends FileKind = FileKind> {
  readonly place: FilePlace;
  readonly file: ParsedFile;
  readonly kind: K;
  readonly data: FileShapes[K];
}

/** What could not be read: names that are missing only because of it are not reported. */
interface Missing {
  readonly kinds: Set<FileKind>;
  readonly ids: Set<string>;
}

function loadFile(
  given: SourceFile,
  paths: ReadonlySet<string>,
  missing: Missing,
  limits: Limits,
  report: Report,
): LoadedFile | undefined {
  const source = withoutByteOrderMark(given);
  const place = classifyPath(source.path);
  const top: Span = { file: source.path, start: 0, end: 1 };
  if (configuresGit(source.path)) {
    report({ code: "git-file", values: { path: source.path }, span: top });
    return undefined;
  }
  if (place === undefined) {
    const suggestion = suggestFileName(source.path);
    const beside = source.path.slice(0, source.path.lastIndexOf("/") + 1) + suggestion;
    report({
      code: "unknown-file",
      values: {
        path: source.path,
        ...(paths.has(beside) ? { beside: suggestion } : { suggestion }),
        expected: { list: fileLayout.map(({ example }) => example) },
      },
      span: top,
    });
    return undefined;
  }
  const lost = findLostCharacter(source);
  if (lost !== undefined) {
    report(lost);
    missing.kinds.add(place.kind);
    return undefined;
  }
  const parsed = parse(source, limits);
  parsed.diagnostics.forEach(report);
  const sign = findForbiddenCharacter(source, parsed.value);
  if (sign !== undefined) report(sign);
  const beyond = parsed.value && findOversize(parsed.value, limits);
  if (beyond !== undefined) report(beyond);
  if (parsed.value === undefined || beyond !== undefined) {
    missing.kinds.add(place.kind);
    return undefined;
  }
  const shaped = validateFile(place.kind, parsed.value);
  shaped.diagnostics.forEach(report);
  const { data, brokenIds } = shaped.value;
  for (const id of brokenIds ?? []) missing.ids.add(id);
  if (brokenIds === undefined) missing.kinds.add(place.kind);
  if (data !== undefined) return { place, file: parsed.value, kind: place.kind, data };
  return place.kind === "series"
    ? { place, file: parsed.value, kind: place.kind, data: placeholderSeries(place.folder, parsed.value.data).data }
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

/** What a file is stands in its name and inside; where the two differ, it is reported and the file left out. */
function isInPlace(entry: LoadedFile, report: Report): boolean {
  const { place, file, data, kind } = entry;
  const claims = claimsOf[kind] as ((data: object, place: FilePlace) => readonly Claim[]) | undefined;
  const wrong = (claims?.(data, place) ?? []).filter(([, value, folder]) => value !== folder);
  for (const [key, value, folder] of wrong)
    report({ code: "wrong-place", values: { value, folder }, span: spanAt(file, [key]) });
  return wrong.length === 0;
}

function fileOfKind<K extends FileKind>(entries: readonly LoadedFile[], kind: K): Located<FileShapes[K]> | undefined {
  const entry = entries.find((candidate) => candidate.kind === kind);
  return entry && { data: entry.data as FileShapes[K], origin: { file: entry.file, path: [] } };
}

/** The heading and the rows of a section's file. */
function sectionOf({ data: shape, file }: LoadedFile): {
  readonly section: Located<SectionHeading>;
  readonly items: readonly PlanItem[];
} {
  const data = shape as FileShapes["section"];
  const origin = { file, path: [] };
  const section = located(data.section, origin, "section");
  return { section, items: rows<Item>({ data, origin }, "items").map((row) => ({ ...row, section })) };
}

/** The rows of a list file, each located; an absent file is an empty list. */
function rows<T>(file: Located<object> | undefined, key: string): Located<T>[] {
  if (file === undefined) return [];
  const list = (file.data as Readonly<Record<string, readonly (T | undefined)[]>>)[key] ?? [];
  return list.flatMap((data, index) => (data === undefined ? [] : [located(data, file.origin, key, index)]));
}

/** The order of a plan, or the file that a plan without one has in its place; an empty order where there is neither. */
function headOf(
  id: string,
  entries: readonly LoadedFile[],
  report: Report,
): Pick<Plan, "bounds" | "order" | "hasOrder"> {
  const [order, plan] = [fileOfKind(entries, "order"), fileOfKind(entries, "plan")];
  if (plan === undefined || order !== undefined) {
    const found = order ?? emptyOrder(civilOf(standInBounds(id).from).year);
    if (plan !== undefined)
      report({
        code: "order-and-plan",
        values: { id },
        span: spanOf(plan.origin, ["title"], "key"),
        related: [{ span: spanOf(found.origin, ["plan-title"], "key"), code: "first-here" }],
      });
    return {
      order: found,
      hasOrder: true,
      bounds: order === undefined ? standInBounds(id) : planBounds(found, id, report),
    };
  }
  const bounds = planBounds(plan, id, report);
  return { order: withoutOrder(plan, bounds), hasOrder: false, bounds };
}

function buildPlan(id: string, entries: readonly LoadedFile[], report: Report): Plan {
  const sections: Located<SectionHeading>[] = [];
  const items: PlanItem[] = [];
  for (const entry of entries.filter((candidate) => candidate.kind === "section")) {
    const { section, items: own } = sectionOf(entry);
    sections.push(section);
    for (const row of own) items.push(row);
  }
  return {
    id,
    ...headOf(id, entries, report),
    sections,
    items,
    periods: rows(fileOfKind(entries, "periods"), "periods"),
    events: rows(fileOfKind(entries, "events"), "events"),
    occurrences: rows(fileOfKind(entries, "occurrences"), "occurrences"),
    readings: rows(fileOfKind(entries, "readings"), "readings"),
  };
}

/** The files of each folder; stand-ins for those that are missing or could not be read. */
function buildSeries(
  folder: string,
  entries: readonly LoadedFile[],
  paths: readonly FilePlace[],
  missing: Missing,
  report: Report,
): Series {
  const here = paths.filter((place) => place.folder === folder);
  const first: Span = {
    file: (here.find((place) => place.plan === undefined) ?? here[0])?.path ?? folder,
    start: 0,
    end: 1,
  };
  // A plan without abbreviations has no glossary.
  for (const kind of ["series", "parties"] as const) {
    if (here.some((place) => place.kind === kind)) continue;
    missing.kinds.add(kind);
    report({ code: "missing-file", values: { folder, name: `${kind}.yaml` }, span: first });
  }
  const ids = [...new Set(here.flatMap(({ plan }) => plan ?? []))];
  const plans: Plan[] = [];
  for (const id of ids) {
    const there = here.filter((place) => place.plan === id);
    for (const kind of ["order", "section"] as const) {
      const name = kind === "order" ? "order.yaml" : "section-1.yaml";
      if (!there.some((place) => place.kind === kind || (kind === "order" && place.kind === "plan")))
        report({
          code: "missing-file",
          values: { folder: `${folder}/${id}`, name },
          span: { file: there[0]!.path, start: 0, end: 1 },
        });
    }
    const own = entries.filter((entry) => entry.place.plan === id);
    plans.push(buildPlan(id, own, report));
  }
  plans.sort(inOrder);
  const series = fileOfKind(entries, "series") ?? placeholderSeries(folder, undefined);
  const glossary = fileOfKind(entries, "glossary") ?? emptyGlossary;
  const file = fileOfKind(entries, "parties");
  const parties = rows<Party>(file, "parties");
  const words = partyWords({ parties, glossary });
  // Where a party could not be read, its name is not known to be unknown.
  const isWhole = file?.data.parties.length === parties.length;
  const reportWords: Report = (diagnostic) => {
    if (isWhole) report(diagnostic);
  };
  return {
    ...series,
    folder,
    parties,
    profiles: rows(fileOfKind(entries, "profiles"), "profiles"),
    synonyms: rows(fileOfKind(entries, "synonyms"), "synonyms"),
    glossary,
    plans: plans.map((plan) => ({
      ...plan,
      items: plan.items.map((item) => readParties(item, words, reportWords)),
    })),
  };
}

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
    const entry = loadFile(source, paths, missing, limits, report);
    if (entry === undefined) continue;
    const inPlace = isInPlace(entry, report);
    if (inPlace || entry.kind !== "calendar") entries.push(entry);
    else missing.kinds.add("calendar");
  }
  const places = ordered.flatMap((source) => classifyPath(source.path) ?? []);

  const calendars = new Map<string, Located<FileShapes["calendar"]>[]>();
  const ruleSets = new Map<string, Located<FileShapes["rule-set"]>>();
  for (const { kind, data, file, place } of entries) {
    const origin = { file, path: [] };
    if (kind === "calendar")
      calendars.set(place.folder, [
        ...(calendars.get(place.folder) ?? []),
        { data: data as FileShapes["calendar"], origin },
      ]);
    if (kind === "rule-set") ruleSets.set(place.name, { data: data as FileShapes["rule-set"], origin });
  }
  const folders = [
    ...new Set(
      places.filter((place) => place.kind !== "calendar" && place.kind !== "rule-set").map((place) => place.folder),
    ),
  ];
  const series = folders.map((folder) =>
    buildSeries(
      folder,
      entries.filter((entry) => entry.place.folder === folder),
      places,
      missing,
      report,
    ),
  );
  const value = {
    files: entries.map(({ file }) => file),
    calendars,
    ruleSets,
    series: rootFirst(series, report),
    missing,
  };
  return { value, diagnostics: suggestIdsForLabels(diagnostics, series) };
}
