import type { Deadline } from "../generated/types.ts";
import { interpretIn, type InterpretOptions } from "./interpret.ts";
import type { InterpretedPhrase } from "./interpretation.ts";
import { defaultPhraseLanguage, phraseLanguages, type PhraseLanguageCode } from "./languages.ts";

export type { InterpretedPhrase, Interpretation } from "./interpretation.ts";

/** What a phrase is read with, and the language that it is in: Russian where it is left out. */
export interface ReadOptions extends InterpretOptions {
  readonly language?: PhraseLanguageCode | undefined;
}

/**
 * Reads a deadline as an order words it: every rule that it can mean, or why it cannot be read and the nearest phrase that can.
 * Never throws, whatever the text; takes time linear in its length.
 */
export const interpretPhrase = (text: string, options: ReadOptions = {}): InterpretedPhrase =>
  interpretIn(phraseLanguages[options.language ?? defaultPhraseLanguage], text, options);

/** The only rule that a phrase can mean; undefined when it cannot be read or can mean several. */
export function onlyRule(text: string, options: ReadOptions = {}): Deadline | undefined {
  const { interpretations } = interpretPhrase(text, options);
  return interpretations?.length === 1 ? interpretations[0].rule : undefined;
}
