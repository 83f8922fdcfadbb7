/** “for Q1 – by 30 April”: what is reported on, and by which day. */
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { reportOn, reportUpTo, withReport as withReportOn, type Reported } from "../../sense/reports.ts";
import { grammar } from "../grammar.ts";
import { monthSpans } from "./days/months.ts";

export const reported = grammar.rule<Reported>("reported", [
  {
    pattern: "for [the] <month-spans>",
    action: (match) => reportOn(match.one(monthSpans), match),
  },
  { pattern: "for the [whole | reporting | calendar] year", action: (match) => reportUpTo(match, 12) },
]);

/** Deadlines with what is reported on by them. */
export const withReport = (readings: readonly Interpretation[], match: GrammarMatch): readonly Interpretation[] =>
  withReportOn(readings, match.one(reported), match.planYear);
