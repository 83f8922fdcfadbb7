import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { bySeries, dataFiles, feedFiles, seriesPrefix, type Address, type Part } from "../../data/emit.ts";
import { limitDiagnostics } from "../../feeds/limits.ts";
import { newsFiles } from "../../ledger/news-files.ts";
import type { Publication } from "../../ledger/publication.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { openEntryMemory } from "../output/entry-memory.ts";
import { historiesOf } from "./check-ledger.ts";
import type { LastBuild, PublishedFile } from "../output/last-build.ts";
import { cacheFolder } from "../files/root.ts";

/** Where a build's files come from: the last build of the same target, and the name of all that this one is made from. */
export interface Before {
  readonly last: LastBuild;
  readonly madeFrom: string;
  readonly only?: Part;
}

/** The feeds made anew; one that the last build wrote alike is taken from there. */
export function makeFeeds(
  plans: readonly ResolvedPlan[],
  publications: readonly Publication[],
  address: Address,
  last: LastBuild,
  cache: string,
  only?: Part,
): PublishedFile[] {
  const memory = openEntryMemory(cache);
  const feeds = feedFiles(plans, address, { histories: historiesOf(publications), memory, only });
  memory.save();
  return feeds.map(({ path, pieces, print, octets, entries }) => ({
    path,
    pieces,
    kept: last.kept(path, print),
    feed: { print, octets, entries },
  }));
}

function makeFiles(
  plans: readonly ResolvedPlan[],
  publications: readonly Publication[],
  address: Address,
  last: LastBuild,
  only: Part,
): PublishedFile[] {
  const news = newsFiles(plans, publications, address, only).map(({ path, text }): PublishedFile => ({
    path,
    pieces: () => [text],
  }));
  return [...makeFeeds(plans, publications, address, last, cacheFolder, only), ...dataFiles(plans, only), ...news];
}

/** What is wrong with the size of the feeds, by series. */
function limitsOf(files: readonly PublishedFile[], plans: readonly ResolvedPlan[]): Diagnostic[] {
  return bySeries(plans).flatMap((group) => {
    const folder = `${seriesPrefix(plans, group[0]!)}feeds/`;
    const newest = [...group].sort((a, b) => a.year - b.year).at(-1)!;
    return limitDiagnostics(
      files.flatMap(({ path, feed }) => (feed !== undefined && path.startsWith(folder) ? [{ path, ...feed }] : [])),
      newest,
    );
  });
}

/** Everything published besides the pages, and what is wrong with the size of its feeds. */
export function publishedFiles(
  plans: readonly ResolvedPlan[],
  publications: readonly Publication[],
  address: Address,
  { last, madeFrom, only }: Before,
): { files: readonly PublishedFile[]; limits: Diagnostic[] } {
  const files = last.whole(madeFrom) ?? makeFiles(plans, publications, address, last, only);
  return { files, limits: limitsOf(files, plans) };
}
