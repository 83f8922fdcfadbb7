import { meant, particles, stems, stemsOf, type Named } from "./names.ts";
import { type Found, rule, terminal } from "./grammar.ts";
import type { Match, Reader } from "./symbol.ts";
import { ordinal } from "./terminals.ts";

/** No title of a period is longer. */
const longestTitle = 14;

/** «приемной кампании», «учебного года»: the periods that the longest run of words from here can mean. */
export const named = terminal<readonly Named[]>("named", (parser: Reader, at: number): Match<readonly Named[]> | undefined => {
  const first = parser.tokens[at]?.norm ?? "";
  const [stem] = stems(first);
  const { periods } = parser.setting.names;
  if (stem !== undefined && !periods.some((period) => stemsOf(period).includes(stem))) return parser.fail(at);
  let last = at;
  while (last < parser.tokens.length && last - at < longestTitle && ["word", "roman"].includes(parser.tokens[last]!.kind)) last += 1;
  for (let end = last; end > at; end--) {
    if (stems(parser.tokens[end - 1]!.norm).length === 0) continue;
    const words = stems(parser.words(at, end));
    // One word names a period only when it is the whole title: «года» is not the school year.
    const between = parser.tokens.slice(at, end).map(({ norm }) => norm).filter((norm) => particles.has(norm));
    const found = meant(parser.words(at, end), periods, parser.setting.loosely)
      .filter((period) => (words.length > 1 || stemsOf(period).length === 1) && between.every((particle) => period.title.toLowerCase().split(" ").includes(particle)));
    if (found.length > 0) return { end, value: found };
  }
  return parser.fail(at);
}, ({ kind }) => kind === "word" || kind === "roman");

/** «I полугодие учебного года», «первое учебное полугодие»: a half of the school year, by the title of its period. */
export const schoolHalf = rule<readonly Named[]>("school-half", [
  { pattern: "<ordinal> (полугоди* [текущ* | данн*] учебн* года | учебн* полугоди*)", means: halfOfSchoolYear },
]);

function halfOfSchoolYear(found: Found): readonly Named[] | undefined {
  const title = ["первое", "второе"][found.one(ordinal) - 1];
  const periods = title === undefined ? [] : meant(`${title} полугодие учебного года`, found.parser.setting.names.periods);
  return periods.length === 0 ? undefined : periods;
}
