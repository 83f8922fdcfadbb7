import type { LanguageCode } from "../locale/languages.ts";
import type { TraceStep } from "../resolve/model.ts";
import { englishWords } from "./en.ts";
import { russianWords } from "./ru.ts";
import type { Words } from "./vocabulary.ts";

/** What the compiler says about a plan, by language. */
export const words: Readonly<Record<LanguageCode, Words>> = { ru: russianWords, en: englishWords };

/** The steps of a trace as sentences, in order. */
export function explain(trace: readonly TraceStep[], language: LanguageCode): string[] {
  const table = words[language].steps as Readonly<Record<TraceStep["step"], (step: TraceStep) => string>>;
  return trace.map((step) => table[step.step](step));
}
