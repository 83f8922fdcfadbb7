import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deadline } from "../generated/types.ts";
import { spanOf, type Located, type Path } from "../load/yaml/parsed-yaml.ts";
import { visitRule } from "../rule/visit-rule.ts";
import type { Plan, PlanItem, Series } from "../load/workspace.ts";
import { nearestOf } from "../source/nearest.ts";
import { reachable } from "./parties.ts";
import { unitOf } from "./periods.ts";
import { isWindowsDeviceName, isReservedId, isReservedKey, isSiteFolder } from "./reserved-names.ts";

const unitWords = ["week", "month", "quarter", "half-year", "year"];

/** A file full of unknown names gets no more suggestions after this many pairs of letters: a second's work. */
const mostLetterPairs = 100_000_000;

/** Looks names up and says what was probably meant. */
function lookup(
  names: Iterable<string>,
  code: DiagnosticCode,
  report: Report,
): (name: string | undefined, at: Located<unknown>, path: Path) => void {
  const known = new Set(names);
  const letters = [...known].reduce((sum, { length }) => sum + length, 0);
  let pairs = mostLetterPairs;
  return (name, at, path) => {
    // An empty name comes from a file that could not be read: the schema allows none.
    if (name === undefined || name === "" || known.has(name)) return;
    pairs -= letters * name.length;
    const { nearest: suggestion, only: certain } = nearestOf(name, pairs < 0 ? [] : known);
    const span = spanOf(at.origin, path);
    const fix =
      certain === undefined ? {} : { fix: { span, text: code === "unknown-item" ? JSON.stringify(certain) : certain } };
    report({ code, values: { name, ...(suggestion === undefined ? {} : { suggestion }) }, span, ...fix });
  };
}

function reportDuplicates(rows: readonly Located<{ readonly id: string }>[], report: Report): void {
  const first = new Map<string, Located<{ readonly id: string }>>();
  for (const row of rows) {
    const { id } = row.data;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row);
    else
      report({
        code: "duplicate-id",
        values: { id },
        span: spanOf(row.origin, ["id"]),
        related: [{ span: spanOf(earlier.origin, ["id"]), code: "first-here" }],
      });
  }
}

/** Segments of an id as numbers: "3.5.12-1" → [3, 5, 12, 1]. */
const segments = (id: string): number[] => id.split(/[.-]/).map(Number);

/** The order of ids: by their numbers, level by level. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [segments(a), segments(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const sectionOf = (id: string): string => String(segments(id)[0]);
const standsInItsSection = ({ data, section }: PlanItem): boolean => sectionOf(data.id) === section.data.id;

function checkOrder(plan: Plan, report: Report): void {
  let previous = "";
  let section = "";
  for (const item of plan.items) {
    const { data, origin, section: heading } = item;
    if (!standsInItsSection(item)) {
      report({
        code: "wrong-section",
        values: { id: data.id, section: heading.data.id, expected: sectionOf(data.id) },
        span: spanOf(origin, ["id"]),
      });
      continue;
    }
    if (section === heading.data.id && compareIds(data.id, previous) < 0) {
      report({ code: "number-out-of-order", values: { id: data.id, previous }, span: spanOf(origin, ["id"]) });
    }
    [previous, section] = [data.id, heading.data.id];
  }
}

/** A party that is, through groups, a member of itself. */
function checkMembership(series: Series, report: Report): void {
  const groups = new Map(series.parties.map(({ data }) => [data.id, data["member-of"] ?? []]));
  const told = new Set<string>();
  for (const party of series.parties) {
    const seen = reachable(party.data["member-of"] ?? [], (group) => groups.get(group) ?? []);
    if (!seen.has(party.data.id) || told.has(party.data.id)) continue;
    for (const group of seen) told.add(group);
    const index = (party.data["member-of"] ?? []).findIndex((group) => seen.has(group));
    report({ code: "party-cycle", values: { name: party.data.id }, span: spanOf(party.origin, ["member-of", index]) });
  }
}

