import { meant, particles, stems, stemsOf, type Named } from "../names.ts";
import { type Found, rule, terminal } from "../engine/grammar.ts";
import type { Reader } from "../engine/symbol.ts";
import { ordinal } from "./terminals.ts";

/** No title of a period is longer. */
const longestTitle = 14;

/** The token after the last one from here that can belong to the title of some period, whatever stands between. */
function reachOf(
  {
    tokens,
    setting: {
      names: { periods },
    },
  }: Reader,
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

/** The periods that a run of words can mean. One word names a period only when it is the whole title: «года» is not the school year. */
function periodsMeant(parser: Reader, at: number, end: number): readonly Named[] {
  const words = parser.words(at, end);
  const count = stems(words).length;
  const between = parser.tokens
    .slice(at, end)
    .map(({ norm }) => norm)
    .filter((norm) => particles.has(norm));
  return meant(words, parser.setting.names.periods, parser.setting.loosely).filter(
    (period) =>
      (count > 1 || stemsOf(period).length === 1) &&
      between.every((particle) => period.title.toLowerCase().split(" ").includes(particle)),
  );
}

/** «приемной кампании», «учебного года»: the periods that the longest run of words from here can mean. */
export const named = terminal<readonly Named[]>(
  "named",
  (parser, at) =>
    parser.remember(periodsMeant, at, () => {
      for (let end = reachOf(parser, at); end > at; end--) {
        if (stems(parser.tokens[end - 1]!.norm).length === 0) continue;
        const found = periodsMeant(parser, at, end);
        if (found.length > 0) return { end, value: found };
      }
      return parser.fail(at);
    }),
  ({ kind }) => kind === "word" || kind === "roman",
);

/** «I полугодие учебного года», «первое учебное полугодие»: a half of the school year, by the title of its period. */
export const schoolHalf = rule<readonly Named[]>("school-half", [
  { pattern: "<ordinal> (полугоди* [текущ* | данн*] учебн* года | учебн* полугоди*)", means: halfOfSchoolYear },
]);

function halfOfSchoolYear(found: Found): readonly Named[] | undefined {
  const title = ["первое", "второе"][found.one(ordinal) - 1];
  const periods =
    title === undefined ? [] : meant(`${title} полугодие учебного года`, found.parser.setting.names.periods);
  return periods.length === 0 ? undefined : periods;
}
