import { normAt } from "../../engine/token-at.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { grammar } from "../grammar.ts";
import { recurrences, unitWords } from "../words/lexicon.ts";
import { endOfWords } from "./time-words.ts";

/** The rest of the phrase, as words, up to where it says when. */
const rest = grammar.terminal<string>(
  "rest",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind !== "word" || unitWords.has(token.norm) || recurrences.has(token.norm)) return state.fail(at);
    const end = endOfWords(state, at, () => false);
    return end === at ? state.fail(at) : { end, value: state.words(at, end) };
  },
  ({ kind }) => kind === "word",
);

const requires = /^(?:requires?|provides?|prescribes?|specif(?:y|ies)|directs?|allows?|determines?|states?)$/;

/** “as the regulation requires”: what sets the deadline, before its verb. */
const setter = grammar.terminal<string>(
  "setter",
  (state, at) => {
    const verb = state.tokens.findIndex(({ norm }, index) => index > at && requires.test(norm));
    if (verb < 0 || endOfWords(state, at, (token) => token === verb) !== verb || normAt(state, at) === "it")
      return state.fail(at);
    return { end: verb + 1, value: state.words(at, verb) };
  },
  ({ kind }) => kind === "word",
);

const set =
  "(set | specified | determined | prescribed | provided | required | defined | laid | stated | agreed | directed | established | fixed | announced | published | notified | given | approved)";
const by = "[out | down | forth | for] (by | in | under | with | on)";
const what = "(dates | date | time limit* | times | time | deadline* | term* | period* | schedule)";

/** Deadlines that another act sets: “in accordance with the policy”, “as agreed with the funder”, “on the dates set out in Annex II”. */
export const externalRule = grammar.ambiguousRule<Interpretation>("external", [
  {
    pattern:
      "([as] (in accordance with | in line with | in compliance with) | according to | pursuant to | per | as per) <rest>",
    action: (match) => plain({ external: match.one(rest) }),
  },
  { pattern: `as ${set} ${by} <rest>`, action: (match) => plain({ external: match.one(rest) }) },
  {
    pattern: `(on | within | by | at | in) [the] ${what} ${set} ${by} <rest>`,
    action: (match) => plain({ external: match.one(rest) }),
  },
  { pattern: "as <setter>", action: (match) => plain({ external: match.one(setter) }) },
  { pattern: "by agreement with <rest>", action: (match) => plain({ external: `agreement with ${match.one(rest)}` }) },
  { pattern: "as agreed", action: () => plain({ external: "agreement" }) },
]);
