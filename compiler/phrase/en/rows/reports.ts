/** “for Q1 – by 30 April”: what is reported on, and by which day. */
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { withReport as withReportOn, type Reported } from "../../sense/reports.ts";
import { grammar } from "../grammar.ts";
import { monthSpans } from "./days/months.ts";

const said = ({ state, from, to }: GrammarMatch, month: number, year: number | undefined, named = false): Reported => ({
  words: state.words(from, to),
  month,
  year,
  named,
});

export const reported = grammar.rule<Reported>("reported", [
  {
    pattern: "for [the] <month-spans>",
    action: (match) => {
      const last = match.one(monthSpans).at(-1)!;
      return said(match, last.last, last.lastYear, true);
    },
  },
  { pattern: "for the [whole | reporting | calendar] year", action: (match) => said(match, 12, undefined) },
]);

/** Deadlines with what is reported on by them. */
export const withReport = (readings: readonly Interpretation[], match: GrammarMatch): readonly Interpretation[] =>
  withReportOn(readings, match.one(reported), match.planYear);
