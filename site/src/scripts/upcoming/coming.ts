import type { UpcomingDayData, UpcomingHead, UpcomingLineData } from "./data.ts";

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
function answerOf(coming: readonly UpcomingDayData[]): Answer | undefined {
  const lines = coming.flatMap((day) => day.lines.map((line) => ({ day, line })));
  return lines.find(({ line }) => line.weekly !== true) ?? lines[0];
}

/** The days that come without what the answer has said already. */
function besideAnswer(coming: readonly UpcomingDayData[], answer: Answer | undefined): UpcomingDayData[] {
  return coming
    .map((day) => ({
      ...day,
      lines: day.lines
        .map((line) => (line === answer?.line ? { ...line, items: line.items.slice(1) } : line))
        .filter(({ items }) => items.length > 0),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** What a page shows on a date: the answer, and the days that come beside it. */
export interface Next {
  readonly answer: Answer | undefined;
  readonly beside: readonly UpcomingDayData[];
}

const daysBeside = 3;

/** What is next on a date among days in order. */
export function nextOf(days: readonly UpcomingDayData[], date: string): Next {
  const coming = comingFrom(days, date);
  const answer = answerOf(coming);
  return { answer, beside: besideAnswer(coming, answer).slice(0, daysBeside) };
}

/** Whether days that follow change nothing: they are listed behind those that are known, and are the answer only in the place of what comes every week. */
const isSettled = ({ answer, beside }: Next): boolean =>
  answer !== undefined && answer.line.weekly !== true && beside.length === daysBeside;

/**
 * What is next on a date, from as few parts of the days as tell it: the one that the date falls into, and those after it one by one.
 * Undefined where a part does not come.
 */
export async function nextOn(
  { parts, last }: Pick<UpcomingHead, "parts" | "last">,
  date: string,
  load: (part: string) => Promise<readonly UpcomingDayData[] | undefined>,
): Promise<Next | undefined> {
  const from =
    date > last
      ? parts.length
      : Math.max(
          0,
          parts.findLastIndex((part) => part <= date),
        );
  let days: readonly UpcomingDayData[] = [];
  let next = nextOf(days, date);
  for (const part of parts.slice(from)) {
    if (isSettled(next)) break;
    const more = await load(part);
    if (more === undefined) return undefined;
    days = [...days, ...more];
    next = nextOf(days, date);
  }
  return next;
}
