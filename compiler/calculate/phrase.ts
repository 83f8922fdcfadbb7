import type { Deadline, Period } from "../generated/types.ts";
import { faultText, type PhraseFault } from "../phrase/faults.ts";
import { interpretIn } from "../phrase/interpret.ts";
import type { PhraseLanguage } from "../phrase/language.ts";
import type { Names } from "../phrase/names.ts";
import type { RuleQuestion } from "./rule.ts";
import type { CountingData } from "./data.ts";

/** One way to understand a phrase. */
export interface PhraseReading {
  readonly rule: Deadline;
  /** Periods that the rule may name although no plan defines them. */
  readonly periods: readonly Period[];
  /** Its canonical phrase; null where the language has none. */
  readonly canonical: string | null;
  /** What it counts from, in the words of the phrase; null for a deadline that names its days. */
  readonly event: string | null;
}

/** Every way to understand a phrase; or why it cannot be read, and the word at fault with its UTF-16 offset. */
export type ReadPhrase =
  | {
      readonly fault: Pick<PhraseFault, "at" | "word" | "nearest"> & { readonly message: string };
      readonly readings?: undefined;
    }
  | { readonly fault?: undefined; readonly readings: readonly PhraseReading[] };

/** What a phrase may name: the periods and parties of the plan; an event stays in its own words. */
const namesIn = ({ periods, parties }: CountingData): Names => ({
  events: [],
  periods: periods.periods.map(({ id, title, every }) => ({ id, title, every })),
  parties: parties.map(({ id, label }) => ({ id, label })),
});

/** Reads a deadline as it is typed, in the language of the plan. Never throws, and guesses nothing: all readings of an ambiguous phrase are returned. */
export function readPhraseIn(language: PhraseLanguage, text: string, counting: CountingData, year: number): ReadPhrase {
  const names = namesIn(counting);
  const { fault, interpretations } = interpretIn(language, text, {
    year: counting.bounded === undefined ? year : undefined,
    names,
  });
  if (fault !== undefined)
    return {
      fault: {
        at: fault.at,
        word: fault.word,
        nearest: fault.nearest,
        message: faultText(fault, counting.series.language),
      },
    };
  return {
    readings: interpretations.map(({ rule, events }) => ({
      rule,
      periods: language.knownPeriods,
      canonical: language.write(rule, { names, event: events[0] }) ?? null,
      event: events.find((words) => words !== "") ?? (events.length > 0 ? "" : null),
    })),
  };
}

/** A reading as a question to the calendar. */
export const questionOf = (
  { rule, event, periods }: PhraseReading,
  text: string,
  date: string | undefined,
  year: number,
): RuleQuestion => ({ rule, text, event: event ?? "", date, year, periods, names: true });
