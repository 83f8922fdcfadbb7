import { existsSync, lstatSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import type { Ledger } from "../../ledger/ledger.ts";
import { writeLedger } from "../../ledger/write-ledger.ts";
import type { SourceFile } from "../../source/span.ts";
import { SystemError, type Terminal } from "../terminal/terminal.ts";
import { findLedgers } from "./find-ledgers.ts";
import { filled } from "../messages/messages.ts";
import { sweep } from "./stale-temp-files.ts";
import { refusal } from "../terminal/system-errors.ts";
import { beside, besidePrefix, writeBeside } from "./atomic-write.ts";

const messagesByLanguage = {
  ru: { meanwhile: "журнал {path} изменился, пока шла публикация: её ведёт кто-то ещё; повторите" },
  en: { meanwhile: "ledger {path} changed during the publication: somebody else publishes; try again" },
};

/**
 * The text of each ledger of a plan's folder, its path relative to the current folder. Throws a SystemError for one
 * that cannot be read.
 */
export function readLedgerFiles(plan: string, terminal: Terminal): SourceFile[] {
  return findLedgers(plan).map((place) => {
    const path = relative(process.cwd(), place).split(sep).join("/");
    try {
      if (!lstatSync(place).isFile())
        throw new SystemError(
          `${filled(terminal.messages.cannotRead, { path })}: ${filled(terminal.messages.noLedgerFile, { path })}`,
        );
      return { path, text: readFileSync(place, "utf8") };
    } catch (error) {
      throw refusal("cannotRead", path, error, terminal);
    }
  });
}

/**
 * Writes ledgers: all of them beside their places first, then each into its place in one step, so that a full disk or
 * an interruption leaves whole files. Throws a SystemError for a ledger that has changed since it was read: it is
 * another publication's.
 */
export function writeLedgerFiles(ledgers: readonly Ledger[], before: readonly SourceFile[], terminal: Terminal): void {
  const known = new Map(before.map(({ path, text }) => [path, text]));
  const changed = ledgers
    .map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }))
    .filter(({ path, text }) => known.get(path)?.replace(/\r\n/g, "\n") !== text);
  let current = "";
  try {
    for (const { path } of ledgers) sweep(dirname(path), [basename(besidePrefix(path))]);
    for (const { path, text } of changed) writeBeside((current = path), text);
    for (const { path } of changed) {
      current = path;
      const now = existsSync(path) ? readFileSync(path, "utf8") : undefined;
      if (now !== known.get(path))
        throw new SystemError(filled(messagesByLanguage[terminal.language].meanwhile, { path }));
      renameSync(beside(path), path);
    }
  } catch (error) {
    for (const { path } of changed) rmSync(beside(path), { force: true });
    throw refusal("cannotWrite", current, error, terminal);
  }
}
