import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { unnamed } from "../../names.ts";
import { grammar } from "../grammar.ts";
import { unit } from "../words/calendar-words.ts";
import { wholeYear } from "../words/years.ts";

/** «в течение месяца»: a month after something, or each month. */
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
  const [y, planYear] = [match.get(wholeYear), match.state.context.year];
  return y === undefined || planYear === undefined || y === planYear
    ? { continuous: "all-year" }
    : { from: `${y}-01-01`, to: `${y}-12-31` };
}

/** The ways to say that something goes on all the time. */
const always = grammar.rule<Deadline>("always", [
  {
    pattern:
      "([в] течени* | на протяжении) [всего] [текущ* | календарн* | отчетн* | эт*] [календарн* | финансов*] года",
    action: allYear,
  },
  { pattern: "([в] течени* | на протяжении) [всего] <whole-year>", action: allYear },
  {
    pattern:
      "(весь [календарн*] год | круглый год | круглогодичн* | круглогодично | постоянн* | непрерывн* | бессрочн* | на постоянной основе | в постоянном режиме)",
    action: () => ({ continuous: "all-year" }),
  },
  {
    pattern:
      "(ежедневн* [по рабочим дням | [,] (кроме | за исключением) (выходных [и праздничных] [дней] | субботы и воскресенья)] | кажд* [рабочий] день | по рабочим дням | в рабочие дни | в ежедневном режиме | на ежедневной основе)",
    action: () => ({ continuous: "daily" }),
  },
]);

/** What goes on all the time, and «в течение месяца». */
export const continuousRule = grammar.ambiguousRule<Interpretation>("continuous", [
  {
    pattern: `<always> {[,] <always> | "(" <always> ")"} [[,] (по мере | при) <event>]`,
    action: (match) => plain(match.all(always).find((state) => state.continuous === "daily") ?? match.one(always)),
  },
  { pattern: "[в] течени* <unit>", action: eachOrAfter },
]);
