import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { allYear, eachOrAfter } from "../../sense/continuous.ts";
import { grammar } from "../grammar.ts";
import { unit } from "../words/calendar-words.ts";
import { workingWord } from "../words/lexicon.ts";
import { year } from "../words/years.ts";

const yearSaid = (match: GrammarMatch): Deadline => allYear(match.get(year), match.planYear);

/** The ways to say that something goes on all the time. */
const always = grammar.rule<Deadline>("always", [
  { pattern: "(during | throughout | in | over | all through) [the] [calendar | whole] year", action: yearSaid },
  {
    pattern: "(during | throughout | in | over | all through | for | calendar year) [the year] [all of] <year>",
    action: yearSaid,
  },
  {
    pattern:
      "(ongoing | continuous | continuously | permanent | permanently | constantly | at all times | all [the] year [round] | all [–] year [–] round | year [–] round | year [–] around | on (an ongoing | a continuous | a permanent | a rolling) basis)",
    action: () => ({ continuous: "all-year" }),
  },
  {
    pattern: `(daily | every [single] day | each day | (every | each) ${workingWord} day | on [all] ${workingWord} days | every weekday | on weekdays | on a daily basis)`,
    action: () => ({ continuous: "daily" }),
  },
]);

/** What goes on all the time, and “within a month”. */
export const continuousRule = grammar.ambiguousRule<Interpretation>("continuous", [
  { pattern: "<always>", action: (match) => plain(match.one(always)) },
  { pattern: "within (a | the | one) [calendar] <unit>", action: (match) => eachOrAfter(match.one(unit)) },
]);
