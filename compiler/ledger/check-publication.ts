import type { Day } from "../calendar/day.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { SourceFile } from "../source/span.ts";
import { checkContract } from "./contract.ts";
import { parseLedgerPath, type Ledger } from "./ledger.ts";
import { publish, type Publication } from "./publication.ts";
import { readLedger } from "./read-ledger.ts";

export interface PublicationCheckOptions {
  /** The day of a publication; undefined: compare only, as of the day of the last publication. */
  readonly today?: Day;
}

/** Where the ledger of a plan lies: in its folder, beside that of any other plan of the series. */
function pathBeside({ plan }: ResolvedPlan, id: string): string {
  const folder = plan.order.origin.file.source.path.replace(/[^/]*\/[^/]*$/, "");
  return `${folder}${id}/ledger.json`;
}

interface SeriesLedgers {
  readonly ledgers: readonly Ledger[];
  readonly broken: boolean;
}

function readAll(sources: readonly SourceFile[], report: (diagnostic: Diagnostic) => void): Map<string, SeriesLedgers> {
  const found = new Map<string, SeriesLedgers>();
  for (const source of [...sources].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const { value, diagnostics } = readLedger(source);
    diagnostics.forEach(report);
    const folder = parseLedgerPath(source.path)?.folder ?? "";
    const { ledgers, broken } = found.get(folder) ?? { ledgers: [], broken: false };
    found.set(folder, {
      ledgers: value === undefined ? ledgers : [...ledgers, value],
      broken: broken || value === undefined,
    });
  }
  return found;
}

/** The day of the last publication; `ledgers` has at least one. */
export const lastPublished = (ledgers: readonly Ledger[]): Day =>
  Math.max(...ledgers.map(({ published }) => published));

/**
 * Compares plans (no drafts) with the ledgers of what was published before. The value is what a publication would do, for
 * each series that has a ledger or is to be published today; the diagnostics say where it would break the contract with
 * subscribers.
 */
export function checkPublications(
  plans: readonly ResolvedPlan[],
  sources: readonly SourceFile[],
  { today }: PublicationCheckOptions = {},
): Outcome<readonly Publication[]> {
  const diagnostics: Diagnostic[] = [];
  const publications: Publication[] = [];
  const read = readAll(sources, (diagnostic) => diagnostics.push(diagnostic));
  for (const folder of new Set([...plans.map(({ series }) => series.folder), ...read.keys()])) {
    const own = plans.filter(({ series }) => series.folder === folder);
    const { ledgers, broken } = read.get(folder) ?? { ledgers: [], broken: false };
    if (broken || (ledgers.length === 0 && today === undefined)) continue;
    if (own[0] === undefined) {
      for (const { path, plan, entries } of ledgers)
        diagnostics.push({
          code: "published-year-gone",
          values: { plan: { plan }, count: entries.filter(({ state }) => state === "live").length },
          span: { file: path, start: 0, end: 1 },
        });
      continue;
    }
    const input = {
      plans: own,
      ledgers,
      today: today ?? lastPublished(ledgers),
      pathOf: (id: string) => pathBeside(own[0]!, id),
    };
    const publication = publish(input);
    publications.push(publication);
    diagnostics.push(...checkContract(input, publication));
  }
  return { value: publications, diagnostics };
}
