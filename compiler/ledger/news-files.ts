import { bySeries, seriesAddress, seriesPrefix, type Address, type Part } from "../data/emit.ts";
import type { OutputFile } from "../source/output.ts";
import { inOrder } from "../load/plan-bounds.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { atomFeed } from "./atom.ts";
import { newsOf } from "./news.ts";
import type { Publication } from "./publication.ts";

/**
 * The news feeds, one a series. They have what was published, from the ledgers as they were read, and not what the
 * next publication would change. A series that was never published has an empty one, so that its address never fails.
 */
export function newsFiles(
  plans: readonly ResolvedPlan[],
  publications: readonly Publication[],
  address: Address,
  only?: Part,
): OutputFile[] {
  return bySeries(plans, only).map((group) => {
    const prefix = seriesPrefix(plans, group[0]!);
    const ledgers = publications.find(({ folder }) => folder === group[0]!.series.folder)?.before ?? [];
    const newest = [...group].sort(inOrder).at(-1)!;
    return {
      path: `${prefix}changes.atom`,
      text: atomFeed(newsOf(ledgers, group), newest, seriesAddress(address, prefix)),
    };
  });
}
