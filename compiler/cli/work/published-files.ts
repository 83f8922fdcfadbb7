import { inOrder } from "../../load/plan-bounds.ts";
import { isError } from "../../compile.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { bySeries, dataFiles, feedFiles, seriesPrefix, type Address, type Part } from "../../data/emit.ts";
import type { FeedFile } from "../../feeds/feeds.ts";
import { limitDiagnostics } from "../../feeds/limits.ts";
import { newsFiles } from "../../ledger/news-files.ts";
import type { Publication } from "../../ledger/publication.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import type { PublishedFile } from "../output/publish-folder.ts";
import { siteAddress, type Target } from "../output/target.ts";
import { historiesOf, type CheckedLedgers } from "./check-ledger.ts";
import type { Findings } from "./findings.ts";

/** Findings about the size of the feeds, by series. */
function limitsOf(feeds: readonly FeedFile[], plans: readonly ResolvedPlan[]): Diagnostic[] {
  return bySeries(plans).flatMap((group) => {
    const folder = `${seriesPrefix(plans, group[0]!)}feeds/`;
    const newest = [...group].sort(inOrder).at(-1)!;
    return limitDiagnostics(
      feeds.filter(({ path }) => path.startsWith(folder)),
      newest,
    );
  });
}

/** What the sizes of the feeds at an address call for: what is shortened, and what is too large all the same. */
export const sizeLimits = (
  plans: readonly ResolvedPlan[],
  publications: readonly Publication[],
  { site, assumed }: Address & { readonly assumed: boolean },
): Diagnostic[] =>
  limitsOf(feedFiles(plans, { site }, { histories: historiesOf(publications) }), plans).filter(
    // With an assumed address the sizes are not those that the feeds will have.
    ({ code }) => !assumed || severityOf(code) === "error",
  );

/** Everything published besides the pages, of one series or of all, and findings about the size of its feeds. */
function publishedFiles(
  plans: readonly ResolvedPlan[],
  publications: readonly Publication[],
  address: Address,
  only: Part,
): { files: readonly PublishedFile[]; limits: Diagnostic[] } {
  const feeds = feedFiles(plans, address, { histories: historiesOf(publications), only });
  const news = newsFiles(plans, publications, address, only).map(({ path, text }) => ({ path, pieces: () => [text] }));
  return { files: [...feeds, ...dataFiles(plans, only), ...news], limits: limitsOf(feeds, plans) };
}

/** A checked plan with the files to publish besides its pages; none where it has errors. */
export interface Publishable {
  readonly findings: Findings;
  readonly files: readonly PublishedFile[];
}

/**
 * Makes the files of a checked plan, of one series or of all, and adds to its findings what is wrong with their size.
 */
export function preparePublication(
  { findings, publications }: CheckedLedgers,
  target: Target,
  only: Part,
): Publishable {
  if (findings.diagnostics.some(isError)) return { findings, files: [] };
  const { files, limits } = publishedFiles(findings.value.plans, publications, { site: siteAddress(target) }, only);
  return { findings: { ...findings, diagnostics: [...findings.diagnostics, ...limits] }, files };
}
