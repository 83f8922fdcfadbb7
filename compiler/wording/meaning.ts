import type { Deadline } from "../load/generated/types.ts";
import type { Fault } from "./faults.ts";

/** One reading of a phrase: the rule, and the words of each event that the plan does not name (`?` in the rule). */
export interface Reading {
  readonly rule: Deadline;
  readonly events: readonly string[];
}

export type EveryRule = Exclude<NonNullable<Deadline["every"]>, string>;

/** Readings of rules that name no event. */
export const plain = (...rules: readonly Deadline[]): readonly Reading[] => rules.map((rule) => ({ rule, events: [] }));

/** The readings that several parts have together: every choice of one for each part. */
export function together(parts: readonly (readonly Reading[])[], join: (rules: readonly Deadline[]) => Deadline): readonly Reading[] {
  let all: readonly { readonly rules: readonly Deadline[]; readonly events: readonly string[] }[] = [{ rules: [], events: [] }];
  for (const part of parts) {
    all = all.flatMap(({ rules, events }) => part.map((reading) => ({ rules: [...rules, reading.rule], events: [...events, ...reading.events] }))).slice(0, mostReadings);
  }
  return all.map(({ rules, events }) => ({ rule: join(rules), events }));
}

/** Readings beyond this many say only that the phrase is ambiguous. */
export const mostReadings = 16;

/** A list of one is its element, as the DSL is written. */
export const oneOrMany = <T>(list: readonly T[]): T | T[] => (list.length === 1 ? list[0]! : [...list]);

/** Every rule that a phrase can mean (several: it must be asked which), or why and where it cannot be read. */
export type Read =
  | { readonly readings: readonly [Reading, ...Reading[]]; readonly fault?: undefined }
  | { readonly readings?: undefined; readonly fault: Fault };
