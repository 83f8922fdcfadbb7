import type { Deadline } from "../../../generated/types.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { allYear, eachOrAfter } from "../../sense/continuous.ts";
import { grammar } from "../grammar.ts";
import { unit } from "../words/calendar-words.ts";
import { wholeYear } from "../words/years.ts";

const yearSaid = (match: GrammarMatch): Deadline => allYear(match.get(wholeYear), match.planYear);

/** The ways to say that something goes on all the time. */
const always = grammar.rule<Deadline>("always", [
  {
    pattern:
      "([в] течени* | на протяжении) [всего] [текущ* | календарн* | отчетн* | эт*] [календарн* | финансов*] года",
    action: yearSaid,
  },
  { pattern: "([в] течени* | на протяжении) [всего] <whole-year>", action: yearSaid },
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
  { pattern: "[в] течени* <unit>", action: (match) => eachOrAfter(match.one(unit)) },
]);
