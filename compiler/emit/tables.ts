/** The plan as tables for spreadsheets: what CSV and workbooks hold, cell by cell. */
import type { Day } from "../calendar/day.ts";
import type { ResolvedPlan } from "../resolve/resolved.ts";
import { titleOf } from "../words/titles.ts";
import { words } from "../words/words.ts";
import { tableWords } from "./table-words.ts";

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
export function planTable(plan: ResolvedPlan): Table {
  const { language } = plan.series.data;
  const { sheets, plan: headings } = tableWords[language];
  const { state } = words[language];
  const names = namesOf(plan);
  const sections = new Map(plan.plan.sections.map(({ data }) => [data.id, data.number]));
  const rows = plan.items.map((item): TableCell[] => [
    item.id, item.number, sections.get(item.section), item.source.data.activity, names(item.responsible), item.deadline?.text, item.deadline && state[item.deadline.state],
    item.control?.form, item.control?.deadline?.text, item.control?.deadline && state[item.control.deadline.state],
  ]);
  return { title: sheets.plan, headings, rows };
}

/** Every dated window of the plan. */
export function datesTable(plan: ResolvedPlan): Table {
  const { sheets, events: headings, kind } = tableWords[plan.series.data.language];
  const names = namesOf(plan);
  const rows = plan.events.map(({ window, ...event }): TableCell[] => [
    dayCell(window.end), dayCell(window.start), event.item, titleOf(plan.byId.get(event.item)!, plan.byId), kind[event.kind], names(event.parties), event.wording,
    dayCell(window.planBy), dayCell(window.rolled), dayCell(window.after), window.conditional, window.subject, event.uid,
  ]);
  return { title: sheets.dates, headings, rows };
}
