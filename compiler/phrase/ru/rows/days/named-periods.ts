import { grammar } from "../../grammar.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import type { NamedEntity } from "../../../names.ts";
import { matchNamedPeriod } from "../../../sense/named-period.ts";
import { entitiesMeant, finder, particles, stems } from "../../words/stems.ts";
import { ordinal } from "../../words/numbers.ts";

/** «приемной кампании», «учебного года»: the periods that the longest run of words from here can mean. */
export const namedPeriod = grammar.terminal<readonly NamedEntity[]>(
  "named-period",
  matchNamedPeriod({ stems, particles, finder }),
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
