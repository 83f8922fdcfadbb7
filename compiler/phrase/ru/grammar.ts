import { Grammar } from "../engine/grammar.ts";
import { isFormOf } from "./words/inflection-endings.ts";
import { russianTokens } from "./token-rules.ts";

/** The grammar of Russian phrases; the files in `rows/` register its symbols. */
export const grammar = new Grammar({ tokens: russianTokens, isFormOf });
