import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compile, isError, type Compiled } from "../../compiler/compile.ts";
import { inReadingOrder, render } from "../../compiler/diagnostics/render.ts";
import { seriesPrefix } from "../../compiler/emit/emit.ts";
import type { LanguageCode } from "../../compiler/language/language.ts";
import type { Workspace } from "../../compiler/load/workspace.ts";
import type { ResolvedPlan } from "../../compiler/resolve/resolved.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { readSettings, type Settings } from "../settings.ts";
import { strings, type Strings } from "./strings/strings.ts";

/** One series as its pages see it. */
export interface SeriesSite {
  /** The route parameter: undefined for the series at the root. */
  readonly param: string | undefined;
  /** The years, oldest first. */
  readonly plans: readonly ResolvedPlan[];
  /** The year that the pages without a year in their address show: the newest. */
  readonly plan: ResolvedPlan;
  readonly workspace: Workspace;
  readonly language: LanguageCode;
  readonly t: Strings;
  /** The address of a path below the series, under whatever base the site stands. */
  href(path: string): string;
  /** The same with origin, for subscriptions and canonical links. */
  address(path: string): string;
}

export interface Site {
  readonly settings: Settings;
  readonly series: readonly SeriesSite[];
  /** A file of the site itself, not of a series. */
  asset(path: string): string;
}

/** Where links lead when nobody has said where the site will stand. */
const localAddress = "http://localhost:4321";

function readSources(folder: string): SourceFile[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name));
  return names.map((entry) => join(entry.parentPath, entry.name)).sort().map((path) => ({
    path: `plan/${relative(folder, path).split(sep).join("/")}`, text: readFileSync(path, "utf8").replace(/^\ufeff/, ""),
  }));
}

function compiledPlans({ plan, asYear }: Settings): Compiled {
  const sources = readSources(plan);
  const { value, diagnostics } = compile(sources, asYear === 0 ? {} : { asYear });
  const errors = inReadingOrder(diagnostics.filter(isError));
  if (errors.length > 0) {
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    throw new Error(`${errors.map((diagnostic) => render(diagnostic, texts, "ru")).join("\n\n")}\n`);
  }
  return value;
}

function openSite(settings: Settings): Site {
  const { plans, workspace } = compiledPlans(settings);
  const origin = settings.site === "" ? localAddress : settings.site;
  const folders = [...new Set(plans.map(({ series }) => series.folder))];
  const series = folders.map((folder): SeriesSite => {
    const own = plans.filter((plan) => plan.series.folder === folder).sort((a, b) => a.year - b.year);
    const plan = own.at(-1)!;
    const prefix = seriesPrefix(plans, plan);
    const { language } = plan.series.data;
    return {
      param: prefix === "" ? undefined : prefix.slice(0, -1), plans: own, plan, workspace, language, t: strings[language],
      href: (path) => `${settings.base}${prefix}${path}`, address: (path) => `${origin}${settings.base}${prefix}${path}`,
    };
  });
  return { settings, series, asset: (path) => `${settings.base}${path}` };
}

let open: { readonly build: string | undefined; readonly site: Site } | undefined;

/** The site of the plan that the environment names, compiled once a build. */
export function site(): Site {
  const build = process.env["SROK_BUILD"];
  if (open === undefined || open.build !== build) open = { build, site: openSite(readSettings(process.env)) };
  return open.site;
}

/** The series of a route. */
export const seriesAt = (param: string | undefined): SeriesSite => site().series.find((series) => series.param === param)!;

/** The plan of a year of a series. */
export const planAt = (series: SeriesSite, year: string): ResolvedPlan => series.plans.find((plan) => String(plan.year) === year)!;

/** Paths of a page that each series has once. */
export const seriesPaths = (): { params: { series: string | undefined } }[] => site().series.map(({ param }) => ({ params: { series: param } }));

/** Paths of a page that each year has once. */
export const yearPaths = (): { params: { series: string | undefined; year: string } }[] =>
  site().series.flatMap(({ param, plans }) => plans.map(({ year }) => ({ params: { series: param, year: String(year) } })));
