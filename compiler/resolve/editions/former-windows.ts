import type { Day } from "../../calendar/day.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import {
  deadlineIn,
  type CellKind,
  type FormerDeadline,
  type ResolvedDeadline,
  type ResolvedItem,
  type ResolvedPlan,
  type Window,
} from "../model.ts";
import type { Amend } from "../resolver/resolver.ts";

/** The edition of a plan before the one that is resolved. */
export interface EditionBefore {
  readonly plan: ResolvedPlan;
  /** The first day from which the edition that is resolved acts. */
  readonly until: Day;
}

const sameDays = (a: Window, b: Window): boolean =>
  a.start === b.start && a.end === b.end && a.rolled === b.rolled && a.planBy === b.planBy;

/** A date named by its period or by a record is the same duty under either rule; any other key only says which of a list it is. */
const isNamedByTime = ({ key, occurrence }: Window): boolean =>
  occurrence !== undefined || /(?:^|-)\d{4}(?:-|$)/.test(key);

/** What a cell comes to when the dates that were past on the day of an amendment stay as they were. */
interface AmendedDeadline {
  readonly deadline: ResolvedDeadline | null;
  /** Windows of the new rule that stand under the key of a past date and so are not published, though they are not past themselves. */
  readonly shadowed: readonly { readonly window: Window; readonly past: Window }[];
}

/**
 * Returns the deadline of a cell with the dates of the edition before it that were past when the present one began to act:
 * a window belongs to the new rule when its end (by the old rule; for a new one by the new) is on or after that day. A key
 * is one entry.
 */
function withFormerWindows(
  deadline: ResolvedDeadline | null,
  source: ResolvedItem["source"],
  kind: CellKind,
  { plan, until }: EditionBefore,
): AmendedDeadline {
  const row = plan.byId.get(source.data.id);
  const old = row === undefined ? null : deadlineIn(row, kind);
  const [before, now] = [old?.windows ?? [], deadline?.windows ?? []];
  const oldByKey = new Map(before.map((window) => [window.key, window]));
  const byKey = new Map(now.map((window) => [window.key, window]));
  const unchanged = row?.source === source && old?.rule === deadline?.rule;
  const shadowed: { window: Window; past: Window }[] = [];
  const former = (window: Window): FormerDeadline => window.former ?? { item: row!, deadline: old! };
  const past = before
    .filter(({ end }) => end < until)
    .map((window): Window => {
      const next = byKey.get(window.key);
      if (unchanged && next !== undefined && window.former === undefined && sameDays(window, next)) return next;
      if (next !== undefined && next.end >= until && !unchanged && !isNamedByTime(window) && !sameDays(window, next))
        shadowed.push({ window: next, past: window });
      return { ...window, former: former(window) };
    });
  const stays = now.filter(({ key, end }) => (oldByKey.get(key)?.end ?? end) >= until);
  const windows = [...past, ...stays];
  if (windows.length === now.length && windows.every((window) => byKey.get(window.key) === window))
    return { deadline, shadowed };
  if (deadline !== null) return { deadline: { ...deadline, windows, ruleWindows: now }, shadowed };
  return {
    deadline: past.length === 0 ? null : { ...old!, state: "dated", waiting: [], windows, ruleWindows: [] },
    shadowed,
  };
}

/**
 * What a resolver keeps the past dates of the edition before by. A date of the new rule that gives way to one of them is
 * reported.
 */
export const keepingFormerWindows =
  (before: EditionBefore): Amend =>
  (deadline, row, kind, report) => {
    const found = withFormerWindows(deadline, row, kind, before);
    // Rows that are merged with this one have the same fault.
    for (const { window, past } of deadline?.inherited ? [] : found.shadowed)
      report({
        code: "amended-past-date",
        values: {
          item: row.data.id,
          past: { day: past.end },
          day: { day: window.end },
          from: { day: before.until },
        },
        span: spanOf(deadline!.origin, window.path),
      });
    return found.deadline;
  };
