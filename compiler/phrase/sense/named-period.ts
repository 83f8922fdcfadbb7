import type { GrammarSymbol, ParseState, SymbolMatch } from "../engine/symbol.ts";
import { plain, type Interpretation } from "../interpretation.ts";
import type { NamedEntity } from "../names.ts";
import type { EntityFinder } from "./entities.ts";
import { periodBounds } from "./modifiers.ts";

/** What the periods of a plan are recognised with. */
interface Words {
  readonly stems: (text: string) => string[];
  /** Words that join others and name nothing. */
  readonly particles: ReadonlySet<string>;
  readonly finder: EntityFinder;
}

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
  { stems, finder: { stemsOf } }: Words,
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
function periodsMeant(
  state: ParseState,
  at: number,
  end: number,
  { stems, particles, finder: { stemsOf, entitiesMeant } }: Words,
): readonly NamedEntity[] {
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

/** Matches «приемной кампании», «учебного года»: the periods that the longest run of words from a token can mean. */
export function matchNamedPeriod(words: Words): GrammarSymbol<readonly NamedEntity[]>["match"] {
  const match = (state: ParseState, at: number): SymbolMatch<readonly NamedEntity[]> | undefined =>
    state.memoize(match, at, () => {
      for (let end = reachOf(state, at, words); end > at; end--) {
        if (words.stems(state.tokens[end - 1]!.norm).length === 0) continue;
        const found = periodsMeant(state, at, end, words);
        if (found.length > 0) return { end, value: found };
      }
      return state.fail(at);
    });
  return match;
}

/** Each of the periods that words can mean, as a deadline. */
export const periodRules = (meant: readonly NamedEntity[]): readonly Interpretation[] =>
  plain(...periodBounds(meant).map((period) => ({ period })));

/** The repeating one of the periods that words can mean. */
export const repeatingOf = (meant: readonly NamedEntity[]): string | undefined =>
  meant.find(({ every }) => every !== undefined)?.id;
