import { civilOf, isoDate, parseDate, type Day } from "../calendar/day.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { derivationView, type DerivationView } from "../views/item/derivation.ts";
import type { Occurrence } from "../generated/types.ts";
import { isProvisional } from "../resolve/calendars.ts";
import type { DueWindow, ResolvedPlan } from "../resolve/model.ts";
import { resolveUnchecked } from "../resolve/resolve-unchecked.ts";
import { words } from "../explain/explain.ts";
import type { PlanSlice, WaitingCell } from "./data.ts";
import { openSlice, type Counting } from "./open.ts";

/** Why there is no date: no such day, a year without a calendar, hours that go from a time, or a day that the plan has no date for. */
export type Refusal =
  | { readonly why: "no-such-day" }
  | { readonly why: "beyond"; readonly year: number; readonly first: number; readonly last: number }
  | { readonly why: "no-time" }
  | { readonly why: "nothing" };

/** Dates with their derivations. */
export interface Dates {
  readonly resolved: ResolvedPlan;
  readonly dueWindows: readonly DueWindow[];
  readonly derivations: readonly DerivationView[];
  /** Years whose calendar is provisional and that a date depends on. */
  readonly provisional: readonly number[];
  /** Whether the day is on record, so that its entry is in the feeds. */
  readonly recorded: boolean;
}

export type Answer =
  { readonly refusal: Refusal; readonly dates?: undefined } | { readonly refusal?: undefined; readonly dates: Dates };

/** The id of a day (`YYYY-MM-DD`) that a reader names; the tilde is in no id of a plan. */
export const ownName = (date: string): string => `~${date}`;

/** Whose day it is: the reader's, or an example of the page. */
export type Given = "ownDate" | "exampleDate";

/** The reader's day of an event as an occurrence. */
export function ownOccurrence(event: string, day: Day, { series }: Counting, given: Given): Occurrence {
  return {
    id: ownName(isoDate(day)),
    event,
    date: isoDate(day),
    title: "",
    source: { title: words[series.data.language].asked[given] },
  };
}

/** Due windows as an answer; a refusal where a count reached a year without a calendar. */
export function answered(
  resolved: ResolvedPlan,
  dueWindows: readonly DueWindow[],
  recorded: boolean,
  diagnostics: readonly Diagnostic[],
): Answer {
  const beyond = diagnostics.find(({ code }) => code === "no-calendar");
  if (beyond !== undefined) {
    const years = [...resolved.calendar.years.keys()];
    return {
      refusal: {
        why: "beyond",
        year: Number(beyond.values["year"]),
        first: Math.min(...years),
        last: Math.max(...years),
      },
    };
  }
  if (dueWindows.length === 0)
    return { refusal: { why: diagnostics.some(({ code }) => code === "hours-without-time") ? "no-time" : "nothing" } };
  const days = dueWindows
    .flatMap(({ window: { end, rolled, planBy } }) => [end, rolled, planBy])
    .filter((day) => day !== undefined);
  const provisional = [
    ...new Set(days.filter((day) => isProvisional(resolved.calendar, day)).map((day) => civilOf(day).year)),
  ];
  return {
    dates: {
      resolved,
      dueWindows,
      recorded,
      provisional,
      derivations: dueWindows.map((due) => derivationView(resolved, due)),
    },
  };
}

/** A question about a cell that waits for an event. */
export interface WaitingQuestion {
  /** The rows that the cell depends on. */
  readonly slice: PlanSlice;
  readonly cell: WaitingCell;
  /** The id of the event. */
  readonly event: string;
  /** The event's day, `YYYY-MM-DD`. */
  readonly date: string;
  /** `ownDate` where it is left out. */
  readonly given?: Given;
}

/** The dates of a cell when its event happens on a day, resolved as the build does with a day on record. */
export function answerWaiting(
  counting: Counting,
  { slice, cell: { item, kind }, event, date, given = "ownDate" }: WaitingQuestion,
): Answer {
  const day = parseDate(date);
  if (day === undefined) return { refusal: { why: "no-such-day" } };
  const onRecord = slice.occurrences.find((known) => known.event === event && known.date === date);
  const record = onRecord ?? ownOccurrence(event, day, counting, given);
  const plan = openSlice(
    counting.data,
    onRecord === undefined ? { ...slice, occurrences: [...slice.occurrences, record] } : slice,
  );
  const diagnostics: Diagnostic[] = [];
  const { series, policy, forms } = counting;
  const report = (found: Diagnostic): unknown => diagnostics.push(found);
  const { resolved } = resolveUnchecked({ series, plan, policy, forms, report });
  const dueWindows = resolved.dueWindows.filter(
    (found) => found.item === item && found.kind === kind && found.window.occurrence === record.id,
  );
  return answered(resolved, dueWindows, onRecord !== undefined, diagnostics);
}
