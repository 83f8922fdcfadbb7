import type { Party } from "../../generated/types.ts";
import type { Relation, ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { nameOf } from "../../explain/titles.ts";
import { controlForm } from "../../query/controls.ts";
import { duesOfParty, type DueView } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { memoizeByPlan } from "../../query/plan-index.ts";
import { memoizeByObjectAndKey } from "../../source/memoize.ts";
import { monthsOf, type MonthView } from "../year/months.ts";
import { clauseAnchor } from "../document/order.ts";
import { recurringTable, type RecurringTable } from "./recurring-table.ts";
import { partiesOfProfile, relationToItem } from "../../query/audience.ts";
import { undatedOf, type UndatedView } from "../undated.ts";

/** A control of an item, as a row of a table. */
export interface ControlRow {
  readonly item: string;
  readonly title: string;
  readonly form: string | null;
  readonly wording: string | null;
  readonly state: "dated" | "on-event" | "continuous" | "external" | "none";
  readonly controlled: readonly PartyRef[];
  /** The controller is among the controlled. */
  readonly self: boolean;
}

/** What a party or a profile has to do and to be checked on. */
export interface Duties {
  readonly items: readonly { readonly item: ResolvedItem; readonly relation: Relation }[];
  readonly dues: readonly DueView[];
  readonly undated: Readonly<Record<UndatedView["state"], readonly UndatedView[]>>;
  readonly controls: readonly ControlRow[];
}

export interface RoleView extends Pick<Duties, "dues" | "undated" | "controls"> {
  /** The plan that it is a view of. */
  readonly planId: string;
  readonly party: PartyRef;
  readonly meaning: string | null;
  /** The groups whose duties are its too. */
  readonly groups: readonly PartyRef[];
  /** For a profile: the parties whose duties it gathers. */
  readonly union: readonly PartyRef[];
  /** The profiles that gather its duties with others'. */
  readonly profiles: readonly PartyRef[];
  readonly members: readonly PartyRef[];
  readonly officers: readonly PartyRef[];
  readonly officerOf: readonly PartyRef[];
  readonly oversees: readonly PartyRef[];
  readonly overseesAll: boolean;
  readonly scope: readonly string[];
  /** The clause of the order that says so; `anchor` is its place in the document where the order has it. */
  readonly clause: { readonly text: string; readonly anchor: string | null } | null;
  readonly controller: boolean;
  /** Who checks the plan, in a margin; empty where nobody is named. */
  readonly controllerMark: string;
  readonly total: number;
  readonly counts: Readonly<Record<"dated" | UndatedView["state"], number>>;
  readonly months: readonly MonthView[];
  readonly recurring: RecurringTable;
  /** Whether this plan dates anything of it. */
  readonly isDated: boolean;
}

/** The items that are a party's or a profile's, as work; what was withdrawn is nobody's. */
function itemsOfParty(plan: ResolvedPlan, party: string): { item: ResolvedItem; relation: Relation }[] {
  return plan.items.flatMap((item) => {
    const relation = relationToItem(plan, party, item, "work");
    return relation === undefined || item.withdrawn !== null ? [] : [{ item, relation }];
  });
}

/** The control of an item as a row. */
export function controlRow(plan: ResolvedPlan, item: ResolvedItem): ControlRow {
  const controlled = item.control?.controlled ?? [];
  return {
    item: item.id,
    title: nameOf(item, plan.byId),
    form: controlForm(plan, item),
    wording: item.control?.deadline?.text ?? null,
    state: item.control?.deadline?.state ?? "none",
    controlled: controlled.map((id) => partyRef(plan, id)),
    self: controlled.includes(plan.series.data.controller ?? ""),
  };
}

function controlsOf(plan: ResolvedPlan, party: string, dues: readonly DueView[]): ControlRow[] {
  const dated = new Set(dues.filter(({ kind }) => kind === "control").map(({ item }) => item));
  return plan.items
    .filter(
      (item) =>
        item.control !== null &&
        item.withdrawn === null &&
        (dated.has(item.id) || relationToItem(plan, party, item, "control") !== undefined),
    )
    .map((item) => controlRow(plan, item));
}

function clauseOf(plan: ResolvedPlan, clause: string | undefined): RoleView["clause"] {
  if (clause === undefined) return null;
  const found = plan.plan.order.data.clauses.find(({ number }) => clauseAnchor(number) === clauseAnchor(clause));
  return { text: clause, anchor: found === undefined ? null : clauseAnchor(found.number) };
}

/** The duties of a party or a profile. Memoized: its page and its tables share them. */
export const dutiesOf = memoizeByObjectAndKey((plan: ResolvedPlan, party: string): Duties => {
  const items = itemsOfParty(plan, party);
  const dues = duesOfParty(plan, party);
  return { items, dues, undated: undatedOf(plan, party, items), controls: controlsOf(plan, party, dues) };
});

function controllerMark({ series }: ResolvedPlan): string {
  const found = series.parties.find(({ data }) => data.id === series.data.controller)?.data;
  return found?.mark ?? found?.label ?? "";
}

/** The view of a party's or a profile's page. Memoized, since it may fill many pages. */
export const roleView = memoizeByObjectAndKey((plan: ResolvedPlan, id: string): RoleView => {
  const refs = (ids: readonly string[]): PartyRef[] => ids.map((each) => partyRef(plan, each));
  const data: Partial<Party> = plan.series.parties.find((party) => party.data.id === id)?.data ?? {};
  const union = partiesOfProfile(plan, id) ?? [];
  const groups = (union.length > 0 ? union : [id]).flatMap((party) => plan.parties.groupsOf(party));
  const { items, dues, undated, controls } = dutiesOf(plan, id);
  const counts = {
    dated: items.filter(({ item }) => item.deadline?.state === "dated").length,
    "on-event": undated["on-event"].length,
    continuous: undated.continuous.length,
    external: undated.external.length,
    none: undated.none.length,
  };
  return {
    planId: plan.id,
    party: partyRef(plan, id),
    meaning: plan.series.glossary.data.terms.find(({ party }) => party === id)?.meaning ?? null,
    union: refs(union),
    profiles: refs(
      plan.series.profiles.filter((profile) => profile.data.parties.includes(id)).map((profile) => profile.data.id),
    ),
    groups: refs([...new Set(groups)]),
    members: refs(plan.parties.members(id)),
    officers: refs(plan.parties.officersOf(id)),
    officerOf: refs(data["officer-of"] ?? []),
    oversees: data.oversees === undefined || data.oversees === "all" ? [] : refs([data.oversees].flat()),
    overseesAll: data.oversees === "all",
    scope: data.scope ?? [],
    clause: clauseOf(plan, data.clause),
    controller: id === plan.series.data.controller,
    controllerMark: controllerMark(plan),
    total: items.length,
    counts,
    dues,
    months: monthsOf(plan, dues),
    recurring: recurringTable(plan, dues),
    undated,
    controls,
    isDated: dues.length > 0,
  };
});

/** A party in the list of roles. */
export interface RoleEntry extends PartyRef {
  readonly items: number;
  readonly group: boolean;
  readonly overseer: boolean;
}

/** All parties as the chooser lists them. */
export const roleEntries = memoizeByPlan((plan): readonly RoleEntry[] =>
  plan.series.parties.map(({ data }) => ({
    ...partyRef(plan, data.id),
    items: itemsOfParty(plan, data.id).length,
    group: plan.parties.members(data.id).length > 0,
    overseer: data.oversees !== undefined && !plan.items.some((item) => item.responsible.includes(data.id)),
  })),
);
