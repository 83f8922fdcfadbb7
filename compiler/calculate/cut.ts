import { civilOf } from "../calendar/day.ts";
import { wholeYear } from "../calendar/bounds.ts";
import type { Deadline, Event, Item, Period } from "../generated/types.ts";
import { entryFrame } from "../ical/vevent-frame.ts";
import type { RevisionLookup } from "../feeds/entry-revision.ts";
import { dueWindowsOfItem, memoizeByPlan, waitsOfItem } from "../query/plan-index.ts";
import type { ResolvedDeadline, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import { countingForms } from "../resolve/forms/counting-forms.ts";
import { formOf } from "../rule/kinds.ts";
import { countsHours, namesIn, rulesIn } from "../rule/visit-rule.ts";
import type { CountingData, NamedBounds, PlanSlice, WaitingCell, WaitingData } from "./data.ts";
import { defined } from "../source/defined.ts";

/** The names that a row refers to, whatever they name. */
function namesInRow(row: Item | Period | Event): string[] {
  const { deadline, control, "same-cells-as": merged } = row as Item;
  const { from, to, "same-as": same } = row as Period;
  const rules = [deadline, control?.deadline].filter((rule) => rule !== undefined).map(namesIn);
  const bounds = [from, to].map((bound) => (typeof bound === "object" ? bound.item : undefined));
  return [
    ...rules.flatMap(({ events, periods, items }) => [...events, ...periods, ...items]),
    ...[control?.["control-of"], merged, ...bounds, same, (row as Event).latest].filter((name) => name !== undefined),
  ];
}

/** Whether the forms that count from something, and those without a date, are all that a rule is made of. */
const isCounting = (rule: Deadline): boolean =>
  rulesIn(rule)
    .map(formOf)
    .every((form) => form === undefined || form in countingForms);

/** A row with its words and rules only. */
function plainRow({
  slips: _slips,
  note: _note,
  accept: _accept,
  "amended-by": _amended,
  corrected: _corrected,
  ...row
}: Item): Item {
  return row;
}

/** What a plan defines, by name. */
const definitions = memoizeByPlan(({ plan }) => ({
  items: new Map(plan.items.map((row) => [row.data.id, row])),
  periods: new Map(plan.periods.map((row) => [row.data.id, row])),
  events: new Map(plan.events.map((row) => [row.data.id, row])),
  places: new Map(plan.items.map((row, place) => [row.data.id, place])),
}));

/** Some items and periods with everything that they depend on: rows above and below, merged cells, events, periods, other items. */
function slicePlan(plan: ResolvedPlan, ids: readonly string[], periodIds: readonly string[] = []): PlanSlice {
  const { plan: whole, byId } = plan;
  const known = definitions(plan);
  const found = { items: new Set<string>(), periods: new Set<string>(), events: new Set<string>() };
  const add = (kind: keyof typeof found, id: string): void => {
    const row = known[kind].get(id);
    if (row === undefined || found[kind].has(id)) return;
    found[kind].add(id);
    const parent = kind === "items" ? (byId.get(id)?.parent ?? []) : [];
    for (const text of [parent, ...namesInRow(row.data)].flat())
      for (const other of ["items", "periods", "events"] as const) add(other, text);
  };
  /** The addressees of a control may be named only in the rows below. */
  const addBelow = (id: string): void => {
    add("items", id);
    const item = byId.get(id);
    if (item?.responsible.length === 0) item.children.forEach(addBelow);
  };
  ids.forEach(addBelow);
  for (const id of periodIds) add("periods", id);
  const items = [...found.items]
    .sort((a, b) => known.places.get(a)! - known.places.get(b)!)
    .map((id) => known.items.get(id)!);
  const readings = new Set(items.flatMap(({ data }) => [data["party-reading"], data.control?.["party-reading"]]));
  const sections = new Set(items.map(({ section }) => section.data.id));
  return {
    items: items.map(({ data, section }) => ({ section: section.data.id, data: plainRow(data) })),
    sections: whole.sections.map(({ data }) => data).filter(({ id }) => sections.has(id)),
    periods: whole.periods.map(({ data }) => data).filter(({ id }) => found.periods.has(id)),
    events: [...found.events].map((id) => known.events.get(id)!.data),
    occurrences: whole.occurrences.map(({ data }) => data).filter(({ event }) => found.events.has(event)),
    readings: whole.readings.map(({ data }) => data).filter(({ id }) => readings.has(id)),
  };
}

/** The plans of a series: their years, or, where they are other than calendar years, their names and bounds. */
function listPlans(own: ResolvedPlan, plans: readonly NamedBounds[]): Pick<CountingData, "years" | "bounded"> {
  const years = plans.flatMap(({ id, bounds }) => (String(wholeYear(bounds)) === id ? [Number(id)] : []));
  if (years.length === plans.length) return { years };
  const named = ({ id, bounds }: NamedBounds): NamedBounds => ({ id, bounds });
  return { years, bounded: { own: named(own), all: plans.map(named) } };
}

/** How a plan counts; `site` is the address of its series, without a final slash. */
export function countingData(plan: ResolvedPlan, plans: readonly NamedBounds[], site: string): CountingData {
  const {
    slug,
    title,
    name,
    language,
    "time-zone": timeZone,
    calendar,
    rules,
    controller,
    "uid-domain": domain,
    publisher,
  } = plan.series.data;
  const listed = listPlans(plan, plans);
  return {
    year: civilOf(plan.bounds.from).year,
    ...listed,
    approved: plan.plan.order.data.date,
    series: {
      slug,
      title,
      name,
      language,
      "time-zone": timeZone,
      calendar,
      rules,
      ...defined({ controller }),
      "uid-domain": domain,
      publisher,
    },
    parties: plan.series.parties.map(
      ({ data: { scope: _scope, clause: _clause, accept: _accept, ...party } }) => party,
    ),
    calendar: [...plan.calendar.years.values()],
    rules: plan.rules,
    periods: slicePlan(
      plan,
      [],
      plan.plan.periods.map(({ data }) => data.id),
    ),
    site,
    frame: entryFrame(),
  };
}

/** The events that a cell counts from, each once; those that another item fulfils as well, since their real day may be known. */
function cellOf(
  { id }: ResolvedItem,
  kind: WaitingCell["kind"],
  deadline: ResolvedDeadline | null | undefined,
  plan: ResolvedPlan,
): WaitingCell[] {
  // The calculator is given a day.
  if (deadline === null || deadline === undefined || countsHours(deadline.rule)) return [];
  const named = new Set(namesIn(deadline.rule).events);
  const events = waitsOfItem(plan, id)
    .filter((event) => event.scope !== "recurring" && named.has(event.id))
    .map(({ id: event, title }) => ({ id: event, title }));
  return events.length === 0 ? [] : [{ item: id, kind, events }];
}

/** Whether an item, or a party that it concerns, has a working calendar of its own. */
const hasOwnCalendar = ({ ownCalendars, series }: ResolvedPlan, item: ResolvedItem): boolean =>
  ownCalendars !== undefined &&
  (item.source.data.calendar !== undefined ||
    series.parties.some(({ data }) => data.calendar !== undefined && item.responsible.includes(data.id)));

/** The cells of an item that count from an event; none for an item that is withdrawn. */
export function waitingCells(plan: ResolvedPlan, item: ResolvedItem): WaitingCell[] {
  // A browser has the plan's calendar alone.
  if (item.withdrawn !== null || hasOwnCalendar(plan, item)) return [];
  return [...cellOf(item, "work", item.deadline, plan), ...cellOf(item, "control", item.control?.deadline, plan)];
}

/** What the calculator of an item needs; undefined for an item that waits for nothing. `stamps` finds the published revision of an entry. */
export function waitingData(
  plan: ResolvedPlan,
  item: ResolvedItem,
  stamps: RevisionLookup = () => undefined,
): WaitingData | undefined {
  const cells = waitingCells(plan, item);
  if (cells.length === 0) return undefined;
  const asked = new Set(cells.flatMap(({ events }) => events.map(({ id }) => id)));
  // The reader gives the day, so it does not follow from another item, and occurrences of that chain are another's.
  const { events, occurrences, ...slice } = slicePlan(plan, [item.id]);
  const chained = new Set(events.filter(({ latest }) => latest !== undefined).map(({ id }) => id));
  const rules = slice.items.flatMap(({ data }) => [data.deadline, data.control?.deadline]);
  return {
    cells,
    counts: rules.every((rule) => rule === undefined || isCounting(rule)),
    stamps: Object.fromEntries(
      dueWindowsOfItem(plan, item.id).flatMap(({ uid, window }) => {
        const stamp = window.occurrence === undefined ? undefined : stamps(uid);
        return stamp === undefined ? [] : [[uid, stamp]];
      }),
    ),
    slice: {
      ...slice,
      events: events.map(({ latest, ...event }) =>
        asked.has(event.id) || latest === undefined ? event : { ...event, latest },
      ),
      occurrences: occurrences.filter(({ event }) => !chained.has(event)),
    },
  };
}
