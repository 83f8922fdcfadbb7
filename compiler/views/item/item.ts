import type { ResolvedControl, ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { nameOf, namesStatusOf, type NamesStatus } from "../../explain/titles.ts";
import { chainView, type ChainView } from "./chain.ts";
import { derivationView, type DerivationView } from "./derivation.ts";
import { controlForm } from "../../query/controls.ts";
import { parseDate } from "../../calendar/day.ts";
import type { Item } from "../../generated/types.ts";
import { dayView } from "../days.ts";
import { duesOfItem, type DueView } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { historyOf, type ItemHistory } from "./history.ts";
import { dueWindowsOfItem, fulfilmentsOf, itemOrdinal, waitsOfItem } from "../../query/plan-index.ts";
import { sourceLine } from "./source.ts";
import { piecesOf, type Slip, type TextPiece } from "../text-pieces.ts";
import { undatedView, type UndatedView } from "../undated.ts";

/** An item that is only named. */
export interface ItemRef {
  readonly id: string;
  readonly title: string;
}

export interface ItemReading {
  readonly word: string;
  readonly means: readonly PartyRef[];
  readonly because: string;
}

export interface ItemControl {
  readonly form: string | null;
  readonly wording: string | null;
  readonly state: UndatedView["state"] | "dated";
  readonly act: string | null;
  readonly controlOf: string | null;
  readonly reading: ItemReading | null;
  readonly controlled: readonly PartyRef[];
  readonly self: boolean;
  readonly dates: readonly DerivationView[];
}

/** Everything on an item's page. */
export interface ItemView extends ItemRef {
  readonly number: string | null;
  /** Whose words the title is; null where it is the order's. */
  readonly named: NamesStatus | null;
  readonly activity: readonly TextPiece[];
  readonly section: { readonly id: string; readonly number: string; readonly short: string };
  readonly above: readonly ItemRef[];
  readonly children: readonly ItemRef[];
  readonly responsible: readonly PartyRef[];
  readonly reading: ItemReading | null;
  readonly wording: string | null;
  readonly wordingPieces: readonly TextPiece[];
  readonly inheritedFrom: string | null;
  readonly undated: UndatedView | null;
  readonly dates: readonly DerivationView[];
  readonly dues: readonly DueView[];
  readonly control: ItemControl | null;
  readonly chain: ChainView | null;
  /** The events that its deadline counts from. */
  readonly waits: readonly {
    readonly id: string;
    readonly title: string;
    readonly scope: "public" | "own" | "recurring";
  }[];
  /** Items that wait for this one. */
  readonly awaitedBy: readonly ItemRef[];
  readonly slips: readonly Slip[];
  readonly note: string | null;
  readonly url: string | null;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly tags: readonly string[];
  /** What has become of it, on which day and where that is known from. */
  readonly done: { readonly day: string; readonly source: string; readonly url: string | null } | null;
  readonly history: ItemHistory;
  readonly source: { readonly path: string; readonly line: number; readonly url: string | null };
  /** The acts that moved days off which its dates ran into. */
  readonly acts: readonly string[];
  readonly previous: ItemRef | null;
  readonly next: ItemRef | null;
}

const ref = (plan: ResolvedPlan, item: ResolvedItem): ItemRef => ({ id: item.id, title: nameOf(item, plan.byId) });

function ancestors(plan: ResolvedPlan, item: ResolvedItem): ItemRef[] {
  const parent = item.parent === null ? undefined : plan.byId.get(item.parent);
  return parent === undefined ? [] : [...ancestors(plan, parent), ref(plan, parent)];
}

function readingView(plan: ResolvedPlan, reading: ResolvedItem["reading"]): ItemReading | null {
  return reading === null
    ? null
    : {
        word: partyRef(plan, reading.party).label,
        means: reading.as.map((id) => partyRef(plan, id)),
        because: reading.because,
      };
}

function datesOf(plan: ResolvedPlan, id: string, kind: DueView["kind"]): DerivationView[] {
  return dueWindowsOfItem(plan, id)
    .filter((due) => due.kind === kind)
    .map((due) => derivationView(plan, due));
}

/** Each act that a skipped or red day of the item's dates cites, once. */
function actsOf(plan: ResolvedPlan, id: string): string[] {
  const reasons = dueWindowsOfItem(plan, id)
    .flatMap(({ window }) => window.trace)
    .flatMap((step) =>
      step.step === "count" || step.step === "pick"
        ? step.skipped.map(({ reason }) => reason)
        : step.step === "roll"
          ? [step.reason]
          : [],
    );
  return [...new Set(reasons.flatMap((reason) => ("source" in reason ? [reason.source] : [])))];
}

function controlView(plan: ResolvedPlan, item: ResolvedItem, control: ResolvedControl): ItemControl {
  return {
    form: controlForm(plan, item),
    wording: control.deadline?.text ?? null,
    state: control.deadline?.state ?? "none",
    act: control.deadline?.rule.external ?? null,
    controlOf: control.controlOf,
    reading: readingView(plan, control.reading),
    controlled: control.controlled.map((id) => partyRef(plan, id)),
    self: control.controlled.includes(plan.series.data.controller ?? ""),
    dates: datesOf(plan, item.id, "control"),
  };
}

/** When a row was done, and where that is known from. */
function doneView(plan: ResolvedPlan, status: Item["status"]): ItemView["done"] {
  const day = status === undefined ? undefined : parseDate(status.date);
  return status === undefined || day === undefined
    ? null
    : { day: dayView(plan, day).fullDate, source: status.source.title, url: status.source.url ?? null };
}

/** The page of one item. */
export function itemView(plan: ResolvedPlan, id: string): ItemView {
  const item = plan.byId.get(id)!;
  const { data } = item.source;
  const index = itemOrdinal(plan, id);
  const [previous, next] = [plan.items[index - 1], plan.items[index + 1]];
  const slips = data.slips ?? [];
  const section = plan.plan.sections.find((each) => each.data.id === item.section)!.data;
  const awaiting = fulfilmentsOf(plan, id).flatMap(({ awaitedBy }) => awaitedBy);
  return {
    ...ref(plan, item),
    number: item.number,
    named: data.name === undefined ? null : (namesStatusOf(plan) ?? null),
    activity: piecesOf(data.activity, slips),
    section: { id: section.id, number: section.number, short: section.short ?? section.title },
    above: ancestors(plan, item),
    children: item.children.map((child) => ref(plan, plan.byId.get(child)!)),
    responsible: item.responsible.map((party) => partyRef(plan, party)),
    reading: readingView(plan, item.reading),
    wording: item.deadline?.text ?? null,
    wordingPieces: piecesOf(item.deadline?.text ?? "", slips),
    inheritedFrom: item.deadline?.inherited ? (data["same-cells-as"] ?? null) : null,
    undated: item.deadline === null || item.deadline.state === "dated" ? null : undatedView(plan, item),
    dates: datesOf(plan, id, "work"),
    dues: duesOfItem(plan, id),
    control: item.control === null ? null : controlView(plan, item, item.control),
    chain: chainView(plan, item),
    awaitedBy: [...new Set(awaiting.map((each) => each.item))].map((each) => ref(plan, plan.byId.get(each)!)),
    waits: waitsOfItem(plan, id).map(({ id: event, title, scope }) => ({ id: event, title, scope })),
    acts: actsOf(plan, id),
    slips,
    note: data.note ?? null,
    url: data.url ?? null,
    links: data.links ?? [],
    tags: data.tags ?? [],
    done: doneView(plan, data.status),
    history: historyOf(plan, item),
    source: sourceLine(plan, item),
    previous: previous === undefined ? null : ref(plan, previous),
    next: next === undefined ? null : ref(plan, next),
  };
}
