import type { Deadline } from "../../generated/types.ts";
import type { GrammarMatch } from "../engine/match.ts";
import type { Interpretation } from "../interpretation.ts";
import type { MonthSpan } from "./month-spans.ts";

/** What is reported on: its words, the last month of it, and its year where the words say one. */
export interface Reported {
  readonly words: string;
  readonly month: number;
  readonly year: number | undefined;
  /** Whether it is named («I квартал»), not counted («9 месяцев»): then «за … до …» is no count back from a day. */
  readonly named: boolean;
}

/** A report on the year up to a month, in the words of a match. */
export const reportUpTo = ({ state, from, to }: GrammarMatch, month: number): Reported => ({
  words: state.words(from, to),
  month,
  year: undefined,
  named: false,
});

/** A report on months that are named, in the words of a match. */
export function reportOn(spans: readonly MonthSpan[], match: GrammarMatch): Reported {
  const { last, lastYear } = spans.at(-1)!;
  return { ...reportUpTo(match, last), year: lastYear, named: true };
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
export const withReport = (
  readings: readonly Interpretation[],
  report: Reported,
  planYear: number | undefined,
): readonly Interpretation[] =>
  readings.flatMap((reading) =>
    dueIn(reading.rule, report, planYear).map((rule) => ({ ...reading, rule: { ...rule, subject: report.words } })),
  );

/** Whether «за 9 месяцев до 15 октября» may be a report: its day lies in the month after what it is about. */
export const isDueNext = ({ rule }: Interpretation, { month }: Reported): boolean =>
  typeof rule.until === "string" && Number(rule.until.slice(-5, -3)) === month + 1;
