import type { DiagnosticCode } from "../../diagnostics/catalogue.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { dayUnits, units } from "../../calendar/units.ts";
import type { Deadline, Event, Item, Period } from "../../generated/types.ts";
import { spanOf, type Located, type Path } from "../../load/yaml/parsed-yaml.ts";
import { visitNames } from "../../rule/visit-rule.ts";
import type { Plan, PlanItem, Series } from "../../load/workspace.ts";
import { isTimeZone, nearestTimeZone } from "../../locale/time-zones.ts";
import { nearest, slipOf } from "../../source/nearest.ts";
import { reachable } from "../parties.ts";
import { unitOf } from "../anchors/periods.ts";
import { checkOrder, reportDuplicates, standsInItsSection } from "../row-order.ts";
import type { RowIndex } from "../resolver/row-index.ts";
import { isWindowsDeviceName, isReservedId, isReservedKey, isSiteFolder } from "./reserved-names.ts";

/** A file full of unknown names gets no more suggestions after this many pairs of letters: a second's work. */
const mostLetterPairs = 100_000_000;

/**
 * Returns a function that reports a name which is not among `names`, with the name that was probably meant; where `missing` gives the
 * section that was lost with it, with that.
 */
function lookup(
  names: Iterable<string>,
  code: DiagnosticCode,
  report: Report,
  missing: (name: string) => string | undefined = () => undefined,
): (name: string | undefined, at: Located<unknown>, path: Path) => void {
  const known = new Set(names);
  const letters = [...known].reduce((sum, { length }) => sum + length, 0);
  let pairs = mostLetterPairs;
  return (name, at, path) => {
    // An empty name comes from a file that could not be read: the schema allows none.
    if (name === undefined || name === "" || known.has(name)) return;
    const section = missing(name);
    if (section !== undefined) return report({ code, values: { name, section }, span: spanOf(at.origin, path) });
    pairs -= letters * name.length;
    const candidates = pairs < 0 ? [] : known;
    const [suggestion, certain] = [nearest(name, candidates), slipOf(name, candidates)];
    const span = spanOf(at.origin, path);
    const text = code === "unknown-item" ? JSON.stringify(certain) : certain;
    report({ code, values: { name, suggestion }, span, fix: text === undefined ? undefined : { span, text } });
  };
}

/** The section of an item that no row of the plan is of, where it can be one that was lost; undefined otherwise. */
function missingSection(item: string, { sections }: Plan): string | undefined {
  const section = /^\d+(?=\.)/.exec(item)?.[0];
  const ids = sections.map(({ data }) => Number(data.id));
  return section === undefined || ids.includes(Number(section)) || Number(section) > Math.max(0, ...ids) + 1
    ? undefined
    : section;
}

/** A party that is, through groups, a member of itself. */
function checkMembership(series: Series, report: Report): void {
  const groups = new Map(series.parties.map(({ data }) => [data.id, data["member-of"] ?? []]));
  const reported = new Set<string>();
  for (const party of series.parties) {
    const seen = reachable(party.data["member-of"] ?? [], (group) => groups.get(group) ?? []);
    if (!seen.has(party.data.id) || reported.has(party.data.id)) continue;
    for (const group of seen) reported.add(group);
    const index = (party.data["member-of"] ?? []).findIndex((group) => seen.has(group));
    report({ code: "party-cycle", values: { name: party.data.id }, span: spanOf(party.origin, ["member-of", index]) });
  }
}

function checkTimeZone(name: string | undefined, at: Located<unknown>, path: Path, report: Report): void {
  if (name === undefined || isTimeZone(name)) return;
  const suggestion = nearestTimeZone(name);
  report({
    code: "unknown-time-zone",
    values: { name, suggestion },
    span: spanOf(at.origin, path),
  });
}

