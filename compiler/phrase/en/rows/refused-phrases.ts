/** Words that say when without naming a day, and periods that nobody defines: symbols that phrases are refused by. */
import { Refusal } from "../../engine/refusal.ts";
import type { ParseState } from "../../engine/symbol.ts";
import { normAt } from "../../engine/token-at.ts";
import { grammar } from "../grammar.ts";

/** Runs of words, a word of each by a pattern, and why they are refused. */
const runs: readonly (readonly [code: "at-once" | "vague" | "clock", ...words: readonly RegExp[]])[] = [
  ["at-once", /^(?:immediately|forthwith|straightaway|instantly)$/],
  ["at-once", /^at$/, /^once$/],
  ["at-once", /^without$/, /^(?:undue|unreasonable)$/, /^delay$/],
  ["at-once", /^without$/, /^delay$/],
  [
    "vague",
    /^(?:asap|promptly|shortly|soon|regularly|periodically|timely|duly|tbd|tba|tbc|early|late|mid|around|about|approximately|circa|ca|approx|roughly|sometime|occasionally|eventually)$/,
  ],
  ["vague", /^as$/, /^(?:soon|early|quickly)$/, /^as$/],
  ["vague", /^as$/, /^(?:soon|early|quickly)$/],
  ["vague", /^to$/, /^be$/, /^(?:confirmed|determined|announced|agreed|advised|decided)$/],
  ["vague", /^in$/, /^due$/, /^(?:course|time)$/],
  ["vague", /^in$/, /^good$/, /^time$/],
  ["vague", /^in$/, /^a$/, /^timely$/],
  ["vague", /^from$/, /^time$/, /^to$/],
  ["vague", /^within$/, /^a$/, /^reasonable$/],
  ["vague", /^until$/, /^further$/, /^notice$/],
  ["vague", /^at$/, /^the$/, /^earliest$/],
  ["vague", /^(?:at|towards?|near)$/, /^the$/, /^(?:end|start|beginning|middle)$/],
  ["clock", /^close$/, /^of$/, /^(?:business|play)$/],
  ["clock", /^(?:cob|eob|eod)$/],
  ["clock", /^midnight$/],
];

/** The words from a token on that name a time and no day: why they are refused, and how many they are. */
function vagueAt(
  state: ParseState,
  at: number,
): readonly [code: "at-once" | "vague" | "clock", words: number] | undefined {
  const found = runs.find(([, ...words]) => words.every((word, step) => word.test(normAt(state, at + step))));
  return found === undefined ? undefined : [found[0], found.length - 1];
}

/** “immediately”, “as soon as possible”, “around”, also behind a preposition: always refused, with the reason. */
export const vague = grammar.terminal<never>(
  "vague",
  (state, at) => {
    const from =
      /^(?:by|in|until|before|from|on|during)$/.test(normAt(state, at)) && vagueAt(state, at) === undefined
        ? at + 1
        : at;
    const start = normAt(state, from) === "the" ? from + 1 : from;
    const found = vagueAt(state, start);
    if (found !== undefined) state.refusals.push(new Refusal(found[0], start, start + found[1]));
    return undefined;
  },
  ({ kind }) => kind === "word",
);

/** “immediately, but” before a last day, which decides alone. */
export const hurry = grammar.terminal<true>(
  "hurry",
  (state, at) => {
    const found = vagueAt(state, at);
    if (found === undefined || found[0] === "clock") return undefined;
    let end = at + found[1];
    if (/^(?:possible|practicable|feasible)$/.test(normAt(state, end))) end += 1;
    if (normAt(state, end) === ",") end += 1;
    const but = normAt(state, end);
    if (/^(?:but|and)$/.test(but)) return { end: end + 1, value: true };
    return /^(?:no|not)$/.test(but) ? { end, value: true } : undefined;
  },
  ({ kind }) => kind === "word",
);

const period =
  /^(?:campaign|period|season|term|semester|trimester|session|holidays|vacation|break|fiscal|financial|fy|academic|school|spring|summer|autumn|fall|winter|phase|stage)$/;

/** “campaign …” after “during”: a period that the plan does not define. Always refused. */
export const unknownPeriod = grammar.terminal<never>("unknown-period", (state, at) => {
  const isPeriod = state.tokens.slice(at, at + 3).some(({ kind, norm }) => kind === "word" && period.test(norm));
  if (isPeriod) state.refusals.push(new Refusal("unknown-period", at, state.tokens.length));
  return undefined;
});