/** References among the parties of a series. */
export function checkSeries(series: Series, report: Report): void {
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
  party(series.data.controller, series, ["controller"]);
  for (const row of series.parties) {
    for (const key of ["member-of", "officer-of", "oversees"] as const) {
      const list = row.data[key];
      if (Array.isArray(list)) list.forEach((name: string, index) => party(name, row, [key, index]));
    }
  }
  for (const row of series.profiles) row.data.parties.forEach((name, index) => party(name, row, ["parties", index]));
  series.glossary.data.terms.forEach((term, index) => party(term.party, series.glossary, ["terms", index, "party"]));
  checkMembership(series, report);
}

/** Every name that the plan of a year uses must be defined; every id must be unique and stand where it belongs. */
export function checkPlan(series: Series, plan: Plan, report: Report): void {
  reportDuplicates(plan.items.filter(standsInItsSection), report);
  for (const rows of [plan.sections, plan.periods, plan.events, plan.occurrences, plan.readings])
    reportDuplicates(rows, report);
  checkOrder(plan, report);

  const periods = new Map(plan.periods.map((row) => [row.data.id, row]));
  const party = lookup(
    series.parties.map(({ data }) => data.id),
    "unknown-party",
    report,
  );
  const event = lookup(
    plan.events.map(({ data }) => data.id),
    "unknown-event",
    report,
  );
  const period = lookup(periods.keys(), "unknown-period", report);
  const unit = lookup([...unitWords, ...periods.keys()], "unknown-period", report);
  const item = lookup(
    plan.items.map(({ data }) => data.id),
    "unknown-item",
    report,
  );
  const amendment = lookup(
    (plan.order.data.amendments ?? []).map(({ id }) => id),
    "unknown-amendment",
    report,
  );
  const reading = lookup(
    plan.readings.map(({ data }) => data.id),
    "unknown-reading",
    report,
  );

  const key = (name: string | undefined, at: Located<unknown>, path: Path): void => {
    if (name !== undefined && isReservedKey(name))
      report({ code: "reserved-key", values: { key: name }, span: spanOf(at.origin, path) });
  };
  const rule = (deadline: Deadline, at: Located<unknown>, below: Path): void =>
    visitRule(
      deadline,
      {
        rule: (each, path) => {
          key(each.key, at, [...path, "key"]);
          each.audience?.forEach((name, index) => party(name, at, [...path, "audience", index]));
        },
        reference: ({ kind, name }, path) => {
          if (kind === "event") event(name, at, path);
          else if (kind === "period") unit(name, at, path);
        },
        period: (name, path) => period(name, at, path),
        recurrence: (name, path) => {
          unit(name, at, path);
          if (periods.has(name) && unitOf(name, periods) === undefined)
            report({ code: "not-recurring", values: { name }, span: spanOf(at.origin, path) });
        },
      },
      below,
    );

  for (const row of plan.items) {
    (row.data.responsible ?? []).forEach((name, index) => party(name, row, ["responsible", index]));
    item(row.data["same-cells-as"], row, ["same-cells-as"]);
    (row.data["amended-by"] ?? []).forEach((name, index) => amendment(name, row, ["amended-by", index]));
    reading(row.data["party-reading"], row, ["party-reading"]);
    if (row.data.deadline) rule(row.data.deadline, row, ["deadline"]);
    const { control } = row.data;
    item(control?.["control-of"], row, ["control", "control-of"]);
    reading(control?.["party-reading"], row, ["control", "party-reading"]);
    if (control?.deadline) rule(control.deadline, row, ["control", "deadline"]);
  }
  for (const row of plan.periods) {
    item(row.data["same-as"], row, ["same-as"]);
    for (const key of ["from", "to"] as const) {
      const bound = row.data[key];
      if (typeof bound === "object") item(bound.item, row, [key, "item"]);
    }
  }
  for (const row of plan.events) item(row.data.latest, row, ["latest"]);
  for (const row of plan.occurrences) {
    event(row.data.event, row, ["event"]);
    key(row.data.id, row, ["id"]);
  }
  for (const row of plan.readings) {
    party(row.data.party, row, ["party"]);
    row.data.as.forEach((name, index) => party(name, row, ["as", index]));
  }
  series.glossary.data.terms.forEach((term, index) => period(term.period, series.glossary, ["terms", index, "period"]));
}
