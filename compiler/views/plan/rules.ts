import { dayOf, daysInMonth, parseDate } from "../../calendar/day.ts";
import type { RollClass, RollMode } from "../../calendar/rule-set.ts";
import type { Source } from "../../generated/types.ts";
import type { Workspace } from "../../load/workspace.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, type DayView } from "../days.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";

/** A point of the rule set: what was chosen, and which article says so. */
export interface RulePoint {
  readonly point: "event-day" | "until-day" | "chain" | "day-ends";
  readonly value: string;
  readonly source: string;
  readonly note: string | null;
}

export interface RollPoint {
  readonly form: RollClass;
  readonly mode: RollMode;
  readonly source: string;
  readonly note: string | null;
}

/** A year of the official calendar. */
export interface CalendarYearView {
  readonly year: number;
  readonly provisional: boolean;
  readonly decree: Source | null;
  readonly source: Source | null;
  readonly workingDays: number;
  readonly months: readonly number[];
  readonly transfers: readonly { readonly from: DayView; readonly to: DayView; readonly source: string }[];
}

export interface PeriodView {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly latest: boolean;
  readonly editorial: boolean;
}

export interface AppliedReading {
  readonly word: string;
  readonly means: readonly PartyRef[];
  readonly because: string;
  readonly items: readonly string[];
}

/** How days are counted, and by what authority. */
export interface RulesView {
  readonly title: string;
  readonly url: string | null;
  readonly points: readonly RulePoint[];
  readonly rolls: readonly RollPoint[];
  readonly years: readonly CalendarYearView[];
  readonly periods: readonly PeriodView[];
  readonly readings: readonly AppliedReading[];
  readonly timeZone: string;
}

function yearsOf(plan: ResolvedPlan, workspace: Workspace): CalendarYearView[] {
  const files = workspace.calendars.get(plan.series.data.calendar) ?? [];
  return files
    .map(({ data }) => data)
    .sort((a, b) => a.year - b.year)
    .map((data) => ({
      year: data.year,
      provisional: data.status === "provisional",
      decree: data.decree ?? null,
      source: data.source ?? null,
      workingDays: plan.calendar.workingDaysIn(dayOf(data.year, 1, 1), dayOf(data.year, 12, 31)),
      months: Array.from({ length: 12 }, (_, month) =>
        plan.calendar.workingDaysIn(
          dayOf(data.year, month + 1, 1),
          dayOf(data.year, month + 1, daysInMonth(data.year, month + 1)),
        ),
      ),
      transfers: (data.transfers ?? []).map(({ from, to, source }) => ({
        from: dayView(plan, parseDate(from)!),
        to: dayView(plan, parseDate(to)!),
        source,
      })),
    }));
}

/** The rule set, the calendar, the periods and the readings of a plan. */
export function rulesView(plan: ResolvedPlan, workspace: Workspace): RulesView {
  const { rules } = plan;
  const points = (["event-day", "until-day", "chain", "day-ends"] as const).map((point): RulePoint => ({
    point,
    value: rules[point].value,
    source: rules[point].source,
    note: rules[point].note ?? null,
  }));
  return {
    title: rules.title,
    url: rules.url ?? null,
    points,
    timeZone: plan.series.data["time-zone"],
    rolls: (Object.keys(rules.roll) as RollClass[]).map((form) => ({
      form,
      mode: rules.roll[form].value,
      source: rules.roll[form].source,
      note: rules.roll[form].note ?? null,
    })),
    years: yearsOf(plan, workspace),
    periods: plan.plan.periods.map(({ data }) => ({
      id: data.id,
      title: data.title,
      source: data.source,
      latest: data["start-is"] === "latest",
      editorial: data.editorial ?? false,
    })),
    readings: plan.plan.readings.map(({ data }) => ({
      word: partyRef(plan, data.party).label,
      means: data.as.map((id) => partyRef(plan, id)),
      because: data.because,
      items: plan.items
        .filter(({ reading, control }) => reading?.id === data.id || control?.reading?.id === data.id)
        .map(({ id }) => id),
    })),
  };
}
