/**
 * What pages are made from. The pages and whoever hands them a plan have the same instance of this module: in a build Node loads
 * it itself (`native-modules.ts`), while developing Vite gives it out (`serve-draft.ts`).
 */
import { wholeYear } from "../../../compiler/calendar/bounds.ts";
import { localAddress } from "../../../compiler/cli/output/target.ts";
import type { SitePlan, SiteTarget } from "../../../compiler/cli/work/site-program.ts";
import { seriesPrefix } from "../../../compiler/data/emit.ts";
import type { RevisionLookup } from "../../../compiler/feeds/entry-revision.ts";
import type { LanguageCode } from "../../../compiler/locale/languages.ts";
import { changesView, type ChangesView } from "../../../compiler/ledger/changes-view.ts";
import type { Day } from "../../../compiler/calendar/day.ts";
import { parseLedgerPath, verifiedOn } from "../../../compiler/ledger/ledger.ts";
import { revisionLookup } from "../../../compiler/ledger/feed-history.ts";
import type { Workspace } from "../../../compiler/load/workspace.ts";
import { inOrder } from "../../../compiler/load/plan-bounds.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { stringsFor, type Strings } from "../i18n/strings.ts";

/** What pages are told of the build that they are made for. */
export interface Settings extends SiteTarget {
  /** While developing, the server puts scripts of its own into the pages. */
  readonly dev: boolean;
}

/** One series as its pages see it. */
export interface SeriesSite {
  /** The route parameter: undefined for the series at the root. */
  readonly param: string | undefined;
  /** What the paths of the series begin with below the site: nothing, or a folder with its slash. */
  readonly prefix: string;
  /** In their order, the newest last. */
  readonly plans: readonly ResolvedPlan[];
  /** The plan that the pages without a plan in their address show: the newest. */
  readonly plan: ResolvedPlan;
  readonly workspace: Workspace;
  readonly language: LanguageCode;
  readonly t: Strings;
  /** What orders and publications changed. */
  readonly changes: ChangesView;
  /** The day as of which a publication last said that the site is as planned; undefined: never. */
  readonly verified: Day | undefined;
  /** The day of the last publication that changed something; undefined: never published. */
  readonly published: Day | undefined;
  /** The plans whose rows a ledger remembers: what changes in them cites its ground. */
  readonly held: ReadonlySet<string>;
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

function openSite({ plans, workspace, ledgers }: SitePlan, settings: Settings): Site {
  const origin = settings.site ?? localAddress;
  const folders = [...new Set(plans.map(({ series }) => series.folder))];
  const all = folders.map((folder): SeriesSite => {
    const own = plans.filter((plan) => plan.series.folder === folder).sort(inOrder) as [
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
      t: stringsFor(language, {
        hasOrder: own.some((each) => each.plan.hasOrder),
        isYear: wholeYear(plan.bounds) !== undefined,
      }),
      changes: changesView(own, published),
      verified: verifiedOn(published),
      published: published.length === 0 ? undefined : Math.max(...published.map((ledger) => ledger.published)),
      held: new Set(published.flatMap(({ plan: id, items }) => (items.length > 0 ? [id] : []))),
      stamps: revisionLookup(published),
      href: (path) => `${settings.base}${prefix}${path}`,
      address: (path) => `${origin}${settings.base}${prefix}${path}`,
    };
  });
  const series = all.filter(({ plan }) => settings.series === undefined || plan.series.data.slug === settings.series);
  return { settings, all, series, asset: (path) => `${settings.base}${path}` };
}

/** The plan that pages are made from now: asked for when a page needs it first, and compiled once until it changes. */
let current: { readonly read: () => SitePlan; readonly settings: Settings; site: Site | undefined } | undefined;

/** Lets pages be made from a plan; `read` is asked for it when a page needs it first. */
export function usePlan(read: () => SitePlan, settings: Settings): void {
  current = { read, settings, site: undefined };
}

/** No page is made any more. */
export function releasePlan(): void {
  current = undefined;
}

/** The site of the plan that pages are made from. Throws what reading it throws. */
export function site(): Site {
  if (current === undefined) throw new Error("no plan has been handed to the pages");
  return (current.site ??= openSite(current.read(), current.settings));
}

/** The series of a route. */
export const seriesAt = (param: string | undefined): SeriesSite =>
  site().series.find((series) => series.param === param)!;

/** A plan of a series by its id. */
export const planAt = (series: SeriesSite, id: string): ResolvedPlan => series.plans.find((plan) => plan.id === id)!;

/** Paths of a page that each series has once. */
export const seriesPaths = (): { params: { series: string | undefined } }[] =>
  site().series.map(({ param }) => ({ params: { series: param } }));

/** Paths of a page that each plan has once which `has` what it shows. */
export const pathsOfPlans = (
  has: (plan: ResolvedPlan) => boolean,
): { params: { series: string | undefined; plan: string } }[] =>
  site().series.flatMap(({ param, plans }) =>
    plans.filter(has).map(({ id }) => ({ params: { series: param, plan: id } })),
  );

/** Paths of a page that each plan has once. */
export const planPaths = (): ReturnType<typeof pathsOfPlans> => pathsOfPlans(() => true);
