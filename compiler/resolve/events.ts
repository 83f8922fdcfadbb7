import { civilOf, dayOf, parseDate, type Day } from "../calendar/day.ts";
import type { Series } from "../load/workspace.ts";
import type { PartyGraph, PlanEvent, ResolvedDeadline, ResolvedItem, Window } from "./model.ts";

interface Naming {
  readonly series: Series;
  readonly year: number;
  readonly approved: string;
  readonly parties: PartyGraph;
}

type Named = Pick<PlanEvent, "parties" | "read" | "audience">;
type Reading = ResolvedItem["reading"];

/**
 * The year in an entry's uid: that of the plan; for a stretch that began in an earlier year, the first plan of the
 * series that holds it, so that two plan years which share a window share its entry too.
 */
function uidYear({ start }: Window, first: Day, { series, year }: Naming): number {
  if (start === null || start >= first) return year;
  const began = civilOf(start).year;
  return Math.min(year, ...series.plans.map((plan) => plan.year).filter((candidate) => candidate >= began));
}

/** A party word read as less than the glossary's is replaced by what it means here. */
export function readParties(parties: readonly string[], reading: Reading): string[] {
  return [...new Set(parties.flatMap((party) => (party === reading?.party ? reading.as : [party])))];
}

/** Whom an assignment means; one object for all that assign to the same in the same reading. */
function naming(graph: PartyGraph): (parties: readonly string[], reading: Reading) => Named {
  const known = new Map<Reading, Map<string, Named>>();
  return (parties, reading) => {
    let here = known.get(reading);
    if (here === undefined) known.set(reading, (here = new Map<string, Named>()));
    const name = parties.join();
    let named = here.get(name);
    if (named === undefined) {
      const read = readParties(parties, reading);
      here.set(name, (named = { parties, read, audience: graph.expand(read) }));
    }
    return named;
  };
}

/** Every window of every item as one list: by end date, then in the order of the plan, work before control. */
export function listEvents(items: readonly ResolvedItem[], context: Naming): PlanEvent[] {
  const { series, year, parties } = context;
  const approved = parseDate(context.approved) ?? 0;
  const first = dayOf(year, 1, 1);
  const named = naming(parties);
  const list = (
    events: PlanEvent[],
    { id }: ResolvedItem,
    kind: PlanEvent["kind"],
    deadline: ResolvedDeadline | null,
    assigned: readonly string[],
    reading: Reading,
  ): void => {
    for (const window of deadline?.windows ?? []) {
      const { parties: own, read, audience } = named(window.audience ?? assigned, reading);
      const uid = `${series.data.slug}/${uidYear(window, first, context)}/${id}/${kind}/${window.key}@${series.data["uid-domain"]}`;
      events.push({
        uid,
        item: id,
        kind,
        window,
        parties: own,
        read,
        audience,
        beforeApproval: window.end < approved,
        wording: deadline!.text,
      });
    }
  };
  const eventsOf = (item: ResolvedItem): readonly PlanEvent[] => {
    const events: PlanEvent[] = [];
    list(events, item, "work", item.deadline, item.responsible, item.reading);
    if (item.control !== null)
      list(
        events,
        item,
        "control",
        item.control.deadline,
        item.control.controlled,
        item.control.reading ?? item.reading,
      );
    return events;
  };
  return items.flatMap((item) => eventsOf(item)).sort((a, b) => a.window.end - b.window.end);
}
