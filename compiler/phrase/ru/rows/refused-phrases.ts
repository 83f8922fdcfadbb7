/** Words that say when without naming a day, and periods that nobody defines: symbols that phrases are refused by. */
import { grammar } from "../grammar.ts";
import { Refusal } from "../../engine/refusal.ts";
import type { ParseState } from "../../engine/symbol.ts";

const atOnce = /^(?:незамедлительн|немедленн|безотлагательн|срочн|тотчас|сразу)/;
const noDay =
  /^(?:своевременн|заблаговременн|заранее|регулярн|систематическ|периодическ|оперативн|скоро|около|примерн|ориентировочн|приблизительн|летом|весной|осенью|зимой|середин)/;
const inSome = /^(?:кратчайш|ближайш|разумн|возможно|начале|конце|середине)/;

/** The words from a token on that name a time and no day: why they are refused, and how many they are. */
function vagueAt({ tokens }: ParseState, at: number): readonly [code: "at-once" | "vague", words: number] | undefined {
  const [norm, next] = [tokens[at]?.norm ?? "", tokens[at + 1]?.norm ?? ""];
  if (atOnce.test(norm)) return ["at-once", 1];
  if (noDay.test(norm)) return ["vague", 1];
  return (norm === "в" || norm === "во" || norm === "до" || norm === "к") && (inSome.test(next) || noDay.test(next))
    ? ["vague", 2]
    : undefined;
}

/** «незамедлительно», «в кратчайшие сроки», «примерно»: always refused, with the reason. */
export const vague = grammar.terminal<never>(
  "vague",
  (state, at) => {
    const match = vagueAt(state, at);
    if (match !== undefined) state.refusals.push(new Refusal(match[0], at + match[1] - 1, at + match[1]));
    return undefined;
  },
  ({ kind }) => kind === "word",
);

/** «незамедлительно, но» before a last day, which decides alone. */
export const hurry = grammar.terminal<true>(
  "hurry",
  (state, at) => {
    if (vagueAt(state, at)?.[1] !== 1) return undefined;
    const end = at + (state.tokens[at + 1]?.kind === "comma" ? 2 : 1);
    const but = state.tokens[end]?.norm;
    return but === "но" || but === "не" ? { end: but === "но" ? end + 1 : end, value: true } : undefined;
  },
  ({ kind }) => kind === "word",
);

/** «кампании …» after «в течение»: a period that the plan does not define. Always refused. */
export const unknownPeriod = grammar.terminal<never>("unknown-period", (state, at) => {
  const token = state.tokens[at];
  const isPeriod =
    token?.kind === "word" &&
    state.tokens
      .slice(at, at + 2)
      .some(({ norm }) =>
        /^(?:кампани|период|этап|смен|каникул|сесси|сезон|четверт[ьи]|триместр|семестр|учебн)/.test(norm),
      );
  if (isPeriod) state.refusals.push(new Refusal("unknown-period", at, state.tokens.length));
  return undefined;
});
