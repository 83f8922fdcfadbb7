import { SystemError, type Terminal } from "../terminal/terminal.ts";
import { changedSince } from "./git.ts";
import { filled } from "../messages/messages.ts";
import { publishMessages } from "../messages/publish-messages.ts";

/** Refuses a proposed change that touches a ledger: only a publication writes them, so that two branches never have to be merged there. */
export function refuseTouchedLedgers(plan: string, base: string, terminal: Terminal): void {
  const path = changedSince(plan, base, terminal).find((name) => /(^|\/)ledger\.json$/.test(name));
  if (path !== undefined)
    throw new SystemError(filled(publishMessages[terminal.language].touched, { path: `${plan}/${path}`, base }));
}
