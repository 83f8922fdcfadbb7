import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compile, isError, type Compiled } from "../../compiler/compile.ts";
import { seriesPrefix } from "../../compiler/data/emit.ts";
import type { RevisionLookup } from "../../compiler/feeds/entry-revision.ts";
import type { LanguageCode } from "../../compiler/locale/languages.ts";
import { changesView, type ChangesView } from "../../compiler/ledger/changes-view.ts";
import { parseLedgerPath, type Ledger } from "../../compiler/ledger/ledger.ts";
import { revisionLookup } from "../../compiler/ledger/feed-history.ts";
import { readLedger } from "../../compiler/ledger/read-ledger.ts";
import type { Workspace } from "../../compiler/load/workspace.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { readSettings, type Settings } from "../settings.ts";
import { PlanError } from "./plan-error.ts";
import { entering } from "./stage.ts";
import { strings, type Strings } from "./strings/strings.ts";

/** One series as its pages see it. */
export interface SeriesSite {
  /** The route parameter: undefined for the series at the root. */
  readonly param: string | undefined;
  /** What the paths of the series begin with below the site: nothing, or a folder with its slash. */
  readonly prefix: string;
  /** The years, oldest first. */
  readonly plans: readonly ResolvedPlan[];
  /** The year that the pages without a year in their address show: the newest. */
  readonly plan: ResolvedPlan;
  readonly workspace: Workspace;
  readonly language: LanguageCode;
  readonly t: Strings;
  /** What orders and publications changed. */
  readonly changes: ChangesView;
  /** What subscribers were given of each entry. */
  readonly stamps: RevisionLookup;
  /** The address of a path below the series, under whatever base the site stands. */
  href(path: string): string;
  /** The same with origin, for subscriptions and canonical links. */
  address(path: string): string;
}

export interface Site {
  readonly settings: Settings;
  /** The series of the plan; the first stands at the root. */
  readonly all: readonly SeriesSite[];
  /** Those whose pages are made: one, where the site is built in parts. */
  readonly series: readonly SeriesSite[];
  /** A file of the site itself, not of a series. */
  asset(path: string): string;
}

/** Where links lead when nobody has said where the site will stand. */
const localAddress = "http://localhost:4321";

/** What is read of a plan's folder: its sources, and the ledgers beside them. */
function readFiles(folder: string): SourceFile[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && (/\.ya?ml$/i.test(entry.name) || entry.name === "ledger.json"),
  );
  return names
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: `plan/${relative(folder, path).split(sep).join("/")}`,
      text: readFileSync(path, "utf8").replace(/^\ufeff/, ""),
    }));
}

/** A plan as of another year has no history: what was published is not of that year. While developing, drafts are shown too. */
function readPlans({ plan, asYear, dev }: Settings): Compiled & { readonly ledgers: readonly Ledger[] } {
  const files = readFiles(plan);
  const isLedger = ({ path }: SourceFile): boolean => parseLedgerPath(path) !== undefined;
  const { value, diagnostics } = compile(
    files.filter((file) => !isLedger(file)),
    { drafts: dev, ...(asYear === 0 ? {} : { asYear }) },
  );
  const ledgers = asYear === 0 ? files.filter(isLedger).map(readLedger) : [];
  const errors = [...diagnostics, ...ledgers.flatMap((ledger) => ledger.diagnostics)].filter(isError);
  if (errors.length > 0) throw new PlanError(errors, new Map(files.map(({ path, text }) => [path, text])), plan);
  if (value.plans.length === 0) throw new Error("В папке нет плана года (order.yaml).");
  return { ...value, ledgers: ledgers.flatMap((ledger) => ledger.value ?? []) };
}

function openSite(settings: Settings): Site {
  const { plans, workspace, ledgers } = readPlans(settings);
  const origin = settings.site === "" ? localAddress : settings.site;
  const folders = [...new Set(plans.map(({ series }) => series.folder))];
  const all = folders.map((folder): SeriesSite => {
    const own = plans.filter((plan) => plan.series.folder === folder).sort((a, b) => a.year - b.year) as [
      ResolvedPlan,
      ...ResolvedPlan[],
    ];
    const plan = own.at(-1)!;
    const prefix = seriesPrefix(plans, plan);
    const { language } = plan.series.data;
    const published = ledgers.filter(({ path }) => parseLedgerPath(path)?.folder === folder);
    return {
      param: prefix === "" ? undefined : prefix.slice(0, -1),
      prefix,
      plans: own,
      plan,
      workspace,
      language,
      t: strings[language],
      changes: changesView(own, published),
      stamps: revisionLookup(published),
      href: (path) => `${settings.base}${prefix}${path}`,
      address: (path) => `${origin}${settings.base}${prefix}${path}`,
    };
  });
  const series = all.filter(({ plan }) => settings.series === "" || plan.series.data.slug === settings.series);
  return { settings, all, series, asset: (path) => `${settings.base}${path}` };
}

let open: { readonly build: string | undefined; readonly site: Site } | undefined;

/** The site of the plan that the environment names, compiled once a build. */
export function site(): Site {
  const build = process.env["SROK_BUILD"];
  if (open !== undefined && open.build === build) return open.site;
  entering("compile");
  open = { build, site: openSite(readSettings(process.env)) };
  entering("pages");
  return open.site;
}

/** The series of a route. */
export const seriesAt = (param: string | undefined): SeriesSite =>
  site().series.find((series) => series.param === param)!;

/** The plan of a year of a series. */
export const planAt = (series: SeriesSite, year: string): ResolvedPlan =>
  series.plans.find((plan) => String(plan.year) === year)!;

/** Paths of a page that each series has once. */
export const seriesPaths = (): { params: { series: string | undefined } }[] =>
  site().series.map(({ param }) => ({ params: { series: param } }));

/** Paths of a page that each year has once. */
export const yearPaths = (): { params: { series: string | undefined; year: string } }[] =>
  site().series.flatMap(({ param, plans }) =>
    plans.map(({ year }) => ({ params: { series: param, year: String(year) } })),
  );
