import type { LedgerEntry, NewsKind } from "./ledger.ts";
import type { Publication } from "./publication.ts";

/**
 * Kinds of changes by a publication: those of news; entries that come into calendars or leave them while others hold them; texts that
 * change without news; entries that expire.
 */
export type ChangeKind = NewsKind | "joined" | "left" | "texts" | "expired";

const order: readonly ChangeKind[] = [
  "year",
  "new",
  "moved",
  "reworded",
  "withdrawn",
  "restored",
  "joined",
  "left",
  "texts",
  "expired",
];

/** The entries of a publication that were published before, as they were and as they are. */
function republished({ before, after }: Publication): { was: LedgerEntry; is: LedgerEntry }[] {
  const old = new Map(before.flatMap(({ entries }) => entries.map((entry) => [entry.uid, entry] as const)));
  return after.flatMap(({ entries }) =>
    entries.flatMap((is) => {
      const was = old.get(is.uid);
      return was === undefined ? [] : [{ was, is }];
    }),
  );
}

/** The calendars that an entry comes into and leaves, while it is live before and after. */
export interface Readdressed {
  readonly uid: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** The entries that a publication addresses to others than before. Those that only expire in an overview are not among them. */
export function readdressed(publication: Publication): Readdressed[] {
  return republished(publication)
    .filter(({ was, is }) => was.state === "live" && is.state === "live")
    .map(({ was, is }) => ({
      uid: is.uid,
      joined: is.feeds.filter((feed) => !was.feeds.includes(feed)),
      left: is.left.filter(({ feed }) => was.feeds.includes(feed)).map(({ feed }) => feed),
    }))
    .filter(({ joined, left }) => joined.length > 0 || left.length > 0);
}

/** The silent changes of a publication. */
function silent(publication: Publication): ChangeKind[] {
  const reported = new Set(publication.news.map(({ uid }) => uid));
  return republished(publication).flatMap(({ was, is }): ChangeKind[] => {
    if (reported.has(is.uid)) return [];
    if (was.state === "live" && is.state === "dropped") return ["expired"];
    return is.state === "live" && is.fingerprint !== was.fingerprint ? ["texts"] : [];
  });
}

/** How much of each kind some publications change; kinds without any are left out. */
export function publicationCounts(publications: readonly Publication[]): { kind: ChangeKind; count: number }[] {
  const counts = new Map<ChangeKind, number>();
  const add = (kind: ChangeKind, count: number): void => void counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const publication of publications) {
    for (const { kind, count } of publication.news) add(kind, count ?? 1);
    for (const kind of silent(publication)) add(kind, 1);
    for (const { joined, left } of readdressed(publication)) {
      if (joined.length > 0) add("joined", 1);
      if (left.length > 0) add("left", 1);
    }
  }
  return order.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind)! }] : []));
}
