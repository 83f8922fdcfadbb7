import type { Deadline, EventRef, Within } from "../../generated/types.ts";
import { formOf, type FormName } from "../../rule/kinds.ts";
import { referenceOf, type Bound } from "../../rule/references.ts";
import { mostInterpretations, together, type Interpretation } from "../interpretation.ts";
import { unnamed, type NamedEntity } from "../names.ts";

/** What a count begins or ends at; `events` has the words of an event that no plan names. */
export interface Anchor {
  readonly ref: EventRef;
  readonly events: readonly string[];
}

/** How long, in the one of the measures that the DSL counts in. */
export type Amount = Pick<Within, "working-days" | "calendar-days" | "months" | "hours">;

/**
 * A duration that words can mean. «5 дней» alone may be either kind of day: by the civil code (ГК РФ, ст. 190–193) they are
 * calendar days, so that meaning stands first and is marked, and the other follows.
 */
export interface Count {
  readonly amount: Amount;
  readonly byLaw?: true;
}

/** The largest count that the schema allows. */
export const mostCounted = 1000;
/** A count of working days. */
export const working = (n: number): readonly Count[] => [{ amount: { "working-days": n } }];
/** A count of calendar days. */
export const calendar = (n: number): readonly Count[] => [{ amount: { "calendar-days": n } }];
/** A count of hours. */
export const inHours = (n: number): readonly Count[] => [{ amount: { hours: n } }];
/** A count of months, or of what is so many months long. */
export const inMonths =
  (times: number) =>
  (n: number): readonly Count[] => [{ amount: { months: n * times } }];
/** A count of weeks. */
export const inWeeks = (n: number): readonly Count[] => calendar(n * 7);

/** The end or the start of each of the periods that words can mean. */
export const periodAnchors = (bound: Bound, ids: readonly string[]): readonly Anchor[] =>
  ids.map((id) => ({ ref: { [bound]: id }, events: [] }));

/** The plan's events that words can mean; where it names none, the words themselves. */
export const eventAnchorsOf = (meant: readonly NamedEntity[], words: string): readonly Anchor[] =>
  meant.length > 0
    ? meant.slice(0, mostInterpretations).map(({ id }) => ({ ref: id, events: [] }))
    : [{ ref: unnamed, events: [words] }];

/** An anchor that words leave out. */
export const unsaidAnchor: readonly Anchor[] = [{ ref: unnamed, events: [""] }];

/** The anchor with the month from which on it counts; a named day needs none. */
export const beginningWith = (ref: EventRef, first: number | undefined): EventRef =>
  first === undefined || (typeof ref === "object" && ref.day !== undefined)
    ? ref
    : typeof ref === "string"
      ? { event: ref, since: first }
      : { ...ref, since: first };

/** A rule of an amount and an anchor; undefined where they make none. */
export type Make = (amount: Amount, ref: EventRef) => Interpretation["rule"] | undefined;

/** Every interpretation of a count from every anchor that the words can mean. */
export const countedFrom = (
  counts: readonly Count[],
  anchors: readonly Anchor[],
  since: number | undefined,
  make: Make,
): readonly Interpretation[] =>
  counts
    .flatMap(({ amount, byLaw }) =>
      anchors.flatMap(({ ref, events }): Interpretation[] => {
        const made = make(amount, beginningWith(ref, since));
        return made === undefined ? [] : [{ rule: made, events, byLaw }];
      }),
    )
    .slice(0, mostInterpretations);

/** The count goes forwards, and its last day is the deadline. */
export const within: Make = (amount, ref) => ({ within: { ...(amount as Within), after: ref } });
/** The count goes backwards, and the day that it comes to is the last. */
export const noLaterThan: Make = (amount, ref) => ({ "no-later-than": { ...(amount as Within), before: ref } });
/** The count goes forwards to a day of its own. */
export const exactly: Make = (amount, ref) => ({ exactly: { ...(amount as Within), after: ref } });
/** The deadline ends on the day of the anchor. */
export const untilDayOf: Make = (_, ref) =>
  typeof ref === "string" ? { until: { event: ref } } : ref.day !== undefined ? { until: ref.day } : { until: ref };
/** The deadline ends before the anchor; undefined for a named day and for an end, on which the deadline itself ends. */
export const beforeEvent: Make = (_, ref) =>
  typeof ref === "object" && ref["start-of"] === undefined && ref.event === undefined ? undefined : { before: ref };
/** The deadline is the day of the anchor. */
export const onDayOf: Make = (_, ref) => ({ "on-day-of": ref });

/** The unit whose end or start a deadline counts from. */
export function countsBy({ rule }: Interpretation): string | undefined {
  const reference = rule.within?.after ?? rule["no-later-than"]?.before ?? rule.until;
  const found = typeof reference === "object" ? referenceOf(reference) : undefined;
  return found?.kind === "period" ? found.name : undefined;
}

/** What a rule can be where words join two: a count, a last day that has a date of its own, an end that hangs on something. */
type Part = "count" | "last" | "hanging";

const none = (): undefined => undefined;
const parts: Readonly<Record<FormName, (rule: Deadline) => Part | undefined>> = {
  on: none,
  from: none,
  until: ({ until }) => (typeof until === "string" ? "last" : "hanging"),
  month: none,
  period: none,
  every: none,
  within: () => "count",
  "no-later-than": () => "count",
  "on-day-of": none,
  before: () => "hanging",
  exactly: none,
  continuous: none,
  external: none,
};

/** Which part a rule can be; undefined for none, and for a list of rules. */
export function partOf(rule: Deadline): Part | undefined {
  const form = formOf(rule);
  return form === undefined ? undefined : parts[form](rule);
}

/** Those of some readings that are such a part. */
const partsOf = (readings: readonly Interpretation[], part: Part): readonly Interpretation[] =>
  readings.filter(({ rule }) => partOf(rule) === part);

/** Two last days, of which the earlier holds: whatever the first one comes to, it is not later than the second. */
export function earliestOf(
  counted: readonly Interpretation[],
  dated: readonly Interpretation[],
): readonly Interpretation[] | undefined {
  const [counts, lasts] = [partsOf(counted, "count"), partsOf(dated, "last")];
  return counts.length === 0 || lasts.length === 0
    ? undefined
    : together([counts, lasts], (rules) => ({ earliest: [...rules] }));
}

/** A stretch from a day to one of the ends that hang on days of their own; undefined where none does. */
export function stretch(
  starts: readonly Interpretation[],
  ends: readonly Interpretation[],
): readonly Interpretation[] | undefined {
  const hanging = partsOf(ends, "hanging");
  return hanging.length === 0 ? undefined : together([starts, hanging], (rules) => ({ between: [...rules] }));
}
