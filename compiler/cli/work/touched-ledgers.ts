import { SystemError, type Terminal } from "../terminal/terminal.ts";
import { changedSince } from "../files/git.ts";
import { filled } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    touched:
      "правка меняет журнал публикаций {path}: его пишет только публикация; верните файл: git checkout {base} -- {path}",
  },
  en: {
    touched:
      "the change touches the ledger of publications {path}: only a publication writes it; restore it: git checkout {base} -- {path}",
  },
};

/**
 * Throws a SystemError for a proposed change that touches a ledger: only a publication writes ledgers, so that two
 * branches never have to be merged there.
 */
export function refuseTouchedLedgers(plan: string, base: string, terminal: Terminal): void {
  const path = changedSince(plan, base, terminal).find((name) => /(^|\/)ledger\.json$/.test(name));
  if (path !== undefined)
    throw new SystemError(filled(messagesByLanguage[terminal.language].touched, { path: `${plan}/${path}`, base }));
}
