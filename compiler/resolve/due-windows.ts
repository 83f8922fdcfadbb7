import type { Bounds } from "../calendar/bounds.ts";
import { parseDate } from "../calendar/day.ts";
import type { Plan, Series } from "../load/workspace.ts";
import type { CellKind, DueWindow, PartyGraph, ResolvedDeadline, ResolvedItem, Window } from "./model.ts";

/** What the uids of a plan and the addressees of its windows depend on. */
interface UidContext {
  readonly series: Series;
  /** The plan, and the bounds that it is resolved in. */
  readonly id: string;
  readonly bounds: Bounds;
  /** The day of the order; undefined for a plan without one. */
  readonly approved: string | undefined;
  readonly parties: PartyGraph;
}

type Addressees = Pick<DueWindow, "parties" | "read" | "audience">;
type Reading = ResolvedItem["reading"];

/** The plan that ends on the day before another begins: its predecessor; of several the first by name. */
const predecessor = (plan: Pick<Plan, "id" | "bounds">, { plans }: Series): Plan | undefined =>
  plans.find(({ bounds }) => bounds.to + 1 === plan.bounds.from);

/**
 * The plan in an entry's uid: its own; for an interval that began earlier, the first of the unbroken row of plans before it
 * that holds it, so that two plans which share a window share its entry too.
 */
function uidPlan({ start }: Window, own: Pick<Plan, "id" | "bounds">, series: Series): string {
  let { id, bounds } = own;
  while (start !== null && start < bounds.from) {
    const before = predecessor({ id, bounds }, series);
    if (before === undefined) break;
    ({ id, bounds } = before);
  }
  return id;
}

/** A party word read as less than the glossary's is replaced by what it means here. */
export function applyReading(parties: readonly string[], reading: Reading): string[] {
  return [...new Set(parties.flatMap((party) => (party === reading?.party ? reading.as : [party])))];
}

/** Whom an assignment means; one object for all that assign to the same in the same reading. */
function addresseesOf(graph: PartyGraph): (parties: readonly string[], reading: Reading) => Addressees {
  const known = new Map<Reading, Map<string, Addressees>>();
  return (parties, reading) => {
    let here = known.get(reading);
    if (here === undefined) known.set(reading, (here = new Map<string, Addressees>()));
    const name = parties.join();
    let found = here.get(name);
    if (found === undefined) {
      const read = applyReading(parties, reading);
      here.set(name, (found = { parties, read, audience: graph.expand(read) }));
    }
    return found;
  };
}

/** A deadline of an item with whom it is assigned to. */
interface Assignment {
  readonly kind: CellKind;
  readonly deadline: ResolvedDeadline | null;
  readonly parties: readonly string[];
  readonly reading: Reading;
}

/** The deadlines of an item, work before control. */
const assignmentsOf = ({ deadline, responsible, reading, control }: ResolvedItem): readonly Assignment[] => [
  { kind: "work", deadline, parties: responsible, reading },
  ...(control === null
    ? []
    : [
        {
          kind: "control" as const,
          deadline: control.deadline,
          parties: control.controlled,
          reading: control.reading ?? reading,
        },
      ]),
];

/** Returns every window of every item as one list: by end date, then in the order of the plan, work before control. */
export function listDueWindows(items: readonly ResolvedItem[], context: UidContext): DueWindow[] {
  const { series, parties } = context;
  const approved = parseDate(context.approved ?? "") ?? -Infinity;
  const addressees = addresseesOf(parties);
  const dueWindowsOf = (row: ResolvedItem, { kind, deadline, parties: assigned, reading }: Assignment): DueWindow[] =>
    (deadline?.windows ?? []).map((window) => {
      // What was past when an amendment began to act belongs to the row as it was.
      const former =
        window.former === undefined ? undefined : assignmentsOf(window.former.item).find((each) => each.kind === kind);
      return {
        uid: `${series.data.slug}/${uidPlan(window, context, series)}/${row.id}/${kind}/${window.key}@${series.data["uid-domain"]}`,
        item: row.id,
        kind,
        window,
        ...addressees(window.audience ?? former?.parties ?? assigned, former === undefined ? reading : former.reading),
        beforeApproval: window.end < approved,
        wording: (window.former?.deadline ?? deadline!).text,
        row: window.former?.item ?? row,
      };
    });
  return items
    .flatMap((item) => assignmentsOf(item).flatMap((assignment) => dueWindowsOf(item, assignment)))
    .sort((a, b) => a.window.end - b.window.end);
}
