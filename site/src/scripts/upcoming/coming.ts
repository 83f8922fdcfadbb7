import type { UpcomingDayData, UpcomingLineData } from "./data.ts";

/** Lines by day: a line with `after` stands under its day only once that earlier one has passed. */
interface Listed {
  readonly iso: string;
  readonly lines: readonly { readonly after?: string | null }[];
}

/** The days from a date on, each with the lines that stand under it on that date; a day without any is left out. */
export function comingFrom<Day extends Listed>(days: readonly Day[], date: string): Day[] {
  return days
    .filter(({ iso }) => iso >= date)
    .map((day) => ({ ...day, lines: day.lines.filter(({ after }) => (after ?? "") < date) }))
    .filter(({ lines }) => lines.length > 0);
}

/** The answer's day, and the line whose first item it is. */
export interface Answer {
  readonly day: UpcomingDayData;
  readonly line: UpcomingLineData;
}

/** The first line of the first day that comes; what comes every week gives way to everything else. */
export function answerOf(coming: readonly UpcomingDayData[]): Answer | undefined {
  const lines = coming.flatMap((day) => day.lines.map((line) => ({ day, line })));
  return lines.find(({ line }) => line.weekly !== true) ?? lines[0];
}

/** The days that come without what the answer has said already. */
export function besideAnswer(coming: readonly UpcomingDayData[], answer: Answer | undefined): UpcomingDayData[] {
  return coming
    .map((day) => ({
      ...day,
      lines: day.lines
        .map((line) => (line === answer?.line ? { ...line, items: line.items.slice(1) } : line))
        .filter(({ items }) => items.length > 0),
    }))
    .filter(({ lines }) => lines.length > 0);
}
