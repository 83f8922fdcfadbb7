import { grammar } from "../grammar.ts";
import { numberPrefixes } from "./lexicon.ts";

/** A length of time. */
export interface TermLength {
  readonly count: number;
  readonly unit: "days" | "weeks" | "months";
}

const adjectives: readonly { readonly stem: RegExp; readonly unit: TermLength["unit"]; readonly times: number }[] = [
  { stem: /дневн(?:ый|ого|ому|ым|ом)$/, unit: "days", times: 1 },
  { stem: /недельн(?:ый|ого|ому|ым|ом)$/, unit: "weeks", times: 1 },
  { stem: /(?:месячн|мес)(?:ый|ого|ому|ым|ом)$/, unit: "months", times: 1 },
  { stem: /квартальн(?:ый|ого|ому|ым|ом)$/, unit: "months", times: 3 },
  { stem: /полугод(?:ов|ичн)(?:ой|ый|ого|ому|ым|ом)$/, unit: "months", times: 6 },
  { stem: /(?:годичн|годов)(?:ый|ой|ого|ому|ым|ом)$/, unit: "months", times: 12 },
];

/** «десятидневный», «10-дневный», «месячный» before «срок». */
export const adjectival = grammar.terminal<TermLength>(
  "adjectival",
  (state, at) => {
    const figure = state.tokens[at]?.kind === "number" ? state.tokens[at].value : undefined;
    const end = figure === undefined ? at : at + 1;
    const { kind, norm = "" } = state.tokens[end] ?? {};
    if (kind !== "word") return state.fail(end);
    for (const { stem, unit, times } of adjectives) {
      const match = stem.exec(norm);
      if (match === null) continue;
      const prefix = norm.slice(0, match.index);
      const n = figure ?? numberPrefixes.find(([word]) => word === prefix)?.[1];
      if (n === undefined || (figure !== undefined && prefix !== "")) return state.fail(end);
      return { end: end + 1, value: { count: n * times, unit } };
    }
    return state.fail(end);
  },
  ({ kind }) => kind === "number" || kind === "word",
);
