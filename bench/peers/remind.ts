import { civilOf, dayOf, daysInMonth, isoDate, weekdayOf, type Day } from "../../compiler/calendar/day.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";

/**
 * What Remind cannot say: windows (a trigger is a day), open starts, audiences and parties, two dates of one end on a day
 * off, chains between items, a state of waiting, feeds, a derivation, and errors beyond syntax. It is handed the ends of
 * windows; what recurs it computes itself, working days too.
 */
export const remindCannot =
  "windows, open starts, parties, chains, both dates of an end on a day off, waiting, feeds, traces, checks of references";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dateOf = (day: Day): string => {
  const { year, month, day: date } = civilOf(day);
  return `${date} ${months[month - 1]} ${year}`;
};

/** A text as the body of a message: Remind reads `%` and `[` in it. */
const message = (text: string): string => `MSG ${text.replace(/[%[\]\s]+/g, " ").slice(0, 200)}`;

const lastOfMonth = (day: Day): boolean => civilOf(day + 1).day === 1;
const consecutive = (days: readonly Day[], months: number): boolean =>
  days.every((day, index) => index === 0 || monthOf(day) - monthOf(days[index - 1]!) === months);
const monthOf = (day: Day): number => civilOf(day).year * 12 + civilOf(day).month;

/** The one trigger by which Remind itself finds days that recur; undefined where it has to be told each of them. */
function recurring(days: readonly Day[], { calendar }: ResolvedPlan): string | undefined {
  const bounds = `FROM ${isoDate(days[0]!)} UNTIL ${isoDate(days.at(-1)!)}`;
  if (days.length < 4) return undefined;
  if (days.every((day, index) => weekdayOf(day) === 7 && (index === 0 || day - days[index - 1]! === 7)))
    return `Sun ${bounds}`;
  if (days.every(lastOfMonth))
    return consecutive(days, 1)
      ? `1 --1 ${bounds}`
      : consecutive(days, 3)
        ? `1 --1 ${bounds} SATISFY [monnum($T) % 3 == 0]`
        : undefined;
  if (days.every((day) => civilOf(day).day === 1))
    return consecutive(days, 1)
      ? `1 ${bounds}`
      : consecutive(days, 3)
        ? `1 ${bounds} SATISFY [monnum($T) % 3 == 1]`
        : undefined;
  const lastWorking = (day: Day): boolean => calendar.previousWorking(monthEnd(day)) === day;
  return days.every(lastWorking) && consecutive(days, 1) ? `1 -1 ${bounds}` : undefined;
}

function monthEnd(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, daysInMonth(year, month));
}

/** As few triggers as give the days; the last of them may be cut off by the end of the year. */
function triggers(days: readonly Day[], plan: ResolvedPlan): string[] {
  const whole = recurring(days, plan);
  if (whole !== undefined) return [whole];
  const most = recurring(days.slice(0, -1), plan);
  return most === undefined ? days.map(dateOf) : [most, dateOf(days.at(-1)!)];
}

/** The plan as a Remind script: the days off as OMITs, a REM line for each day or recurrence. */
export function remindScript(plan: ResolvedPlan): string {
  const lines: string[] = [];
  for (let day = plan.bounds.from; day <= plan.bounds.to; day++)
    if (!plan.calendar.isWorking(day)) lines.push(`OMIT ${dateOf(day)}`);
  const byCell = Map.groupBy(plan.dueWindows, ({ item, kind }) => `${item} ${kind}`);
  for (const dueWindows of byCell.values()) {
    const { item: id, kind, wording } = dueWindows[0]!;
    const item = plan.byId.get(id)!;
    const days = dueWindows.map(({ window }) => window.end);
    const text = message(`${id} ${kind}: ${item.source.data.short ?? item.source.data.activity} (${wording})`);
    lines.push(...triggers(days, plan).map((when) => `REM ${when} ${text}`));
  }
  return `${lines.join("\n")}\n`;
}
