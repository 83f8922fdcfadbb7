import { memoizeByObjectAndKey } from "../../../compiler/source/memoize.ts";
import type { DayView } from "../../../compiler/views/days.ts";
import type { DueView } from "../../../compiler/views/dues.ts";
import type { MonthLine } from "../../../compiler/views/year/months.ts";
import type { Strings } from "../i18n/strings.ts";

/** One remark beside a date; the safe day is strong. */
export interface Note {
  readonly text: string;
  readonly strong?: true;
  /** Of a time: its instant, and the zone that it is told in. */
  readonly instant?: DayView["instant"];
  /** Said elsewhere on the paper as well: left out where room is short. */
  readonly elsewhere?: true;
}

/** The same windows stand on many pages: what is said of one is said once. */
function oncePerDue<T>(make: (t: Strings, due: DueView) => T): (t: Strings, due: DueView) => T {
  const noted = memoizeByObjectAndKey((due: DueView, t: Strings) => make(t, due));
  return (t, due) => noted(due, t);
}

/** The working day that rules move a date to. */
const rolledNotes = ({ due: t }: Strings, { rolled, rollSource }: DueView): readonly Note[] =>
  rolled === null ? [] : [{ text: t.rolled(rolled.text, rollSource ?? "") }];

/** What a day off means for a date. */
export const rollNotes = oncePerDue((t, due): readonly Note[] => [
  ...(due.planBy === null ? [] : [{ text: t.due.planBy(due.planBy.text), strong: true as const }]),
  ...(due.lastWorking === null ? [] : [{ text: t.due.lastWorking(due.lastWorking.text) }]),
  ...rolledNotes(t, due),
]);

function remarks(t: Strings, due: DueView, mark: MonthLine["mark"]): readonly Note[] {
  const start = mark === "start";
  const time = due.time === null || start ? [] : [{ text: due.time, strong: true as const, instant: due.day.instant }];
  const texts = [
    due.subject === null ? null : t.quote(due.subject),
    start ? t.due.until(due.day.date) : due.start === null ? null : t.due.since(due.start.date),
    due.latestStart && start ? t.due.latestStart : null,
    due.conditional === null ? null : t.due.condition(due.conditional),
    due.endOf === null ? null : t.due.endOf(due.endOf),
    due.openEnd && due.endOf === null ? t.due.openEnd : null,
    due.beforeApproval ? t.due.beforeApproval : null,
  ];
  const form = due.form !== null && !start ? [{ text: due.form, elsewhere: true as const }] : [];
  return [...time, ...form, ...texts.flatMap((text) => (text === null ? [] : [{ text }]))];
}

const startNotes = oncePerDue((t, due) => remarks(t, due, "start"));
const dueNotes = oncePerDue((t, due) => remarks(t, due, "due"));
const dueNotesWithRoll = oncePerDue((t, due): readonly Note[] => [...dueNotes(t, due), ...rollNotes(t, due)]);

/** The remarks of a row, in the order in which people ask: what for, from when, on which condition, by which day. */
export function rowNotes(t: Strings, { mark, due }: MonthLine, withRoll: boolean): readonly Note[] {
  return mark === "start" ? startNotes(t, due) : withRoll ? dueNotesWithRoll(t, due) : dueNotes(t, due);
}

/** The remarks beside the day that is safe to plan by: it needs no warning of itself. */
export const safeDayNotes = (t: Strings, due: DueView): readonly Note[] => [
  ...dueNotes(t, due),
  ...rolledNotes(t, due),
];