/** References among the parties of a series. */
export function checkSeries(series: Series, report: Report): void {
  checkTimeZone(series.data["time-zone"], series, ["time-zone"], report);
  const named = [...series.parties, ...series.profiles];
  reportDuplicates(named, report);
  for (const { data, origin } of named)
    if (isWindowsDeviceName(data.id))
      report({ code: "device-name", values: { id: data.id }, span: spanOf(origin, ["id"]) });
  if (isWindowsDeviceName(series.data.slug))
    report({ code: "device-name", values: { id: series.data.slug }, span: spanOf(series.origin, ["slug"]) });
  if (isSiteFolder(series.data.slug))
    report({ code: "reserved-slug", values: { slug: series.data.slug }, span: spanOf(series.origin, ["slug"]) });
  for (const { data, origin } of named)
    if (isReservedId(data.id)) report({ code: "reserved-id", values: { id: data.id }, span: spanOf(origin, ["id"]) });
  const party = lookup(
    series.parties.map(({ data }) => data.id),
    "unknown-party",
    report,
  );
  if (series.data.controller !== undefined) party(series.data.controller, series, ["controller"]);
  for (const row of series.parties) {
    for (const key of ["member-of", "officer-of", "oversees"] as const) {
      const list = row.data[key];
      if (Array.isArray(list)) list.forEach((name: string, index) => party(name, row, [key, index]));
    }
  }
  for (const row of series.profiles) row.data.parties.forEach((name, index) => party(name, row, ["parties", index]));
  for (const row of series.synonyms) {
    party(row.data.party, row, ["party"]);
    // One word means the same as another, or names somebody.
    if (row.data.party === undefined && row.data.words.length < 2)
      report({ code: "too-few", values: { minimum: 2 }, span: spanOf(row.origin, ["words"]) });
  }
  series.glossary.data.terms.forEach((term, index) => party(term.party, series.glossary, ["terms", index, "party"]));
  checkMembership(series, report);
}

/** Reports a name that nothing has; the place is a path below a row. */
type Lookup = ReturnType<typeof lookup>;

/** Look-ups of all that the rows of a plan refer to. */
type Lookups = Readonly<
  Record<"party" | "event" | "period" | "unit" | "recurring" | "item" | "amendment" | "reading", Lookup>
> & {
  readonly periods: RowIndex["periods"];
  readonly report: Report;
};

function lookupsOf(series: Series, plan: Plan, report: Report): Lookups {
  const periods = new Map(plan.periods.map((row) => [row.data.id, row]));
  const ids = (rows: readonly { readonly data: { readonly id: string } }[]): string[] =>
    rows.map(({ data }) => data.id);
  return {
    periods,
    report,
    party: lookup(ids(series.parties), "unknown-party", report),
    event: lookup(ids(plan.events), "unknown-event", report),
    period: lookup(periods.keys(), "unknown-period", report),
    unit: lookup([...units, ...periods.keys()], "unknown-period", report),
    recurring: lookup([...dayUnits, ...units, ...periods.keys()], "unknown-period", report),
    item: lookup(ids(plan.items), "unknown-item", report, (item) => missingSection(item, plan)),
    amendment: lookup(
      (plan.order.data.amendments ?? []).map(({ id }) => id),
      "unknown-amendment",
      report,
    ),
    reading: lookup(ids(plan.readings), "unknown-reading", report),
  };
}

function checkKey(name: string | undefined, at: Located<unknown>, path: Path, report: Report): void {
  if (name !== undefined && isReservedKey(name))
    report({ code: "reserved-key", values: { key: name }, span: spanOf(at.origin, path) });
}

