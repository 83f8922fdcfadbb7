import type { Deadline } from "../../generated/types.ts";
import type { ParseState } from "../engine/symbol.ts";

/** What a remark beside a deadline says. */
export interface RemarkReader {
  /** The parties that a list of labels names, each once; undefined when a word is no label. */
  readonly partiesIn: (text: string, state: ParseState) => string[] | undefined;
  /** The deadline with its remark: addressees where the words are labels of parties, else a subject. */
  readonly withRemark: (deadline: Deadline, text: string, state: ParseState) => Deadline;
}

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
    withRemark: (deadline, text, state) => {
      const [labels = "", ...more] = text.split(/\s*:\s*/);
      const audience = partiesIn(labels, state);
      if (audience === undefined) return { ...deadline, subject: text };
      return more.length === 0 ? { ...deadline, audience } : { ...deadline, audience, subject: more.join(": ") };
    },
  };
}
