import type { LanguageCode } from "../locale/languages.ts";
import type { RuleSet } from "../calendar/rule-set.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { CalendarFile, RuleSetFile } from "../generated/types.ts";
import { spanOf, type Located } from "../load/yaml/parsed-yaml.ts";
import type { Series, Workspace } from "../load/workspace.ts";
import { nearest } from "../source/nearest.ts";
import { readCalendar } from "./calendars.ts";

/** What a series counts by: its working calendar and its rule set. */
export interface Policy {
  readonly calendar: WorkingCalendar;
  readonly rules: RuleSet;
  /** The calendars that parties and items have of their own, by name; not given where there are none. */
  readonly ownCalendars?: ReadonlyMap<string, WorkingCalendar> | undefined;
  /** The files that these come from: a browser has none. */
  readonly files?: PolicyFiles | undefined;
}

/** The files of a working calendar, one a year, of those of parties and items, and of a rule set. */
export interface PolicyFiles {
  readonly calendars: readonly Located<CalendarFile>[];
  readonly ownCalendars: readonly Located<CalendarFile>[];
  readonly rules: Located<RuleSetFile>;
}

/** A point of a rule set without law names no source. */
const sourced = <P extends { readonly source?: string }>(point: P): P & { readonly source: string } => ({
  ...point,
  source: point.source ?? "",
});

/** A rule set as its file has it, with its title in the language of the plan. */
function ruleSetOf({ titles, ...data }: RuleSetFile, language: LanguageCode): RuleSet {
  const { "minimum-working-days": minimum } = data;
  const roll = Object.fromEntries(
    Object.entries(data.roll).map(([name, point]) => [name, sourced(point)]),
  ) as RuleSet["roll"];
  return {
    ...data,
    title: titles?.[language] ?? data.title,
    "event-day": sourced(data["event-day"]),
    "until-day": sourced(data["until-day"]),
    ...(minimum === undefined ? {} : { "minimum-working-days": sourced(minimum) }),
    chain: sourced(data.chain),
    "day-ends": sourced(data["day-ends"]),
    roll,
  };
}

/** The calendars that parties and items name for themselves; one that is not there is reported. */
function ownCalendarsOf(
  series: Series,
  workspace: Workspace,
  known: Map<string, WorkingCalendar>,
  report: Report,
): ReadonlyMap<string, WorkingCalendar> | undefined {
  const rows: readonly Located<{ readonly calendar?: string }>[] = [
    ...series.parties,
    ...series.plans.flatMap(({ items }) => items),
  ];
  const found = new Map<string, WorkingCalendar>();
  for (const { data, origin } of rows) {
    const { calendar: name } = data;
    if (name === undefined || found.has(name)) continue;
    const files = workspace.calendars.get(name);
    if (files === undefined) {
      const suggestion = nearest(name, workspace.calendars.keys());
      report({
        code: "unknown-calendar",
        values: { name, suggestion },
        span: spanOf(origin, ["calendar"]),
      });
      continue;
    }
    const calendar = known.get(name) ?? readCalendar(name, files, report);
    known.set(name, calendar);
    found.set(name, calendar);
  }
  return found.size === 0 ? undefined : found;
}

/** Returns the calendar and rule set that a series names; undefined, and reported, where there is none. */
export function findPolicy(
  series: Series,
  workspace: Workspace,
  calendars: Map<string, WorkingCalendar>,
  report: Report,
): Policy | undefined {
  const { calendar: calendarName, rules: rulesName } = series.data;
  const unknown = (
    code: "unknown-calendar" | "unknown-rules",
    name: string,
    names: Iterable<string>,
    key: string,
  ): void => {
    const suggestion = nearest(name, names);
    report({
      code,
      values: { name, suggestion },
      span: spanOf(series.origin, [key]),
    });
  };
  // A series that could not be read has been reported.
  if (calendarName === "" || rulesName === "") return undefined;
  const files = workspace.calendars.get(calendarName);
  const rules = workspace.ruleSets.get(rulesName);
  if (files === undefined) unknown("unknown-calendar", calendarName, workspace.calendars.keys(), "calendar");
  if (rules === undefined) unknown("unknown-rules", rulesName, workspace.ruleSets.keys(), "rules");
  if (files === undefined || rules === undefined) return undefined;
  const calendar = calendars.get(calendarName) ?? readCalendar(calendarName, files, report);
  calendars.set(calendarName, calendar);
  const ownCalendars = ownCalendarsOf(series, workspace, calendars, report);
  return {
    calendar,
    rules: ruleSetOf(rules.data, series.data.language),
    ownCalendars,
    files: {
      calendars: files,
      ownCalendars: [...(ownCalendars?.keys() ?? [])]
        .filter((name) => name !== calendarName)
        .flatMap((name) => workspace.calendars.get(name) ?? []),
      rules,
    },
  };
}
