import type { Deadline } from "../../generated/types.ts";
import type { ParseState } from "../engine/symbol.ts";
import type { Interpretation } from "../interpretation.ts";

/** What a remark beside a deadline says. */
export interface RemarkReader {
  /** The parties that a list of labels names, each once; undefined when a word is no label. */
  readonly partiesIn: (text: string, state: ParseState) => string[] | undefined;
  /** Deadlines with a remark: addressees where the words are labels of parties, else a subject. */
  readonly withRemark: (
    readings: readonly Interpretation[],
    text: string,
    state: ParseState,
  ) => readonly Interpretation[];
}

const having = (
  readings: readonly Interpretation[],
  said: Pick<Deadline, "audience" | "subject">,
): readonly Interpretation[] => readings.map((reading) => ({ ...reading, rule: { ...reading.rule, ...said } }));

/** Deadlines with what they are about. */
export const withSubject = (readings: readonly Interpretation[], subject: string): readonly Interpretation[] =>
  having(readings, { subject });

/** Reads remarks whose labels stand between such separators. */
export function remarkReader(separator: RegExp): RemarkReader {
  const partiesIn: RemarkReader["partiesIn"] = (text, { context }) => {
    const byLabel = (label: string): string | undefined =>
      context.names.parties.find((party) => party.label.toLowerCase() === label.trim().toLowerCase())?.id;
    const ids = text.split(separator).map(byLabel);
    return ids.every((id) => id !== undefined) ? [...new Set(ids)] : undefined;
  };
  return {
    partiesIn,
    withRemark: (readings, text, state) => {
      const [labels = "", ...more] = text.split(/\s*:\s*/);
      const audience = partiesIn(labels, state);
      if (audience === undefined) return withSubject(readings, text);
      return having(readings, more.length === 0 ? { audience } : { audience, subject: more.join(": ") });
    },
  };
}
