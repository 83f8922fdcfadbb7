import { createWorkingCalendar } from "../calendar/working-calendar.ts";
import { emptyPlan, emptySeries, unwritten } from "../load/placeholders.ts";
import type { Plan, Series } from "../load/workspace.ts";
import type { Forms } from "../resolve/context.ts";
import type { Policy } from "../resolve/policy.ts";
import type { CountingData, PlanSlice } from "./data.ts";

/** How a plan counts, ready to use: its calendar, its rule set, its series. */
export interface Counting {
  readonly data: CountingData;
  readonly series: Series;
  readonly policy: Policy;
  /** The forms that the rules asked about can have. */
  readonly forms: Forms;
}

/** Opens the data that the build made. */
export function openCounting(data: CountingData, forms: Forms): Counting {
  const { series, parties, years, bounded, calendar, rules } = data;
  return {
    data,
    forms,
    series: {
      ...emptySeries(unwritten(series)),
      parties: parties.map(unwritten),
      plans: bounded?.all.map((named) => ({ ...emptyPlan(data.year), ...named })) ?? years.map(emptyPlan),
    },
    policy: { calendar: createWorkingCalendar(series.calendar, calendar), rules },
  };
}

/** A part of a plan as a plan. */
export function openSlice(
  { year, bounded, approved }: CountingData,
  { sections, items, periods, events, occurrences, readings }: PlanSlice,
): Plan {
  const empty = { ...emptyPlan(year), ...bounded?.own };
  const headings = new Map(sections.map((section) => [section.id, unwritten(section)]));
  return {
    ...empty,
    order: unwritten({ ...empty.order.data, date: approved }),
    periods: periods.map(unwritten),
    events: events.map(unwritten),
    occurrences: occurrences.map(unwritten),
    readings: readings.map(unwritten),
    sections: [...headings.values()],
    items: items.map(({ section, data }) => ({ ...unwritten(data), section: headings.get(section)! })),
  };
}
