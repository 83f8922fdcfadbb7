import { civilOf } from "../calendar/day.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Item, Party } from "../generated/types.ts";
import type { Span } from "../source/span.ts";
import type { FilePlace } from "./file-layout.ts";
import type { LoadedFile, Missing } from "./load-file.ts";
import { partyWords } from "./party-words.ts";
import { emptyGlossary, emptyOrder, placeholderSeries, withoutOrder } from "./placeholders.ts";
import { inOrder, planBounds, standInBounds } from "./plan-bounds.ts";
import { readParties } from "./read-parties.ts";
import type { FileKind, FileShapes } from "./schema/schemas.ts";
import type { Plan, PlanItem, SectionHeading, Series } from "./workspace.ts";
import { located, spanOf, type Located } from "./yaml/parsed-yaml.ts";

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

const startOf = (path: string): Span => ({ file: path, start: 0, end: 1 });

/** Reports what every plan has and this one lacks. `there` are the places of its files. */
function reportMissing(id: string, there: readonly FilePlace[], report: Report): void {
  const has = (kind: FileKind): boolean => there.some((place) => place.kind === kind);
  const { folder, path } = there[0]!;
  const lacking = [
    ...(has("order") || has("plan") ? [] : ["order.yaml"]),
    ...(has("section") ? [] : ["section-1.yaml"]),
  ];
  for (const name of lacking)
    report({ code: "missing-file", values: { folder: `${folder}/${id}`, name }, span: startOf(path) });
}

/** The plans of a series, in their order. `here` are the places of its files, `entries` those that could be read. */
function plansOf(here: readonly FilePlace[], entries: readonly LoadedFile[], report: Report): Plan[] {
  const plans = [...new Set(here.flatMap(({ plan }) => plan ?? []))].map((id) => {
    reportMissing(
      id,
      here.filter((place) => place.plan === id),
      report,
    );
    const own = entries.filter((entry) => entry.place.plan === id);
    return buildPlan(id, own, report);
  });
  return plans.sort(inOrder);
}

/**
 * The series in a folder; stand-ins for files that are missing or could not be read. `here` are the places of its files, `entries` those
 * that could be read.
 */
export function buildSeries(
  folder: string,
  {
    here,
    entries,
    missing,
  }: { readonly here: readonly FilePlace[]; readonly entries: readonly LoadedFile[]; readonly missing: Missing },
  report: Report,
): Series {
  const first = (here.find((place) => place.plan === undefined) ?? here[0])?.path ?? folder;
  // A plan without abbreviations has no glossary.
  for (const kind of ["series", "parties"] as const) {
    if (here.some((place) => place.kind === kind)) continue;
    missing.kinds.add(kind);
    report({ code: "missing-file", values: { folder, name: `${kind}.yaml` }, span: startOf(first) });
  }
  const plans = plansOf(here, entries, report);
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
