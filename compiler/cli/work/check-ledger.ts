import type { Day } from "../../calendar/day.ts";
import { isError } from "../../compile.ts";
import type { FeedHistory } from "../../feeds/history.ts";
import { checkPublications } from "../../ledger/check-publication.ts";
import type { Publication } from "../../ledger/publication.ts";
import { publicationCounts } from "../../ledger/publication-counts.ts";
import { isDraft } from "../../resolve/model.ts";
import type { SourceFile } from "../../source/span.ts";
import { planFolder, textOption, type Options } from "../terminal/arguments.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Findings } from "./findings.ts";
import { readLedgerFiles } from "../files/ledger-files.ts";
import { publishMessages } from "../messages/publish-messages.ts";

/** The findings of a plan and of its ledgers, and what a publication would do. */
export interface CheckedLedgers {
  readonly findings: Findings;
  readonly publications: readonly Publication[];
  readonly ledgers: readonly SourceFile[];
}

/** The day of a publication, and codes of findings that whoever publishes has accepted. */
export interface PublicationTerms {
  readonly today?: Day;
  readonly accept?: readonly string[];
}

/**
 * Checks a compiled plan against the ledgers beside it and adds what they find. A plan with errors, one compiled as of
 * another year, and one that was never published is returned as it is. Throws a SystemError for a ledger that cannot
 * be read.
 */
export function checkLedgers(
  findings: Findings,
  options: Options,
  terminal: Terminal,
  { today, accept = [] }: PublicationTerms = {},
): CheckedLedgers {
  const ledgers = textOption(options, "as-year") === undefined ? readLedgerFiles(planFolder(options), terminal) : [];
  if (findings.diagnostics.some(isError) || (ledgers.length === 0 && today === undefined))
    return { findings, publications: [], ledgers };
  const plans = findings.value.plans.filter((plan) => !isDraft(plan));
  const { value, diagnostics } = checkPublications(plans, ledgers, today === undefined ? {} : { today });
  const reported = diagnostics.filter(({ code }) => !accept.includes(code));
  const texts = new Map([...findings.texts, ...ledgers.map(({ path, text }) => [path, text] as const)]);
  return {
    findings: { ...findings, texts, diagnostics: [...findings.diagnostics, ...reported] },
    publications: value,
    ledgers,
  };
}

/** What feeds take from the ledgers, by the folder of the series. */
export const historiesOf = (publications: readonly Publication[]): Map<string, FeedHistory> =>
  new Map(publications.map(({ folder, history }) => [folder, history]));

/** What a publication changes for subscribers, in one line; empty where nothing was ever published. */
export function publicationLine(
  publications: readonly Publication[],
  terminal: Terminal,
  lead = publishMessages[terminal.language].would,
): string {
  const { kinds, would, wouldNothing, same } = publishMessages[terminal.language];
  if (publications.length === 0) return "";
  const counts = publicationCounts(publications).map(({ kind, count }) => `${kinds[kind]} – ${count}`);
  if (counts.length === 0) return lead === would ? `${wouldNothing}.` : `${lead}. ${same}.`;
  return `${lead}: ${counts.join(", ")}.`;
}
