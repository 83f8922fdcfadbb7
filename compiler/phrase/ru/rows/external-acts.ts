import { plain, type Interpretation } from "../../interpretation.ts";
import { grammar } from "../grammar.ts";
import { nominativeAct } from "../print/inflect.ts";
import { endOfWords } from "./time-words.ts";

/** The rest of the phrase, as words, up to where it says when. */
const rest = grammar.terminal<string>(
  "rest",
  (state, at) => {
    if (state.tokens[at]?.kind !== "word") return state.fail(at);
    const end = endOfWords(state, at, () => false);
    return end === at ? state.fail(at) : { end, value: state.words(at, end) };
  },
  ({ kind }) => kind === "word",
);

const set = "(установленн* | определенн* | предусмотренн* | указанн* | утвержденн* | определяем* | устанавливаем*)";

/** «приказа министерства», «приказу министерства»: an act in any case, in the nominative. */
const act = grammar.terminal<string>(
  "act",
  (state, at) => {
    const match = rest.match(state, at);
    const [head = ""] = match?.value.toLowerCase().split(" ") ?? [];
    const name = [
      ["приказ", "приказ"],
      ["распоряжени", "распоряжение"],
      ["постановлени", "постановление"],
      ["решени", "решение"],
      ["письм", "письмо"],
    ].find(([stem]) => head.startsWith(stem!))?.[1];
    return match === undefined || name === undefined
      ? state.fail(at)
      : { end: match.end, value: [name, ...match.value.split(" ").slice(1)].join(" ") };
  },
  ({ kind }) => kind === "word",
);

/** «предписанием», «решением комиссии»: what sets the deadlines that it stands before. */
grammar.terminal<true>(
  "setter",
  (state, at) => {
    const end = state.tokens.findIndex(({ norm }, index) => index > at && norm.startsWith("срок"));
    return end < 0 || endOfWords(state, at, (token) => token === end) !== end ? state.fail(at) : { end, value: true };
  },
  ({ kind }) => kind === "word",
);

/** «графику», «отдельному плану учредителя»: a schedule that sets the deadline. */
const scheduled = grammar.terminal<string>(
  "scheduled",
  (state, at) => {
    const head = state.tokens
      .slice(at, at + 3)
      .findIndex(({ norm }) => /^(?:график|план|расписани|регламент|календар)/.test(norm));
    const match = head < 0 ? undefined : rest.match(state, at);
    return match ?? state.fail(at);
  },
  ({ kind }) => kind === "word",
);

/** Deadlines that another act sets: «в соответствии с порядком приема», «по графику учредителя», «в установленные сроки». */
export const externalRule = grammar.ambiguousRule<Interpretation>("external", [
  // в соответствии с порядком приема в ОО · согласно срокам, установленным приказом …
  {
    pattern: "[в] срок* [,] (согласно | в соответствии (с | со)) <rest>",
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  {
    pattern: `в порядке и срок* [,] ${set} <rest>`,
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  { pattern: "(на основании | по) <act>", action: (match) => plain({ external: match.one(act) }) },
  {
    pattern: "(в соответствии (с | со) | согласно) <rest>",
    action: (match) =>
      /^срок/i.test(match.one(rest)) ? undefined : plain({ external: nominativeAct(match.one(rest)) }),
  },
  {
    pattern: `(в соответствии со | согласно | в) (срок* | порядк*) [,] ${set} <rest>`,
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  {
    pattern: `в ${set} (срок* | порядк*) [,] [${set}] <rest>`,
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  // в установленные сроки · по отдельному графику
  // в установленные предписанием сроки
  {
    pattern: `в ${set} <setter> срок*`,
    action: (match) => plain({ external: match.state.words(match.from + 1, match.to) }),
  },
  { pattern: `в ${set} срок*`, action: () => plain({ external: "установленные сроки" }) },
  { pattern: `в ${set} порядк*`, action: () => plain({ external: "установленный порядок" }) },
  {
    pattern: "по согласованию [<rest>]",
    action: (match) => plain({ external: `согласование ${match.get(rest) ?? ""}`.trim() }),
  },
  { pattern: "по <scheduled>", action: (match) => plain({ external: nominativeAct(match.one(scheduled)) }) },
  { pattern: "по срокам другого акта : <rest>", action: (match) => plain({ external: match.one(rest) }) },
]);
