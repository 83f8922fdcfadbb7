import { civilOf } from "../../compiler/calendar/day.ts";
import { ownName } from "../../compiler/calculate/answer.ts";
import { unwritten } from "../../compiler/load/placeholders.ts";
import { allForms } from "../../compiler/resolve/forms/all-forms.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { resolveUnchecked } from "../../compiler/resolve/resolve-unchecked.ts";
import { words } from "../../compiler/explain/explain.ts";

/**
 * The plan as it is compiled when a reader's day of an event is on record. The schema does not allow such an id, so the
 * record is put in by hand; where another item fulfils the event, that chain is cut.
 */
export function onRecord(plan: ResolvedPlan, event: string, date: string): ResolvedPlan {
  const own = {
    id: ownName(date),
    event,
    date,
    title: "",
    source: { title: words[plan.series.data.language].asked.ownDate },
  };
  const events = plan.plan.events.map((row) =>
    row.data.id === event ? unwritten({ id: row.data.id, title: row.data.title, scope: row.data.scope }) : row,
  );
  return resolveUnchecked({
    series: plan.series,
    plan: { ...plan.plan, events, occurrences: [...plan.plan.occurrences, unwritten(own)] },
    policy: plan,
    forms: allForms,
    options: { asYear: civilOf(plan.bounds.from).year },
    report: () => {},
  }).resolved;
}

/** The entries of a calendar file, each as it stands there. */
export const entriesIn = (text: string): string[] => text.match(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/g) ?? [];
