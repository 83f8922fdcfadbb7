import { parseDate, isoDate } from "../../compiler/calendar/day.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { feedEntries } from "../../compiler/feeds/entries.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { dueWindowsOfFeed, expectedEntries } from "../feeds/expected-entries.ts";

/** What a subscriber of a feed has to hold of an entry. */
export interface Held {
  readonly uid: string;
  readonly start: string;
  /** Inclusive. */
  readonly end: string;
  readonly summary: string;
  readonly status: "CONFIRMED" | "CANCELLED";
  readonly sequence: number;
}

interface Known extends Held {
  /** Since when it is cancelled. */
  readonly since: string | null;
}

/** The plans of sources that compile. */
export function plansOf(sources: readonly SourceFile[]): readonly ResolvedPlan[] {
  const { value, diagnostics } = compile(sources);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0)
    throw new Error(`the plan has errors: ${JSON.stringify(errors.map(({ code, values }) => ({ code, values })))}`);
  return value.plans;
}

const days = (from: string, to: string): number => parseDate(to)! - parseDate(from)!;
const mainOf = (uid: string): string => uid.replace("-start@", "@");
const yearIn = (uid: string): number => Number(uid.split("/")[1]);

/**
 * The contract written a second time, from the point of view of one feed: what a subscriber holds after each publication,
 * from the plans alone. It knows no ledger.
 */
export class FeedModel {
  readonly name: string;
  #known = new Map<string, Known>();

  constructor(name: string) {
    this.name = name;
  }

  /** The plans become these on a day. */
  publish(plans: readonly ResolvedPlan[], today: string): void {
    const kept = [...plans].sort((a, b) => a.bounds.from - b.bounds.from).slice(-2);
    const summaries = new Map(feedEntries(plans, "", () => undefined).map(({ uid, summary }) => [uid, summary]));
    const live = new Map(
      kept
        .flatMap((plan) => dueWindowsOfFeed(plan, this.name).flatMap(expectedEntries))
        .map((entry) => [entry.uid, entry]),
    );
    const first = Number(kept[0]?.id ?? 0);
    const next = new Map<string, Known>();
    for (const [uid, { start, end }] of live) {
      const now = { uid, start, end, summary: summaries.get(uid) ?? "?", status: "CONFIRMED" as const, since: null };
      const was = this.#known.get(uid);
      const same =
        was !== undefined &&
        was.start === now.start &&
        was.end === now.end &&
        was.summary === now.summary &&
        was.status === now.status;
      next.set(uid, { ...now, sequence: was === undefined ? 0 : was.sequence + (same ? 0 : 1) });
    }
    for (const [uid, was] of this.#known) {
      if (live.has(uid) || yearIn(uid) < first) continue;
      if (was.since === null && mainOf(uid) !== uid && live.has(mainOf(uid))) continue;
      if (was.since === null)
        next.set(uid, {
          ...was,
          status: "CANCELLED",
          summary: `ОТМЕНЕНО: ${was.summary}`,
          sequence: was.sequence + 1,
          since: today,
        });
      else if (days(was.since, today) <= 60) next.set(uid, was);
    }
    this.#known = next;
  }

  /** What a subscriber holds now, in the order of uids. */
  held(): Held[] {
    return [...this.#known.values()].map(({ since: _, ...held }) => held).sort((a, b) => (a.uid < b.uid ? -1 : 1));
  }
}

/** One line for an entry, so that two readings are compared as texts. */
export const line = ({ uid, start, end, summary, status, sequence }: Held): string =>
  [uid, start, end, summary, status, sequence].join(" | ");

/** A date some days later. */
export const later = (date: string, by: number): string => isoDate(parseDate(date)! + by);
