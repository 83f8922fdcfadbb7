/** «за I квартал – до 15 апреля», «до 20 января – за год»: what is reported on, and by which day. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Deadline } from "../../../generated/types.ts";
import type { Interpretation } from "../../interpretation.ts";
import { monthSpans } from "./months.ts";
import { number } from "../words/numbers.ts";

/** What is reported on: its words, the last month of it, and its year where the words say one. */
export interface Reported {
  readonly words: string;
  readonly month: number;
  readonly year: number | undefined;
  /** Whether it is named («I квартал»), not counted («9 месяцев»): then «за … до …» is no count back from a day. */
  readonly named: boolean;
}

const about = "(за | по (итогам | результатам))";

export const reported = grammar.rule<Reported>("reported", [
  {
    pattern: `${about} <month-spans>`,
    action: (match) => {
      const last = match.one(monthSpans).at(-1)!;
      return said(match, last.last, last.lastYear, true);
    },
  },
  { pattern: `${about} [перв*] <number> месяц*`, action: (match) => monthsOf(match) },
  { pattern: `${about} [весь | отчетн* | календарн*] (год | года)`, action: (match) => said(match, 12, undefined) },
]);

const said = ({ state, from, to }: GrammarMatch, month: number, year: number | undefined, named = false): Reported => ({
  words: state.words(from, to),
  month,
  year,
  named,
});

/** «за 9 месяцев»: from the beginning of the year. */
function monthsOf(match: GrammarMatch): Reported | undefined {
  const count = match.one(number);
  return count > 1 && count < 12 ? said(match, count, undefined) : undefined;
}

const dayOfYear = /^(\d\d)-\d\d$/;

/** The rules of a report: a day that comes before the end of what is reported on may be one of the next year. */
function dueIn(rule: Deadline, { month, year }: Reported, planYear: number | undefined): readonly Deadline[] {
  const due = typeof rule.until === "string" ? rule.until : typeof rule.on === "string" ? rule.on : undefined;
  const day = dayOfYear.exec(due ?? "");
  const isOfPlan = year === undefined || year === planYear;
  if (day === null || !isOfPlan || planYear === undefined || Number(day[1]) > month) return [rule];
  const { until, on, ...more } = rule;
  const next = `${planYear + 1}-${due}`;
  return [
    rule,
    { ...(until === undefined ? {} : { until: next }), ...(on === undefined ? {} : { on: next }), ...more },
  ];
}

/** Deadlines with what is reported on by them. */
export function withReport(readings: readonly Interpretation[], match: GrammarMatch): readonly Interpretation[] {
  const report = match.one(reported);
  return readings.flatMap((reading) =>
    dueIn(reading.rule, report, match.state.context.year).map((rule) => ({
      ...reading,
      rule: { ...rule, subject: report.words },
    })),
  );
}

/** Whether «за 9 месяцев до 15 октября» may be a report: its day lies in the month after what it is about. */
export const isDueNext = ({ rule }: Interpretation, { month }: Reported): boolean =>
  typeof rule.until === "string" && Number(rule.until.slice(-5, -3)) === month + 1;
