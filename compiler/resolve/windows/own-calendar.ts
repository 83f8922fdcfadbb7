/** Whose working calendar a deadline is counted by: a state's own holidays, a branch abroad. */
import type { Deadline } from "../../generated/types.ts";
import type { Context } from "../context.ts";
import type { TraceStep } from "../model.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";

/** A calendar that is not the plan's, with the step that names it and whose it is. */
export interface OwnCalendar {
  readonly calendar: string;
  readonly step: TraceStep;
}

/**
 * Whether working days decide a rule by themselves; a named day is the same by every calendar. It is looked for in the whole rule as text:
 * a subject or a name that has the word counts too.
 */
const countsWorkingDays = (rule: Deadline): boolean => /working-day|days-off/.test(JSON.stringify(rule));

/**
 * Returns the calendar of an item, else the one that all its parties have; undefined where that is the plan's. Where the
 * parties' calendars differ, a rule of working days is reported: it has a date for each.
 */
export function ownCalendar(rule: Deadline, site: RuleSite, context: Context): OwnCalendar | undefined {
  if (!context.hasOwnCalendars) return undefined;
  const named = site.item.data.calendar;
  if (named !== undefined)
    return named === context.calendar.id
      ? undefined
      : { calendar: named, step: { step: "calendar", calendar: named, parties: [] } };
  const parties = rule.audience ?? context.responsibleFor(site.item);
  const found = parties.map((party) => context.partyCalendar(party));
  const calendars = [...new Set(found.map((each) => each?.calendar ?? context.calendar.id))];
  if (calendars.length > 1 && countsWorkingDays(rule))
    context.report({ code: "calendars-differ", values: { names: { list: calendars } }, span: siteSpan(site) });
  const [calendar] = calendars;
  if (calendars.length !== 1 || calendar === undefined || calendar === context.calendar.id) return undefined;
  const labels = found.flatMap((each) => (each === undefined ? [] : [each.label]));
  return { calendar, step: { step: "calendar", calendar, parties: labels } };
}
