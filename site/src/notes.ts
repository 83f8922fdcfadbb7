import type { DueView } from "../../compiler/emit/site-dues.ts";
import type { RowView } from "../../compiler/emit/site-months.ts";
import type { Strings } from "./strings/strings.ts";

/** One remark beside a date; the safe day is strong. */
export interface Note {
  readonly text: string;
  readonly strong?: true;
  /** Said elsewhere on the paper as well: left out where room is short. */
  readonly elsewhere?: true;
}

/** What a day off means for a date. */
export function rollNotes(t: Strings, { planBy, rolled, rollSource, lastWorking }: DueView): Note[] {
  return [
    ...(planBy === null ? [] : [{ text: t.due.planBy(planBy.text), strong: true as const }]),
    ...(lastWorking === null ? [] : [{ text: t.due.lastWorking(lastWorking.text) }]),
    ...(rolled === null ? [] : [{ text: t.due.rolled(rolled.text, rollSource ?? "") }]),
  ];
}

/** The remarks of a row, in the order in which people ask: what for, from when, on which condition, by which day. */
export function rowNotes(t: Strings, { mark, due }: RowView, withRoll: boolean): Note[] {
  const texts = [
    due.subject === null ? null : t.quote(due.subject),
    mark === "start" ? t.due.until(due.day.date) : due.start === null ? null : t.due.since(due.start.date),
    due.latestStart && mark === "start" ? t.due.latestStart : null,
    due.conditional === null ? null : t.due.condition(due.conditional),
    due.endOf === null ? null : t.due.endOf(due.endOf),
    due.openEnd && due.endOf === null ? t.due.openEnd : null,
    due.beforeApproval ? t.due.beforeApproval : null,
  ].filter((text) => text !== null);
  const form = due.form !== null && mark === "due" ? [{ text: due.form, elsewhere: true as const }] : [];
  return [...form, ...texts.map((text) => ({ text })), ...(withRoll && mark === "due" ? rollNotes(t, due) : [])];
}
