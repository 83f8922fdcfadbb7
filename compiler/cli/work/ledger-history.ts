import { dirname } from "node:path";
import { continues } from "../../ledger/continues.ts";
import { uidParts, type Ledger } from "../../ledger/ledger.ts";
import type { Publication } from "../../ledger/publication.ts";
import { readLedger } from "../../ledger/read-ledger.ts";
import { versionsOf, type Versions } from "../files/git.ts";
import { filled } from "../messages/messages.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";

const messagesByLanguage = {
  ru: {
    lost: "журнала {path} нет, а публикация уже была: он есть в {commit}; верните его: git checkout {commit} -- {path}",
    lostLive:
      "журнала {path} нет, а этот год уже опубликован: в календарях на сайте {count} его записей; верните журнал из копии",
    perhapsLost:
      "журнала {path} нет, и неизвестно, не потерян ли он: {why}. Публикуется впервые – скажите это: --first; нет – верните журнал. Проверить по сайту: --against АДРЕС",
    noHistory: "git этого плана не знает",
    shallow: "история в git неполная (git fetch --unshallow)",
    older: "журнал {path} старше опубликованного: в {commit} он новее; верните его: git checkout {commit} -- {path}",
    notFirst: "--first – для первой публикации, а журнал есть у каждого плана",
  },
  en: {
    lost: "there is no ledger {path}, and there was a publication: it is in {commit}; restore it: git checkout {commit} -- {path}",
    lostLive:
      "there is no ledger {path}, and this plan is published: the calendars on the site have {count} of its entries; restore the ledger from a copy",
    perhapsLost:
      "there is no ledger {path}, and whether it was lost is not known: {why}. Where this is the first publication say so: --first; otherwise restore the ledger. To ask the site: --against ADDRESS",
    noHistory: "git does not know this plan",
    shallow: "git has a part of the history only (git fetch --unshallow)",
    older:
      "ledger {path} is older than what was published: it is newer in {commit}; restore it: git checkout {commit} -- {path}",
    notFirst: "--first is for a first publication, and every plan has its ledger",
  },
};

/** What is known of earlier publications beside the ledgers in the plan's folder. */
export interface Evidence {
  /** Whether whoever publishes says that a plan without a ledger was never published (`--first`). */
  readonly first: boolean;
  /** The uids of the published feeds (`--against`); undefined where they were not read. */
  readonly live: ReadonlySet<string> | undefined;
}

/** The versions of a ledger that git knows; undefined where git does not know the plan at all. */
function historyOf(path: string): Versions | undefined {
  const series = dirname(dirname(path));
  const plan = versionsOf(series, "series.yaml");
  return plan === undefined || plan.versions.length === 0 ? undefined : versionsOf(dirname(path), "ledger.json");
}

/** Throws a SystemError for a ledger that is older than one in git's history. */
function refuseOlder(ledger: Ledger, terminal: Terminal): void {
  const { path } = ledger;
  for (const { commit, text } of historyOf(path)?.versions ?? []) {
    const { value } = readLedger({ path, text });
    if (value !== undefined && !continues(ledger, value))
      throw new SystemError(filled(messagesByLanguage[terminal.language].older, { path, commit: commit.slice(0, 12) }));
  }
}

/** Throws a SystemError for a plan without a ledger, unless it is known that it was never published. */
function refuseLost({ path, series, plan }: Ledger, { first, live }: Evidence, terminal: Terminal): void {
  const own = messagesByLanguage[terminal.language];
  if (first) return;
  const published = [...(live ?? [])].filter((uid) => {
    const parts = uidParts(uid);
    return parts.series === series && parts.plan === plan;
  });
  if (published.length > 0) throw new SystemError(filled(own.lostLive, { path, count: published.length }));
  const known = historyOf(path);
  const last = known?.versions[0];
  if (last !== undefined) throw new SystemError(filled(own.lost, { path, commit: last.commit.slice(0, 12) }));
  if (live !== undefined || known?.whole === true) return;
  throw new SystemError(filled(own.perhapsLost, { path, why: known === undefined ? own.noHistory : own.shallow }));
}

/**
 * Throws a SystemError for a ledger that is lost or older than what was published: SEQUENCE would fall, cancellations would be
 * forgotten, and subscribers would not see the changes. Throws a UsageError for `--first` where every plan has its ledger.
 */
export function refuseLostLedgers(publications: readonly Publication[], evidence: Evidence, terminal: Terminal): void {
  const known = publications.flatMap(({ before }) => before);
  const fresh = publications.flatMap(({ before, after }) =>
    after.filter(({ plan }) => !before.some((ledger) => ledger.plan === plan)),
  );
  if (evidence.first && fresh.length === 0) throw new UsageError(messagesByLanguage[terminal.language].notFirst);
  for (const ledger of known) refuseOlder(ledger, terminal);
  for (const ledger of fresh) refuseLost(ledger, evidence, terminal);
}
