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

/** Compares a new feed with the one that subscribers really have. `isRetained`: whether feeds of a series, by its slug, retain a plan. */
export function disagreements(
  published: ReadonlyMap<string, ParsedEntry>,
  next: ReadonlyMap<string, ParsedEntry>,
  isRetained: (series: string, plan: string) => boolean,
): Disagreement[] {
  return [...published.values()].flatMap((was): Disagreement[] => {
    const { uid, sequence } = was;
    const now = next.get(uid);
    if (now === undefined) {
      const [main, { series, plan }] = [mainUid(uid), uidParts(uid)];
      const mayGo = was.cancelled || !isRetained(series, plan) || (main !== undefined && next.has(main));
      return mayGo ? [] : [{ kind: "lost", uid, published: sequence, value: 0 }];
    }
    if (now.sequence < sequence) return [{ kind: "lower", uid, published: sequence, value: now.sequence }];
    const same = now.shown === was.shown && now.cancelled === was.cancelled;
    return same || now.sequence > sequence ? [] : [{ kind: "still", uid, published: sequence, value: now.sequence }];
  });
}
