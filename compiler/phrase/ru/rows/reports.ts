/** «за I квартал – до 15 апреля», «до 20 января – за год»: what is reported on, and by which day. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { reportOn, reportUpTo, withReport as withReportOn, type Reported } from "../../sense/reports.ts";
import { monthSpans } from "./days/months.ts";
import { number } from "../words/numbers.ts";

const about = "(за | по (итогам | результатам))";

export const reported = grammar.rule<Reported>("reported", [
  {
    pattern: `${about} <month-spans>`,
    action: (match) => reportOn(match.one(monthSpans), match),
  },
  { pattern: `${about} [перв*] <number> месяц*`, action: (match) => monthsOf(match) },
  { pattern: `${about} [весь | отчетн* | календарн*] (год | года)`, action: (match) => reportUpTo(match, 12) },
]);

/** «за 9 месяцев»: from the beginning of the year. */
function monthsOf(match: GrammarMatch): Reported | undefined {
  const count = match.one(number);
  return count > 1 && count < 12 ? reportUpTo(match, count) : undefined;
}

/** Deadlines with what is reported on by them. */
export const withReport = (readings: readonly Interpretation[], match: GrammarMatch): readonly Interpretation[] =>
  withReportOn(readings, match.one(reported), match.planYear);
