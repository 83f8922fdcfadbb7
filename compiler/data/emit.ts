import definitions from "../../schema/definitions.schema.json" with { type: "json" };
import publishedEvents from "../../schema/published-events.schema.json" with { type: "json" };
import publishedEvents2 from "../../schema/published-events-2.schema.json" with { type: "json" };
import publishedPlan2 from "../../schema/published-plan-2.schema.json" with { type: "json" };
import publishedPlan from "../../schema/published-plan.schema.json" with { type: "json" };
import { withoutNameHints } from "../load/schema/name-hints.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { csvFiles } from "./csv.ts";
import { textIn } from "../ical/entry-bytes.ts";
import { eachFeed, type FeedFile } from "../feeds/feeds.ts";
import type { FeedHistory } from "../feeds/history.ts";
import { jsonFiles } from "./json.ts";
import { textOf, type LongFile, type OutputFile } from "../source/output.ts";

/** Where the site will stand; it is part of every link in the feeds. */
export interface Address {
  /** Origin and base path, without a final slash: `https://plan.example/plan`. */
  readonly site: string;
}

/** What feeds take from earlier publications. */
export interface Earlier {
  /** By the folder of a series; a series that is not here was never published. */
  readonly histories?: ReadonlyMap<string, FeedHistory>;
  readonly only?: Part;
}

/** The slug of the series whose files are made, where a site is built in parts; undefined for all. */
export type Part = string | undefined;

const schemas = withoutNameHints([definitions, publishedEvents, publishedPlan, publishedEvents2, publishedPlan2]);

/** The plans of each series, or of one, in the order of the workspace. */
export function bySeries(plans: readonly ResolvedPlan[], only?: Part): ResolvedPlan[][] {
  const own = plans.filter(({ series }) => only === undefined || series.data.slug === only);
  return [...Map.groupBy(own, ({ series }) => series.folder).values()];
}

/** The folder of a series under the site's root: the first stands at the root, each further one in its own. */
export function seriesPrefix(plans: readonly ResolvedPlan[], plan: ResolvedPlan): string {
  return plans[0]?.series.folder === plan.series.folder ? "" : `${plan.series.data.slug}/`;
}

/** Where the pages of a series are: the address of the site, and the folder of the series below it. No final slash. */
export const seriesAddress = ({ site }: Address, prefix: string): string =>
  prefix === "" ? site : `${site}/${prefix.slice(0, -1)}`;

const short = ({ path, text }: OutputFile): LongFile => ({ path, pieces: () => [text] });

/** The plan as data: JSON with its schemas, CSV. */
export function dataFiles(plans: readonly ResolvedPlan[], only?: Part): LongFile[] {
  return bySeries(plans, only).flatMap((group) => {
    const prefix = seriesPrefix(plans, group[0]!);
    const files = [
      ...group.flatMap((plan) => [...jsonFiles(plan), ...csvFiles(plan)]),
      ...schemas.map((schema) => short({ path: `data/${schema.$id}`, text: `${JSON.stringify(schema, null, 1)}\n` })),
    ];
    return files.map(({ path, pieces }) => ({ path: `${prefix}${path}`, pieces }));
  });
}

/** The feeds of every series, not yet put together. */
export function feedFiles(
  plans: readonly ResolvedPlan[],
  address: Address,
  { histories, only }: Earlier = {},
): FeedFile[] {
  return bySeries(plans, only).flatMap((group) => {
    const prefix = seriesPrefix(plans, group[0]!);
    const feeds = [
      ...eachFeed(group, { site: seriesAddress(address, prefix), ...histories?.get(group[0]!.series.folder) }),
    ];
    return feeds.map((feed) => ({ ...feed, path: `${prefix}${feed.path}` }));
  });
}

/** Everything published besides the pages, at once. */
export function emit(plans: readonly ResolvedPlan[], address: Address, earlier: Earlier = {}): OutputFile[] {
  return [
    ...dataFiles(plans, earlier.only).map(textOf),
    ...feedFiles(plans, address, earlier).map(({ path, pieces }) => ({ path, text: textIn(pieces()) })),
  ];
}
