import { dirname } from "node:path";
import { continues } from "../../ledger/continues.ts";
import { uidParts, type Ledger } from "../../ledger/ledger.ts";
import type { Publication } from "../../ledger/publication.ts";
import { readLedger } from "../../ledger/read-ledger.ts";
import { versionsOf, type Versions } from "../files/git.ts";
import { filled } from "../messages/messages.ts";
import { publishMessages } from "../messages/publish-messages.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";

/** What else is known of earlier publications than the ledgers that lie here. */
export interface Evidence {
  /** A person says that what has no ledger was never published (`--first`). */
  readonly first: boolean;
  /** The uids of the feeds that are out (`--against`); undefined where nobody looked. */
  readonly live: ReadonlySet<string> | undefined;
}

/** The versions of a ledger that git knows; undefined where git does not know the plan at all. */
function historyOf(path: string): Versions | undefined {
  const series = dirname(dirname(path));
  const plan = versionsOf(series, "series.yaml");
  return plan === undefined || plan.versions.length === 0 ? undefined : versionsOf(dirname(path), "ledger.json");
}

/** Refuses a ledger that is older than one in git's history. */
function refuseOlder(ledger: Ledger, terminal: Terminal): void {
  const { path } = ledger;
  for (const { commit, text } of historyOf(path)?.versions ?? []) {
    const { value } = readLedger({ path, text });
    if (value !== undefined && !continues(ledger, value))
      throw new SystemError(filled(publishMessages[terminal.language].older, { path, commit: commit.slice(0, 12) }));
  }
}

/** Refuses a year without a ledger, unless somebody knows that it was never published. */
function refuseLost({ path, series, year }: Ledger, { first, live }: Evidence, terminal: Terminal): void {
  const messages = publishMessages[terminal.language];
  if (first) return;
  const published = [...(live ?? [])].filter((uid) => {
    const parts = uidParts(uid);
    return parts.series === series && parts.year === year;
  });
  if (published.length > 0) throw new SystemError(filled(messages.lostLive, { path, count: published.length }));
  const known = historyOf(path);
  const last = known?.versions[0];
  if (last !== undefined) throw new SystemError(filled(messages.lost, { path, commit: last.commit.slice(0, 12) }));
  if (live !== undefined || known?.whole === true) return;
  throw new SystemError(
    filled(messages.perhapsLost, { path, why: known === undefined ? messages.noHistory : messages.shallow }),
  );
}

/**
 * Refuses to publish on a ledger that is lost or older than what was published: SEQUENCE would fall, cancellations would be
 * forgotten, and subscribers would not see the changes.
 */
export function refuseLostLedgers(publications: readonly Publication[], evidence: Evidence, terminal: Terminal): void {
  const known = publications.flatMap(({ before }) => before);
  const fresh = publications.flatMap(({ before, after }) =>
    after.filter(({ year }) => !before.some((ledger) => ledger.year === year)),
  );
  if (evidence.first && fresh.length === 0) throw new UsageError(publishMessages[terminal.language].notFirst);
  for (const ledger of known) refuseOlder(ledger, terminal);
  for (const ledger of fresh) refuseLost(ledger, evidence, terminal);
}
