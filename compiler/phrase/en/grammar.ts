import { Grammar } from "../engine/grammar.ts";
import { englishTokens } from "./token-rules.ts";

/** The grammar of English phrases; the files in `rows/` register its symbols. English words have two forms: `day*` is “day” and “days”. */
export const grammar = new Grammar({
  tokens: englishTokens,
  isFormOf: (word, stem) => word === stem || word === `${stem}s`,
});
