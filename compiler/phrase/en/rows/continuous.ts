import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { unnamed } from "../../names.ts";
import { grammar } from "../grammar.ts";
import { unit } from "../words/calendar-words.ts";
import { workingWord } from "../words/lexicon.ts";
import { year } from "../words/years.ts";

/** “within a month”: a month after something, or each month. */
function eachOrAfter(match: GrammarMatch): readonly Interpretation[] | undefined {
  const name = match.one(unit);
  const count = {
    week: { "calendar-days": 7 },
    month: { months: 1 },
    quarter: { months: 3 },
    "half-year": { months: 6 },
    year: undefined,
  }[name];
  return count === undefined
    ? undefined
    : [{ rule: { within: { ...count, after: unnamed } }, events: [""] }, ...plain({ every: name })];
}

function allYear(match: GrammarMatch): Deadline {
  const [y, planYear] = [match.get(year), match.state.context.year];
  return y === undefined || planYear === undefined || y === planYear
    ? { continuous: "all-year" }
    : { from: `${y}-01-01`, to: `${y}-12-31` };
}

/** The ways to say that something goes on all the time. */
const always = grammar.rule<Deadline>("always", [
  { pattern: "(during | throughout | in | over | all through) [the] [calendar | whole] year", action: allYear },
  {
    pattern: "(during | throughout | in | over | all through | for | calendar year) [the year] [all of] <year>",
    action: allYear,
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
  { pattern: "within (a | the | one) [calendar] <unit>", action: eachOrAfter },
]);
