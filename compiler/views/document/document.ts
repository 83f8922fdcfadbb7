import { oneLine } from "../../source/one-line.ts";
import type { ResolvedDeadline, ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { itemsOfSection, memoizeByPlan } from "../../query/plan-index.ts";
import { piecesOf, type Slip, type TextPiece } from "../text-pieces.ts";

/** One cell of the approved table; `rows` is how many rows it serves. */
export interface DocumentCell {
  readonly pieces: readonly TextPiece[];
  readonly rows: number;
  /** It serves rows up to this one. */
  readonly until: string | null;
}

/** A row of the table as printed; null where a cell above serves it. */
export interface DocumentRow {
  readonly id: string;
  readonly number: string;
  readonly heading: boolean;
  readonly activity: readonly TextPiece[];
  readonly deadline: DocumentCell | null;
  readonly responsible: DocumentCell | null;
  readonly form: DocumentCell | null;
  readonly controlDeadline: DocumentCell | null;
  readonly slips: readonly Slip[];
  /** Why the row is no longer in force; null while it is. */
  readonly withdrawn: string | null;
}

export interface SectionTable {
  readonly id: string;
  readonly number: string;
  readonly title: readonly TextPiece[];
  readonly plainTitle: string;
  readonly short: string;
  readonly slips: readonly Slip[];
  readonly rows: readonly DocumentRow[];
}

/** How many rows below share the cell with this one. */
function served(
  items: readonly ResolvedItem[],
  index: number,
  inherits: (item: ResolvedItem) => boolean,
): { rows: number; until: string | null } {
  let last = index;
  while (last + 1 < items.length && inherits(items[last + 1]!)) last += 1;
  return { rows: last - index + 1, until: last === index ? null : items[last]!.id };
}

function rowOf(plan: ResolvedPlan, items: readonly ResolvedItem[], index: number): DocumentRow {
  const item = items[index]!;
  const { data } = item.source;
  const slips = data.slips ?? [];
  const cell = (text: string, inherited: boolean, inherits: (other: ResolvedItem) => boolean): DocumentCell | null =>
    inherited ? null : { pieces: piecesOf(text, slips), ...served(items, index, inherits) };
  const responsible = data["responsible-text"] ?? item.responsible.map((id) => partyRef(plan, id).label).join(", ");
  return {
    id: item.id,
    number: item.number ?? "",
    heading: data.heading ?? false,
    activity: piecesOf(data.activity, slips),
    deadline: cell(
      item.deadline?.text ?? "",
      item.deadline?.inherited ?? false,
      (other) => other.deadline?.inherited ?? false,
    ),
    responsible: cell(
      responsible,
      item.responsibleInherited && item.responsible.length > 0,
      (other) => other.responsibleInherited && other.responsible.length > 0,
    ),
    form: cell(
      item.control?.form ?? "",
      item.control?.inherited ?? false,
      (other) => other.control?.inherited ?? false,
    ),
    controlDeadline: cell(
      item.control?.deadline?.text ?? "",
      item.control?.inherited ?? false,
      (other) => other.control?.inherited ?? false,
    ),
    slips,
    withdrawn: item.withdrawn?.reason ?? null,
  };
}

/** The approved table, section by section. */
export const sectionTables = memoizeByPlan((plan): readonly SectionTable[] =>
  plan.plan.sections.map(({ data }) => {
    const items = itemsOfSection(plan, data.id);
    return {
      id: data.id,
      number: data.number,
      title: piecesOf(data.title, data.slips ?? []),
      plainTitle: data.title,
      short: data.short ?? data.title,
      slips: data.slips ?? [],
      rows: items.map((_, index) => rowOf(plan, items, index)),
    };
  }),
);

/** An item in a section's outline. */
export interface OutlineItem {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly heading: boolean;
  readonly wording: string | null;
  readonly state: ResolvedDeadline["state"] | "none";
  readonly windows: number;
  readonly control: string | null;
  readonly controlWording: string | null;
  readonly parties: readonly PartyRef[];
  readonly withdrawn: string | null;
}

function levelOf(plan: ResolvedPlan, item: ResolvedItem): number {
  let level = 0;
  for (let parent = item.parent; parent !== null; parent = plan.byId.get(parent)?.parent ?? null) level += 1;
  return level;
}

/** The items of a section in order, with what a reader wants to see first. */
export function outlineOf(plan: ResolvedPlan, section: string): OutlineItem[] {
  return itemsOfSection(plan, section).map((item) => ({
    id: item.id,
    title: oneLine(item.source.data.activity),
    level: levelOf(plan, item),
    heading: item.children.length > 0,
    wording: item.deadline?.text ?? null,
    state: item.deadline?.state ?? "none",
    windows: item.deadline?.windows.length ?? 0,
    control: item.control?.form ?? null,
    controlWording: item.control?.deadline?.text ?? null,
    parties: item.responsible.map((id) => partyRef(plan, id)),
    withdrawn: item.withdrawn?.reason ?? null,
  }));
}