/** The names in the rule of a cell; `below` is the path of the cell in its row. */
function checkRule(deadline: Deadline, at: PlanItem, below: Path, lookups: Lookups): void {
  const { party, event, period, unit, recurring, item, periods, report } = lookups;
  visitNames(
    deadline,
    {
      rule: (rule, path) => {
        checkKey(rule.key, at, [...path, "key"], report);
        checkTimeZone(rule.zone, at, [...path, "zone"], report);
        rule.audience?.forEach((name, index) => party(name, at, [...path, "audience", index]));
      },
      reference: ({ kind, name }, path) => {
        if (kind === "event") event(name, at, path);
        else if (kind === "period") unit(name, at, path);
        else if (kind === "item") item(name, at, path);
      },
      period: (name, path) => period(name, at, path),
      recurrence: (name, path) => {
        recurring(name, at, path);
        if (periods.has(name) && unitOf(name, periods) === undefined)
          report({ code: "not-recurring", values: { name }, span: spanOf(at.origin, path) });
      },
    },
    below,
  );
}

/** The cells of a row in which names stand. */
type Cells = Pick<Item, "responsible" | "same-cells-as" | "party-reading" | "deadline" | "control">;

/** The names in the cells of a row: as they are, or, `below` an amendment, as they were before it. */
function checkCells(cells: Cells, row: PlanItem, below: Path, lookups: Lookups): void {
  const { party, item, reading } = lookups;
  const { responsible = [], "same-cells-as": merged, deadline, control } = cells;
  responsible.forEach((name, index) => party(name, row, [...below, "responsible", index]));
  item(merged, row, [...below, "same-cells-as"]);
  reading(cells["party-reading"], row, [...below, "party-reading"]);
  if (deadline) checkRule(deadline, row, [...below, "deadline"], lookups);
  item(control?.["control-of"], row, [...below, "control", "control-of"]);
  reading(control?.["party-reading"], row, [...below, "control", "party-reading"]);
  if (control?.deadline) checkRule(control.deadline, row, [...below, "control", "deadline"], lookups);
}

function checkItem(row: PlanItem, lookups: Lookups): void {
  checkCells(row.data, row, [], lookups);
  (row.data["amended-by"] ?? []).forEach((entry, index) => {
    const path: Path = ["amended-by", index];
    if (typeof entry === "string") return lookups.amendment(entry, row, path);
    lookups.amendment(entry.order, row, [...path, "order"]);
    if (entry.was !== undefined) checkCells(entry.was, row, [...path, "was"], lookups);
  });
}

/** The orders that changed a period or an event. */
function checkAmendedBy(row: Located<Pick<Period | Event, "amended-by">>, { amendment }: Lookups): void {
  (row.data["amended-by"] ?? []).forEach((name, index) => amendment(name, row, ["amended-by", index]));
}

function checkPeriod(row: Located<Period>, { item }: Lookups): void {
  item(row.data["same-as"], row, ["same-as"]);
  for (const key of ["from", "to"] as const) {
    const bound = row.data[key];
    if (typeof bound === "object") item(bound.item, row, [key, "item"]);
  }
}

/** Reports names that a plan of a year uses and nothing defines, and ids that are not unique or stand elsewhere. */
export function checkPlan(series: Series, plan: Plan, report: Report): void {
  reportDuplicates(plan.items.filter(standsInItsSection), report);
  for (const rows of [plan.sections, plan.periods, plan.events, plan.occurrences, plan.readings])
    reportDuplicates(rows, report);
  checkOrder(plan, report);

  const lookups = lookupsOf(series, plan, report);
  const { party, event, period, item } = lookups;
  for (const row of plan.items) checkItem(row, lookups);
  for (const row of plan.periods) checkPeriod(row, lookups);
  for (const row of [...plan.periods, ...plan.events]) checkAmendedBy(row, lookups);
  for (const row of plan.events) item(row.data.latest, row, ["latest"]);
  for (const row of plan.occurrences) {
    event(row.data.event, row, ["event"]);
    checkKey(row.data.id, row, ["id"], report);
    checkTimeZone(row.data.zone, row, ["zone"], report);
  }
  for (const row of plan.readings) {
    party(row.data.party, row, ["party"]);
    row.data.as.forEach((name, index) => party(name, row, ["as", index]));
  }
  series.glossary.data.terms.forEach((term, index) => period(term.period, series.glossary, ["terms", index, "period"]));
}
