import type { Item } from "../generated/types.ts";
import { located } from "../load/yaml/parsed-yaml.ts";
import type { PlanItem, Reading } from "../load/workspace.ts";
import { valuesByKey } from "../source/values-by-key.ts";
import { resolveDeadline } from "./windows/windows.ts";
import type { ResolvedControl, ResolvedItem } from "./model.ts";
import type { Resolver } from "./resolver/resolver.ts";

/** The printed number: the id with a final dot, unless the row says otherwise; rows below an unnumbered level have none. */
function printedNumber(item: Item): string | null {
  if (item.number !== undefined) return item.number;
  return item.id.includes("-") ? null : `${item.id}.`;
}

/** A row with its deadline; its control comes when every row is known. */
function resolveRowBeforeControl(
  row: PlanItem,
  resolver: Resolver,
  readings: ReadonlyMap<string, Reading>,
  children: ReadonlyMap<string | undefined, readonly string[]>,
): ResolvedItem {
  const { data } = row;
  const deadline = resolver.deadlineOf(data.id, row, ["id"]);
  const responsibleOwner = resolver.ownerOf(row, "responsible");
  const reading = responsibleOwner.data["party-reading"];
  return {
    id: data.id,
    number: printedNumber(data),
    source: row,
    section: row.section.data.id,
    parent: resolver.parentOf(data.id) ?? null,
    children: children.get(data.id) ?? [],
    responsible: responsibleOwner.data.responsible ?? [],
    responsibleInherited: responsibleOwner !== row,
    reading: reading === undefined ? null : (readings.get(reading) ?? null),
    deadline,
    control: null,
    withdrawn: data.withdrawn ?? null,
  };
}

/** All who are responsible below an item. */
function belowResponsible(item: ResolvedItem, byId: ReadonlyMap<string, ResolvedItem>): string[] {
  return item.children.flatMap((id) => {
    const child = byId.get(id)!;
    return child.responsible.length > 0 ? child.responsible : belowResponsible(child, byId);
  });
}

/** The control that a row had before an amendment took it away, with the dates that were past by then. */
function formerControl(item: ResolvedItem, resolver: Resolver): ResolvedControl | null {
  const deadline = resolver.amended(null, item.source, "control");
  const control = deadline?.windows[0]?.former?.item.control;
  return deadline === null || !control ? null : { ...control, deadline };
}

function resolveControl(
  item: ResolvedItem,
  byId: ReadonlyMap<string, ResolvedItem>,
  resolver: Resolver,
  readings: ReadonlyMap<string, Reading>,
): ResolvedControl | null {
  const owner = resolver.ownerOf(item.source, "control");
  const { control } = owner.data;
  if (control === undefined) return formerControl(item, resolver);
  const inherited = owner !== item.source;
  const rule = item.withdrawn === null ? control.deadline : undefined;
  const deadline = resolver.amended(
    rule === undefined
      ? null
      : resolveDeadline(located(rule, owner.origin, "control", "deadline"), item.source, "control", resolver),
    item.source,
    "control",
  );
  const controlled = item.responsible.length > 0 ? item.responsible : [...new Set(belowResponsible(item, byId))];
  const name = control["party-reading"];
  return {
    form: control.form ?? null,
    controlOf: control["control-of"] ?? null,
    deadline: deadline && { ...deadline, inherited },
    inherited,
    reading: name === undefined ? null : (readings.get(name) ?? null),
    controlled,
    origin: located(control, owner.origin, "control").origin,
  };
}

/** Every row of the plan with its deadline and its control. */
export function resolveItems(resolver: Resolver, readings: ReadonlyMap<string, Reading>): ResolvedItem[] {
  const rows = [...resolver.rows.items.values()];
  const children = valuesByKey([...resolver.rows.items.keys()].map((id) => [resolver.parentOf(id), id]));
  // The deadlines of all rows come before the first control: a control may depend on any of them.
  const items = rows.map((row) => resolveRowBeforeControl(row, resolver, readings, children));
  const withoutControl = new Map(items.map((item) => [item.id, item]));
  return items.map((item) => ({ ...item, control: resolveControl(item, withoutControl, resolver, readings) }));
}
