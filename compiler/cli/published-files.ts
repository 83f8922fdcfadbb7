import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { bySeries, emit, seriesPrefix, type Address } from "../emit/emit.ts";
import type { OutputFile } from "../emit/output.ts";
import { limitFindings } from "../ledger/limit-findings.ts";
import { newsFiles } from "../ledger/news-files.ts";
import type { Publication } from "../ledger/publication.ts";
import type { ResolvedPlan } from "../resolve/resolved.ts";
import { openEntryMemory } from "./entry-memory.ts";
import { historiesOf } from "./held-plan.ts";
import { cacheFolder } from "./root.ts";

/** Everything published besides the pages, and what is wrong with the size of its feeds. */
export function publishedFiles(plans: readonly ResolvedPlan[], publications: readonly Publication[], address: Address): { files: OutputFile[]; limits: Diagnostic[] } {
  const memory = openEntryMemory(cacheFolder);
  const files = emit(plans, address, { histories: historiesOf(publications), memory });
  memory.save();
  const limits = bySeries(plans).flatMap((group) => {
    const folder = `${seriesPrefix(plans, group[0]!)}feeds/`;
    const newest = [...group].sort((a, b) => a.year - b.year).at(-1)!;
    return limitFindings(files.filter(({ path }) => path.startsWith(folder)), newest);
  });
  return { files: [...files, ...newsFiles(plans, publications, address)], limits };
}
