/** What the feeds of a series take from its ledgers: revisions of entries, cancellations, feeds that ended. */
import { itemPath, retainedPlans } from "../feeds/entries.ts";
import type { EntryRevision, RevisionLookup } from "../feeds/entry-revision.ts";
import type { FeedHistory, Tombstone } from "../feeds/history.ts";
import { entryMessages } from "../feeds/messages/entries.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { uidParts, verifiedOn, type Ledger, type LedgerEntry } from "./ledger.ts";

/** What stands as cancelled in feeds because of an entry: in all of its feeds where it was withdrawn, and in each that it left. */
function tombstonesOf(
  { uid, start, end, summary, feeds, state, on, turn, sequence, reason, left, plan }: LedgerEntry,
  language: keyof typeof entryMessages,
): Tombstone[] {
  const messages = entryMessages[language];
  const { item, plan: uidPlan } = uidParts(uid);
  const path = itemPath(plan ?? uidPlan, item);
  const reasons = (text: string): string[] => (text === "" ? [] : [messages.withdrawn(text)]);
  const whole: Tombstone[] =
    state !== "withdrawn" || on === null
      ? []
      : [
          {
            uid,
            path,
            dtstart: start,
            dtend: end + 1,
            summary,
            feeds,
            revision: { changed: on, turn, sequence, status: "CANCELLED" },
            reasons: reasons(reason),
          },
        ];
  return [
    ...whole,
    ...left.map((each): Tombstone => ({
      uid,
      path,
      dtstart: each.start,
      dtend: each.end + 1,
      summary: each.summary,
      feeds: [each.feed],
      revision: { changed: each.on, turn: each.turn, sequence: each.sequence, status: "CANCELLED" },
      reasons: each.reason === null ? [messages.leftFeed] : reasons(each.reason),
    })),
  ];
}

/** The revisions of the live entries of some ledgers of one series. */
export function revisionLookup(ledgers: readonly Pick<Ledger, "entries">[]): RevisionLookup {
  const live = ledgers.flatMap(({ entries }) => entries).filter(({ state }) => state === "live");
  const revisions = new Map(
    live.map(({ uid, changed, turn, sequence }): [string, EntryRevision] => [
      uid,
      { changed, turn, sequence, status: "CONFIRMED" },
    ]),
  );
  return (uid) => revisions.get(uid);
}

/** What the feeds of a series take from its ledgers. */
export function feedHistory(plans: readonly ResolvedPlan[], after: readonly Ledger[]): FeedHistory {
  const newest = retainedPlans(plans).at(-1);
  const entries = after.flatMap((ledger) => ledger.entries);
  return {
    revisionOf: revisionLookup(after),
    tombstones:
      newest === undefined ? [] : entries.flatMap((entry) => tombstonesOf(entry, newest.series.data.language)),
    ended: after.flatMap(({ names }) => names.filter(({ gone }) => gone !== null)),
    verified: verifiedOn(after),
    published: after.length === 0 ? undefined : Math.max(...after.map(({ published }) => published)),
  };
}
