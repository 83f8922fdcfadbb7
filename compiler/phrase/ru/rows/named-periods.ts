import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { NamedEntity } from "../../names.ts";
import { entitiesMeant, particles, stems, stemsOf } from "../words/stems.ts";
import type { ParseState } from "../../engine/symbol.ts";
import { ordinal } from "../words/numbers.ts";

/** More words than any title of a period has. */
const longestTitle = 14;

/** The token after the last one, from `at` on, that can belong to the title of some period. */
function reachOf(
  {
    tokens,
    context: {
      names: { periods },
    },
  }: ParseState,
  at: number,
): number {
  const most = Math.max(0, ...periods.map((period) => stemsOf(period).length));
  let [last, count] = [at, 0];
  while (last < tokens.length && last - at < longestTitle && ["word", "roman"].includes(tokens[last]!.kind)) {
    const [stem] = stems(tokens[last]!.norm);
    if (stem !== undefined && !periods.some((period) => stemsOf(period).includes(stem))) break;
    count += stem === undefined ? 0 : 1;
    if (count > most) break;
    last += 1;
  }
  return last;
}

/** The periods that a run of words can mean; one word means a period only when it is its whole title, so «года» is not the school year. */
function periodsMeant(state: ParseState, at: number, end: number): readonly NamedEntity[] {
  const words = state.tokens
    .slice(at, end)
    .map(({ norm }) => norm)
    .join(" ");
  const count = stems(words).length;
  const between = state.tokens
    .slice(at, end)
    .map(({ norm }) => norm)
    .filter((norm) => particles.has(norm));
  return entitiesMeant(words, state.context.names.periods, state.context.loosely).filter(
    (period) =>
      (count > 1 || stemsOf(period).length === 1) &&
      between.every((particle) => period.title.toLowerCase().split(" ").includes(particle)),
  );
}

/** «приемной кампании», «учебного года»: the periods that the longest run of words from here can mean. */
export const namedPeriod = grammar.terminal<readonly NamedEntity[]>(
  "named-period",
  (state, at) =>
    state.memoize(periodsMeant, at, () => {
      for (let end = reachOf(state, at); end > at; end--) {
        if (stems(state.tokens[end - 1]!.norm).length === 0) continue;
        const match = periodsMeant(state, at, end);
        if (match.length > 0) return { end, value: match };
      }
      return state.fail(at);
    }),
  ({ kind }) => kind === "word" || kind === "roman",
);

/** «I полугодие учебного года», «первое учебное полугодие»: a half of the school year, by the title of its period. */
export const schoolHalf = grammar.rule<readonly NamedEntity[]>("school-half", [
  { pattern: "<ordinal> (полугоди* [текущ* | данн*] учебн* года | учебн* полугоди*)", action: halfOfSchoolYear },
]);

function halfOfSchoolYear(match: GrammarMatch): readonly NamedEntity[] | undefined {
  const title = ["первое", "второе"][match.one(ordinal) - 1];
  const periods =
    title === undefined ? [] : entitiesMeant(`${title} полугодие учебного года`, match.state.context.names.periods);
  return periods.length === 0 ? undefined : periods;
}
