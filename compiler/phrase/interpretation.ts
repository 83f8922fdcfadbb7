import type { Deadline } from "../generated/types.ts";
import type { Fault } from "./faults.ts";

/** One reading of a phrase: the rule, and the words of each event that the plan does not name (`?` in the rule). */
export interface Reading {
  readonly rule: Deadline;
  readonly events: readonly string[];
  /** Of several readings the one that holds where nothing else is said, by the civil code. */
  readonly byLaw?: true;
}

/** The reading that a phrase has, or the only one that holds by law; undefined when it must be asked which is meant. */
export function settledReading(readings: readonly Reading[]): Reading | undefined {
  const lawful = readings.filter(({ byLaw }) => byLaw === true);
  return readings.length === 1 ? readings[0] : lawful.length === 1 ? lawful[0] : undefined;
}

export type EveryRule = Exclude<NonNullable<Deadline["every"]>, string>;

/** Readings of rules that name no event. */
export const plain = (...rules: readonly Deadline[]): readonly Reading[] => rules.map((rule) => ({ rule, events: [] }));

/** The readings that several parts have together: every choice of one for each part. */
export function together(
  parts: readonly (readonly Reading[])[],
  join: (rules: readonly Deadline[]) => Deadline,
): readonly Reading[] {
  let all: readonly {
    readonly rules: readonly Deadline[];
    readonly events: readonly string[];
    readonly lawful: boolean;
  }[] = [{ rules: [], events: [], lawful: true }];
  for (const part of parts) {
    all = all
      .flatMap(({ rules, events, lawful }) =>
        part.map((reading) => ({
          rules: [...rules, reading.rule],
          events: [...events, ...reading.events],
          lawful: lawful && (reading.byLaw === true || part.length === 1),
        })),
      )
      .slice(0, mostReadings);
  }
  return all.map(({ rules, events, lawful }): Reading => ({
    rule: join(rules),
    events,
    ...(lawful && all.length > 1 ? { byLaw: true } : {}),
  }));
}

/** Readings beyond this many say only that the phrase is ambiguous. */
export const mostReadings = 16;

/** A list of one is its element, as the DSL is written. */
export const oneOrMany = <T>(list: readonly T[]): T | T[] => (list.length === 1 ? list[0]! : [...list]);

/** Every rule that a phrase can mean (several: it must be asked which), or why and where it cannot be read. */
export type Read =
  | { readonly readings: readonly [Reading, ...Reading[]]; readonly fault?: undefined }
  | { readonly readings?: undefined; readonly fault: Fault };
