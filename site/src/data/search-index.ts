import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { sectionTables } from "../../../compiler/views/document/document.ts";
import { glossaryView } from "../../../compiler/views/document/glossary.ts";
import { roleEntries } from "../../../compiler/views/role/role.ts";
import { rulesView } from "../../../compiler/views/plan/rules.ts";
import { searchableItems, type SearchableDate, type SearchableItem } from "../../../compiler/views/plan/search.ts";
import type { TextPiece } from "../../../compiler/views/text-pieces.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { memoizeByObject } from "../../../compiler/source/memoize-by-object.ts";
import type { SeriesSite } from "../context/site.ts";
import type { HitDate, HitKind, HitMeta } from "../scripts/search/data.ts";
import type { Strings } from "../i18n/strings.ts";

/** One thing that can be found: where it stands, what it is found by, what the list of results tells of it. */
interface SearchRecord {
  /** Below the series, so that the index is the same under every base path. */
  readonly path: string;
  readonly text: readonly string[];
  readonly meta: HitMeta;
}

const plain = (pieces: readonly TextPiece[]): string => pieces.map(({ text }) => text).join("");

function record(kind: HitKind, path: string, title: string, place: string, text: readonly string[]): SearchRecord {
  return { path, text: [title, ...text], meta: { kind, title, place } };
}

const dateOf = (t: Strings, { kind, by, named }: SearchableDate): HitDate => [
  by.iso,
  kind === "work" ? 0 : 1,
  by.text,
  by.iso === named.iso ? "" : t.search.named(named.text),
];

/** What stands in place of a date; nothing for an item with dates, whose next one the browser picks. */
const stateText = (t: Strings, { state, dates }: SearchableItem): string =>
  dates.length > 0
    ? ""
    : {
        dated: "",
        "on-event": t.item.onEvent,
        continuous: t.item.continuous,
        external: t.item.external,
        none: t.search.noDeadline,
      }[state];

function itemRecords({ t, plan: newest }: SeriesSite, plan: ResolvedPlan): SearchRecord[] {
  return searchableItems(plan).map((item) => {
    const section = t.sections.sectionTitle(item.section.number, item.section.short);
    const place = plan === newest ? section : t.search.ofPlan(section, plan.id);
    return {
      path: `${plan.id}/items/${item.id}/`,
      text: [...item.text, item.id],
      meta: {
        kind: "item",
        title: item.title,
        place,
        id: item.id,
        state: stateText(t, item),
        dates: JSON.stringify(item.dates.map((date) => dateOf(t, date))),
      },
    };
  });
}

function ruleRecords({ t, plan, workspace }: SeriesSite): SearchRecord[] {
  const view = rulesView(plan, workspace);
  const values: Readonly<Record<string, string>> = t.rules.values;
  const rule = (anchor: string, title: string, ...text: readonly (string | null | undefined)[]): SearchRecord =>
    record(
      "rule",
      `rules/#${anchor}`,
      title,
      t.rules.heading,
      text.filter((each) => each !== null && each !== undefined),
    );
  return [
    ...view.points.map(({ point, value, source, note }) =>
      rule(`point-${point}`, t.rules.point[point], values[value] ?? value, source, note),
    ),
    ...view.rolls.map(({ form, mode, source, note }) =>
      rule(`roll-${form}`, t.rules.form[form], t.rules.mode[mode], source, note),
    ),
    ...view.periods.map(({ id, title, source }) => rule(`period-${id}`, title, source.title, source.note)),
  ];
}

function recordsOf(series: SeriesSite): SearchRecord[] {
  const { plan, plans, t } = series;
  const terms = glossaryView(plan).map(({ anchor, term, meaning }) =>
    record("term", `glossary/#${anchor}`, plain(term), t.glossary.title, [plain(meaning)]),
  );
  const roles = roleEntries(plan).map(({ id, name, label, mark }) =>
    record("role", `roles/${id}/`, name, t.rolesPage.title, [label, mark]),
  );
  const items = [...plans].reverse().flatMap((each) => itemRecords(series, each));
  const sections = sectionTables(plan).map(({ id, number, plainTitle, short }) =>
    record("section", `${plan.id}/sections/${id}/`, t.sections.sectionTitle(number, plainTitle), t.sections.title, [
      short,
    ]),
  );
  const profiles = plan.series.profiles.map(({ data }) =>
    record("role", `roles/${data.id}/`, data.name, t.rolePicker.title, [data.label]),
  );
  return [...roles, ...profiles, ...sections, ...items, ...terms, ...ruleRecords(series)];
}

/** The page draws its results itself and needs no worker: Pagefind's own interface, its highlighter and its worker are left out. */
const used = /^(pagefind\.js|pagefind-entry\.json|wasm\.[a-z-]+\.pagefind|.*\.pf_(meta|index|fragment))$/;

/** The engine stands beside the search page: servers let WebAssembly run below `search/` only. */
const engineFolder = ({ prefix }: SeriesSite): string => `${prefix}search/engine`;

/** The index of a series, in Pagefind's own process. Throws when Pagefind refuses a record: a bug. */
async function indexOf(series: SeriesSite): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: series.language });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join("; ")}`);
  for (const { path, text, meta } of recordsOf(series)) {
    const answer = await index.addCustomRecord({
      url: path,
      content: [...new Set(text)].join(" · "),
      language: series.language,
      meta: { ...meta },
    });
    if (answer.errors.length > 0) throw new Error(`Pagefind: ${path}: ${answer.errors.join("; ")}`);
  }
  return index;
}

let turn: Promise<void> = Promise.resolve();

/**
 * Does something with the index of each series, one after another. While developing, several pages ask at once after a save,
 * and Pagefind has one process for all: who comes later waits.
 */
function withIndexes(
  all: readonly SeriesSite[],
  work: (series: SeriesSite, index: PagefindIndex) => Promise<void>,
): Promise<void> {
  const own = turn.then(async () => {
    try {
      for (const series of all) await work(series, await indexOf(series));
    } finally {
      await close();
    }
  });
  turn = own.catch(() => undefined);
  return own;
}

async function buildEngines(all: readonly SeriesSite[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const engines = new Map<string, Uint8Array>();
  await withIndexes(all, async (series, index) => {
    for (const { path, content } of (await index.getFiles()).files)
      if (used.test(path)) engines.set(`${engineFolder(series)}/${path}`, content);
  });
  return engines;
}

/** The files of the search engines of some series by their paths below the site. */
export const searchFiles = memoizeByObject(buildEngines);

/** Writes the search engines of all series below a folder: Pagefind does so itself, and what no page uses is removed. */
export const writeSearch = (all: readonly SeriesSite[], folder: string): Promise<void> =>
  withIndexes(all, async (series, index) => {
    const engine = join(folder, engineFolder(series));
    const { errors } = await index.writeFiles({ outputPath: engine });
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
    for (const name of readdirSync(engine, { withFileTypes: true }))
      if (name.isFile() && !used.test(name.name)) rmSync(join(engine, name.name));
  });
