import type { LedgerEntry, NewsKind } from "./ledger.ts";
import type { Publication } from "./publication.ts";

/** Kinds of changes by a publication: those of news, texts that change without news, and entries that expire. */
export type ChangeKind = NewsKind | "texts" | "expired";

const order: readonly ChangeKind[] = ["year", "new", "moved", "reworded", "withdrawn", "restored", "texts", "expired"];

/** The silent changes of a publication. */
function silent({ before, after, news }: Publication): ChangeKind[] {
  const reported = new Set(news.map(({ uid }) => uid));
  const old = new Map(
    before.flatMap(({ entries }) => entries.map((entry): [string, LedgerEntry] => [entry.uid, entry])),
  );
  return after
    .flatMap(({ entries }) => entries)
    .flatMap((entry): ChangeKind[] => {
      const was = old.get(entry.uid);
      if (was === undefined || reported.has(entry.uid)) return [];
      if (was.state === "live" && entry.state === "dropped") return ["expired"];
      return entry.state === "live" && entry.fingerprint !== was.fingerprint ? ["texts"] : [];
    });
}

/** How much of each kind some publications change; kinds without any are left out. */
export function publicationCounts(publications: readonly Publication[]): { kind: ChangeKind; count: number }[] {
  const counts = new Map<ChangeKind, number>();
  const add = (kind: ChangeKind, count: number): void => void counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const publication of publications) {
    for (const { kind, count } of publication.news) add(kind, count ?? 1);
    for (const kind of silent(publication)) add(kind, 1);
  }
  return order.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind)! }] : []));
}
