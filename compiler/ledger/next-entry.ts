import type { Day } from "../calendar/day.ts";
import { mainUid } from "../feeds/entries.ts";
import { uidParts, type LedgerEntry, type FeedDeparture, type NewsKind } from "./ledger.ts";
import type { CurrentEntry } from "./current-entry.ts";

/** How long a withdrawn entry stays in feeds, in days. */
const tombstoneDays = 60;

/** An entry after a publication, and the news of it; null where subscribers see no change. */
export interface Step {
  readonly next: LedgerEntry;
  readonly news: NewsKind | null;
}

/** The revision of a change today: later than that of the entry so far, even where it changed earlier today. */
const changedNow = ({ changed, turn }: LedgerEntry, today: Day): Pick<LedgerEntry, "changed" | "turn"> => ({
  changed: today,
  turn: changed === today ? turn + 1 : 0,
});

/** What is left of a live entry in a feed that it leaves today. */
function leftNow(old: LedgerEntry, today: Day): Omit<FeedDeparture, "feed"> {
  const { start, end, summary } = old;
  return {
    on: today,
    turn: changedNow(old, today).turn,
    sequence: old.sequence + 1,
    reason: null,
    start,
    end,
    summary,
  };
}

const isOver = (on: Day, today: Day): boolean => today - on > tombstoneDays;

/** The plan that has an entry, where its uid names another. */
function planOf({ entry }: CurrentEntry): string | null {
  return entry.plan.id === uidParts(entry.uid).plan ? null : entry.plan.id;
}

/** An entry that was never published. */
export function firstStep(now: CurrentEntry, today: Day): Step {
  const { entry, start, end, fingerprint, feeds } = now;
  return {
    next: {
      uid: entry.uid,
      state: "live",
      on: null,
      reason: "",
      sequence: 0,
      changed: today,
      turn: 0,
      start,
      end,
      summary: entry.summary,
      fingerprint,
      who: entry.due.read,
      feeds,
      left: [],
      plan: planOf(now),
    },
    news: "new",
  };
}

/** The feeds that an entry has left while others still hold it. Feeds where it expired are not among them. */
function leftBehind(old: LedgerEntry, now: CurrentEntry, today: Day): readonly FeedDeparture[] {
  const still = old.left.filter(({ feed, on }) => !now.feeds.includes(feed) && !isOver(on, today));
  const gone = old.feeds.filter((feed) => !now.feeds.includes(feed) && !now.expired.includes(feed));
  if (old.state === "live") return [...still, ...gone.map((feed): FeedDeparture => ({ feed, ...leftNow(old, today) }))];
  // Brought back for some: for the others the cancellation stands as they saw it.
  if (old.state === "dropped" || old.on === null || isOver(old.on, today)) return still;
  const { on, turn, sequence, reason, start, end, summary } = old;
  return [...still, ...gone.map((feed): FeedDeparture => ({ feed, on, turn, sequence, reason, start, end, summary }))];
}

/**
 * An entry that was published and is in the plan. SEQUENCE rises exactly when day, summary or status change (also where
 * it comes back to a feed that holds it as cancelled). The date of change rises with any change.
 */
export function liveStep(old: LedgerEntry, now: CurrentEntry, today: Day): Step {
  const { entry, start, end, fingerprint, feeds } = now;
  const restored = old.state !== "live";
  const moved = old.start !== start || old.end !== end;
  const reworded = old.summary !== entry.summary;
  const back = old.left.filter(({ feed }) => feeds.includes(feed)).map(({ sequence }) => sequence);
  const rises = restored || moved || reworded || back.length > 0;
  const sequence = rises ? Math.max(old.sequence, ...back) + 1 : old.sequence;
  return {
    next: {
      uid: old.uid,
      state: "live",
      on: null,
      reason: "",
      sequence,
      ...(rises || old.fingerprint !== fingerprint ? changedNow(old, today) : { changed: old.changed, turn: old.turn }),
      start,
      end,
      summary: entry.summary,
      fingerprint,
      who: entry.due.read,
      feeds,
      left: leftBehind(old, now, today),
      plan: planOf(now),
    },
    news: restored ? "restored" : moved ? "moved" : reworded ? "reworded" : null,
  };
}

/** What decides how an entry ends that the plan no longer has. */
export interface RemovalContext {
  readonly today: Day;
  /** The plans whose entries feeds retain: those of others expire without news. */
  readonly retained: ReadonlySet<string>;
  /** The entry of a uid in the plan as it is now; undefined where there is none. */
  readonly currentEntry: (uid: string) => CurrentEntry | undefined;
  /** Why the plan withdrew an entry; empty where it gives no reason. */
  readonly reasonOf: (uid: string) => string;
}

/** An entry that was published and is not in the plan: expired, withdrawn, or the dropped beginning of an interval that became short. */
export function goneStep(old: LedgerEntry, { today, retained, currentEntry, reasonOf }: RemovalContext): Step {
  const left = old.left.filter(({ on }) => !isOver(on, today));
  const dropped: LedgerEntry = { ...old, state: "dropped", on: old.state === "live" ? today : old.on, left: [] };
  if (old.state === "dropped") return { next: { ...old, left }, news: null };
  if (!retained.has(old.plan ?? uidParts(old.uid).plan)) return { next: dropped, news: null };
  if (old.state === "withdrawn")
    return { next: isOver(old.on ?? today, today) ? dropped : { ...old, left }, news: null };
  const main = mainUid(old.uid);
  const interval = main === undefined ? undefined : currentEntry(main);
  // The beginning goes without news where its interval stays and became short; a feed that the interval leaves cancels both.
  if (interval !== undefined) return { next: { ...dropped, left: leftBehind(old, interval, today) }, news: null };
  return {
    next: {
      ...old,
      state: "withdrawn",
      on: today,
      reason: reasonOf(old.uid),
      sequence: old.sequence + 1,
      ...changedNow(old, today),
      left,
    },
    news: "withdrawn",
  };
}
