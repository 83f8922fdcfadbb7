/** The plan as tables for spreadsheets: what CSV and workbooks hold, cell by cell. */
import type { Day } from "../calendar/day.ts";
import { isoInstant } from "../calendar/instant.ts";
import { memoizeByPlan } from "../query/plan-index.ts";
import type { ResolvedPlan, Window } from "../resolve/model.ts";
import { titleOf } from "../explain/titles.ts";
import { words } from "../explain/explain.ts";
import { tableWords } from "./table-messages.ts";

/** A day stays a day until it is printed, so that a workbook has a real date; so does the number of an item, which is neither. */
export type TableCell = string | { readonly day: Day } | { readonly item: string } | null | undefined;

export interface Table {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A day, or an empty cell. */
export const dayCell = (day: Day | null | undefined): TableCell => (typeof day === "number" ? { day } : null);

/** How the order calls parties. */
export function namesOf(plan: ResolvedPlan): (parties: readonly string[]) => string {
  const labels = new Map(plan.series.parties.map(({ data }) => [data.id, data.label]));
  return (parties) => parties.map((party) => labels.get(party) ?? party).join(", ");
}

/** Every row of the plan. */
export function* planRows(plan: ResolvedPlan): Generator<readonly TableCell[]> {
  const { state } = words[plan.series.data.language];
  const names = namesOf(plan);
  const sections = new Map(plan.plan.sections.map(({ data }) => [data.id, data.number]));
  for (const { id, number, section, source, responsible, deadline, control } of plan.items) {
    yield [
      id,
      number,
      sections.get(section),
      source.data.activity,
      names(responsible),
      deadline?.text,
      deadline && state[deadline.state],
      control?.form,
      control?.deadline?.text,
      control?.deadline && state[control.deadline.state],
    ];
  }
}

/** Whether a plan has deadlines with a time: only then its tables have a column for them. */
const hasTimes = memoizeByPlan((plan): boolean => plan.dueWindows.some(({ window }) => window.instants !== undefined));

/** The headings of the due windows. */
export const datesHeadings = (plan: ResolvedPlan): readonly string[] => {
  const { events, instant } = tableWords(plan);
  return hasTimes(plan) ? [...events, instant] : events;
};

/** When a window begins and ends, with offsets: an instant, or two with a solidus (ISO 8601). */
function instantCell({ instants }: Window): TableCell {
  if (instants === undefined) return null;
  const { start, end, zone } = instants;
  const last = isoInstant(end, zone);
  return start === undefined || start === end ? last : `${isoInstant(start, zone)}/${last}`;
}

/** Every due window of the plan. */
export function* datesRows(plan: ResolvedPlan): Generator<readonly TableCell[]> {
  const { kind } = tableWords(plan);
  const names = namesOf(plan);
  for (const { window, ...due } of plan.dueWindows) {
    yield [
      dayCell(window.end),
      dayCell(window.start),
      due.item,
      titleOf(due.row, plan.byId),
      kind[due.kind],
      names(due.parties),
      due.wording,
      dayCell(window.planBy),
      dayCell(window.rolled),
      dayCell(window.after),
      window.conditional,
      window.subject,
      due.uid,
      ...(hasTimes(plan) ? [instantCell(window)] : []),
    ];
  }
}

/** The rows of the plan as a table. */
export function planTable(plan: ResolvedPlan): Table {
  const { sheets, plan: headings } = tableWords(plan);
  return { title: sheets.plan, headings, rows: [...planRows(plan)] };
}

/** The due windows of the plan as a table. */
export function datesTable(plan: ResolvedPlan): Table {
  const { sheets } = tableWords(plan);
  return { title: sheets.dates, headings: datesHeadings(plan), rows: [...datesRows(plan)] };
}
