/**
 * The key to the plan of 2024: what its order says, read by hand from the printed table. The suite holds the frozen copy to it, the
 * check of the live plan holds that plan to it for as long as no order has amended it.
 */
import { civilOf, isoDate } from "../../compiler/calendar/day.ts";
import { compile } from "../../compiler/compile.ts";
import type { DueWindow, ResolvedItem, ResolvedPlan } from "../../compiler/resolve/model.ts";
import { plan2024 } from "../plan-files.ts";
import { readOrderTable, type OrderRow } from "../resolve/order-table.ts";
import { controlWindows, workWindows } from "../resolve/plan-windows.ts";
import type { Expected } from "../resolve/wording.ts";

/** The plan that the key is of. */
export const keyOf = { series: "gis-obrazovanie", year: 2024 } as const;

/** A window without what only names or explains it. */
function datesOf({ window: { start, end, rolled, planBy, conditional, after } }: DueWindow): Expected {
  return {
    start: start === null ? null : isoDate(start),
    end: isoDate(end),
    ...(rolled === undefined ? {} : { rolled: isoDate(rolled) }),
    ...(planBy === undefined ? {} : { planBy: isoDate(planBy) }),
    ...(conditional === undefined ? {} : { conditional }),
    ...(after === undefined ? {} : { after: isoDate(after) }),
  };
}

/** Windows by their end, those of one end by their start. */
export const byDate = (windows: readonly Expected[]): Expected[] =>
  [...windows].sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : (a.start ?? "") < (b.start ?? "") ? -1 : 1));

/** The windows of a row's deadline or of its control, by date. */
export const datesIn = (plan: ResolvedPlan, item: string, kind: DueWindow["kind"]): Expected[] =>
  byDate(plan.dueWindows.filter((due) => due.item === item && due.kind === kind).map(datesOf));

/** What a row says in the five cells after its number, as the order prints them. */
export function cellsOf({ source: { data } }: ResolvedItem, { series }: ResolvedPlan): OrderRow["cells"] {
  const labels = new Map(series.parties.map((party) => [party.data.id, party.data.label]));
  return [
    data.activity,
    data.deadline?.text ?? "",
    data["responsible-text"] ?? (data.responsible ?? []).map((party) => labels.get(party)).join(", "),
    data.control?.form ?? "",
    data.control?.deadline?.text ?? "",
  ];
}

/** Whether a row itself says why it is no longer what the order approved. */
const saysChanged = ({ source: { data } }: ResolvedItem): boolean =>
  data["amended-by"] !== undefined || data.corrected !== undefined;

const cellNames = ["мероприятие", "срок", "ответственные", "форма контроля", "срок контроля"] as const;
const inWords = (windows: readonly Expected[]): string =>
  windows.map(({ start, end }) => (start === end ? end : `${start ?? ""}..${end}`)).join(", ") || "нет";

function departuresOfDates(item: ResolvedItem, plan: ResolvedPlan): string[] {
  const cells = [
    ["срок", item.deadline, "work", workWindows],
    ["срок контроля", item.control?.deadline, "control", controlWindows],
  ] as const;
  return cells.flatMap(([name, deadline, kind, windows]) => {
    // What waits for an event has the dates of the events on record, which the order does not know.
    if (deadline?.state === "on-event") return [];
    const [given, found] = [
      byDate(windows[item.id]?.(civilOf(plan.bounds.from).year) ?? []),
      datesIn(plan, item.id, kind),
    ];
    return JSON.stringify(given) === JSON.stringify(found)
      ? []
      : [`${item.id}, ${name}: по приказу – ${inWords(given)}, в плане – ${inWords(found)}`];
  });
}

/** The plan as its order approved it: the suite holds the frozen copy to the key. */
const approved = compile(plan2024()).value.plans[0]!;

/** The addressees of a row's windows by date, each after readings, as text. */
const addresseesIn = (plan: ResolvedPlan, id: string, kind: DueWindow["kind"]): string[] =>
  plan.dueWindows
    .filter((due) => due.item === id && due.kind === kind)
    .map(({ window, audience }) => `${isoDate(window.end)} – ${[...audience].sort().join(", ")}`)
    .sort();

function departuresOfAddressees(item: ResolvedItem, plan: ResolvedPlan): string[] {
  const cells = [
    ["срок", item.deadline, "work"],
    ["срок контроля", item.control?.deadline, "control"],
  ] as const;
  return cells.flatMap(([name, deadline, kind]) => {
    if (deadline?.state === "on-event") return [];
    const given = addresseesIn(approved, item.id, kind);
    const found = addresseesIn(plan, item.id, kind);
    // Where the dates differ, they have been told.
    const odd = found.findIndex((text, at) => text !== given[at]);
    return given.length !== found.length || odd < 0 || given[odd]!.slice(0, 10) !== found[odd]!.slice(0, 10)
      ? []
      : [`${item.id}, ${name}, кому: по приказу – ${given[odd]!}, в плане – ${found[odd]!}`];
  });
}

/**
 * Where a plan says something else than its order, a sentence in Russian for each place. A plan that an order has amended is not held to
 * the key, and a row that names its own change is not. Dates and addressees are held only while no row names one: others may lean on it.
 */
export function departuresFromOrder(plan: ResolvedPlan): readonly string[] {
  if ((plan.plan.order.data.amendments ?? []).length > 0) return [];
  const table = readOrderTable();
  const printed = new Map(table.map((row) => [row.id, row]));
  const missing = table
    .filter(({ id }) => !plan.byId.has(id))
    .map(({ id }) => `${id}: строка приказа, которой в плане нет`);
  const original = !plan.items.some(saysChanged);
  return [
    ...missing,
    ...plan.items.flatMap((item) => {
      const row = printed.get(item.id);
      if (saysChanged(item)) return [];
      if (row === undefined) return [`${item.id}: такой строки в приказе нет`];
      if (item.source.data.withdrawn !== undefined) return [`${item.id}: в приказе строка есть, в плане она исключена`];
      const words = cellsOf(item, plan).flatMap((text, cell) =>
        text === row.cells[cell]
          ? []
          : [`${item.id}, ${cellNames[cell]}: в приказе – «${row.cells[cell]}», в плане – «${text}»`],
      );
      return original ? [...words, ...departuresOfDates(item, plan), ...departuresOfAddressees(item, plan)] : words;
    }),
  ];
}
