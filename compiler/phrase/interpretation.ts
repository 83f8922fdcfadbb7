import type { Deadline } from "../generated/types.ts";
import type { PhraseFault } from "./faults.ts";

/** One meaning of a phrase: the rule, and the words of each event that the plan does not name (`?` in the rule). */
export interface Interpretation {
  readonly rule: Deadline;
  readonly events: readonly string[];
  /** Of several interpretations the one that holds by the civil code where nothing else is said. */
  readonly byLaw?: true | undefined;
  /** The words say that the day itself is meant, whatever stands before it. */
  readonly exact?: true;
}

/** The interpretation that a phrase has, or the only one that holds by law; undefined when it must be asked which is meant. */
export function settledInterpretation(interpretations: readonly Interpretation[]): Interpretation | undefined {
  const lawful = interpretations.filter(({ byLaw }) => byLaw === true);
  return interpretations.length === 1 ? interpretations[0] : lawful.length === 1 ? lawful[0] : undefined;
}

export type EveryRule = Exclude<NonNullable<Deadline["every"]>, string>;

/** Interpretations of rules that name no event. */
export const plain = (...rules: readonly Deadline[]): readonly Interpretation[] =>
  rules.map((rule) => ({ rule, events: [] }));

/** The interpretations that several parts have together: every choice of one for each part. */
export function together(
  parts: readonly (readonly Interpretation[])[],
  join: (rules: readonly Deadline[]) => Deadline,
): readonly Interpretation[] {
  let all: readonly {
    readonly rules: readonly Deadline[];
    readonly events: readonly string[];
    readonly lawful: boolean;
  }[] = [{ rules: [], events: [], lawful: true }];
  for (const part of parts) {
    all = all
      .flatMap(({ rules, events, lawful }) =>
        part.map((interpretation) => ({
          rules: [...rules, interpretation.rule],
          events: [...events, ...interpretation.events],
          lawful: lawful && (interpretation.byLaw === true || part.length === 1),
        })),
      )
      .slice(0, mostInterpretations);
  }
  return all.map(({ rules, events, lawful }): Interpretation => ({
    rule: join(rules),
    events,
    byLaw: lawful && all.length > 1 ? true : undefined,
  }));
}

/** Interpretations beyond this many say only that the phrase is ambiguous. */
export const mostInterpretations = 16;

/** A list of one is its element, as the DSL is written. */
export const oneOrMany = <T>(list: readonly T[]): T | T[] => (list.length === 1 ? list[0]! : [...list]);

/** Every rule that a phrase can mean (several: it must be asked which), or why and where it cannot be read. */
export type InterpretedPhrase =
  | { readonly interpretations: readonly [Interpretation, ...Interpretation[]]; readonly fault?: undefined }
  | { readonly interpretations?: undefined; readonly fault: PhraseFault };
