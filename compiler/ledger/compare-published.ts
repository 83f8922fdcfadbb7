import { mainUid } from "../feeds/entries.ts";
import type { ParsedEntry } from "../ical/parse.ts";
import { uidParts } from "./ledger.ts";

/** A disagreement of the new feed with the published one: an entry is lost, its SEQUENCE falls, or it changed and SEQUENCE did not rise. */
export interface Disagreement {
  readonly kind: "lost" | "lower" | "still";
  readonly uid: string;
  readonly published: number;
  readonly value: number;
}

/** Compares a new feed with the one that subscribers really have. `firstRetainedYear` is that of a series, by its slug. */
export function disagreements(
  published: ReadonlyMap<string, ParsedEntry>,
  next: ReadonlyMap<string, ParsedEntry>,
  firstRetainedYear: (series: string) => number,
): Disagreement[] {
  return [...published.values()].flatMap((was): Disagreement[] => {
    const { uid, sequence } = was;
    const now = next.get(uid);
    if (now === undefined) {
      const [main, { series, year }] = [mainUid(uid), uidParts(uid)];
      const mayGo = was.cancelled || year < firstRetainedYear(series) || (main !== undefined && next.has(main));
      return mayGo ? [] : [{ kind: "lost", uid, published: sequence, value: 0 }];
    }
    if (now.sequence < sequence) return [{ kind: "lower", uid, published: sequence, value: now.sequence }];
    const same = now.shown === was.shown && now.cancelled === was.cancelled;
    return same || now.sequence > sequence ? [] : [{ kind: "still", uid, published: sequence, value: now.sequence }];
  });
}
