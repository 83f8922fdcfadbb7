import { civilOf, parseDate } from "../calendar/day.ts";
import type { Series } from "../load/workspace.ts";
import type { PartyGraph, PlanEvent, ResolvedDeadline, ResolvedItem, Window } from "./resolved.ts";

interface Naming {
  readonly series: Series;
  readonly year: number;
  readonly approved: string;
  readonly parties: PartyGraph;
}

/**
 * The year in an entry's uid: that of the plan; for a stretch that began in an earlier year, the first plan of the
 * series that holds it, so that two plan years which share a window share its entry too.
 */
function uidYear(window: Window, { series, year }: Naming): number {
  if (window.start === null) return year;
  const began = Math.min(civilOf(window.start).year, year);
  const years = [...series.plans.map((plan) => plan.year), year].filter((candidate) => candidate >= began && candidate <= year);
  return Math.min(...years);
}

/** A party word read as less than the glossary's is replaced by what it means here. */
export function readParties(parties: readonly string[], reading: ResolvedItem["reading"]): string[] {
  return [...new Set(parties.flatMap((party) => (party === reading?.party ? reading.as : [party])))];
}

function eventsOf(item: ResolvedItem, kind: PlanEvent["kind"], deadline: ResolvedDeadline | null, assigned: readonly string[], reading: ResolvedItem["reading"], naming: Naming): PlanEvent[] {
  const approved = parseDate(naming.approved) ?? 0;
  return (deadline?.windows ?? []).map((window) => {
    const parties = window.audience ?? assigned;
    const read = readParties(parties, reading);
    return {
      uid: `${naming.series.data.slug}/${uidYear(window, naming)}/${item.id}/${kind}/${window.key}@${naming.series.data["uid-domain"]}`,
      item: item.id, kind, window, parties, read, audience: naming.parties.expand(read), beforeApproval: window.end < approved, wording: deadline?.text ?? "",
    };
  });
}

/** Every window of every item as one list: by end date, then in the order of the plan, work before control. */
export function listEvents(items: readonly ResolvedItem[], naming: Naming): PlanEvent[] {
  const events = items.flatMap((item) => [
    ...eventsOf(item, "work", item.deadline, item.responsible, item.reading, naming),
    ...eventsOf(item, "control", item.control?.deadline ?? null, item.control?.controlled ?? [], item.control?.reading ?? item.reading, naming),
  ]);
  return events.map((event, index) => ({ event, index })).sort((a, b) => a.event.window.end - b.event.window.end || a.index - b.index).map(({ event }) => event);
}
