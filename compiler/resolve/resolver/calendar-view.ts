import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import type { Context } from "../context.ts";

/** A context whose working days are those of another calendar; all else is the plan's. */
export const calendarView = (context: Context, calendar: WorkingCalendar): Context => ({
  bounds: context.bounds,
  zone: context.zone,
  calendar,
  hasOwnCalendars: context.hasOwnCalendars,
  rules: context.rules,
  limits: context.limits,
  rows: context.rows,
  tried: context.tried,
  report: context.report,
  log: context.log,
  budget: context.budget,
  partyCalendar: (party) => context.partyCalendar(party),
  responsibleFor: (item) => context.responsibleFor(item),
  withCalendar: (name) => context.withCalendar(name),
  deadlineOf: (item, from, at) => context.deadlineOf(item, from, at),
  reportNothingDated: (item, deadline, at) => context.reportNothingDated(item, deadline, at),
  parentOf: (item) => context.parentOf(item),
  intervalsOf: (period) => context.intervalsOf(period),
  form: (name) => context.form(name),
  memoized: (key, site, find) => context.memoized(key, site, find),
  orReport: (answer, site) => context.log.orReport(answer, calendar, site),
});
