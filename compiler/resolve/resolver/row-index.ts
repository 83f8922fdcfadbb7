import type { Event, Occurrence, Period } from "../../generated/types.ts";
import type { Plan, PlanItem } from "../../load/workspace.ts";
import type { Located } from "../../load/yaml/parsed-yaml.ts";

/** The rows of a plan by their ids. */
export interface RowIndex {
  readonly items: ReadonlyMap<string, PlanItem>;
  readonly periods: ReadonlyMap<string, Located<Period>>;
  readonly events: ReadonlyMap<string, Located<Event>>;
  /** By the event that they record, in the order of the file. */
  readonly occurrences: ReadonlyMap<string, readonly Located<Occurrence>[]>;
}

const byId = <T extends { readonly data: { readonly id: string } }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.data.id, row]));

function byEvent(rows: Plan["occurrences"]): RowIndex["occurrences"] {
  const found = new Map<string, Located<Occurrence>[]>();
  for (const row of rows) {
    const known = found.get(row.data.event);
    if (known === undefined) found.set(row.data.event, [row]);
    else known.push(row);
  }
  return found;
}

/** Returns the rows of a plan by their ids; of two rows of one id the later one. */
export function indexRows({ items, periods, events, occurrences }: Plan): RowIndex {
  return {
    items: byId(items),
    periods: byId(periods),
    events: byId(events),
    occurrences: byEvent(occurrences),
  };
}

/** The id above: "3.5.12" → "3.5", "1.1.5-1" → "1.1.5"; "" above a section. */
function idAbove(id: string): string {
  const cut = Math.max(id.lastIndexOf("."), id.lastIndexOf("-"));
  return cut === -1 ? "" : id.slice(0, cut);
}

/** Returns the nearest item above an id; undefined directly under a section. */
export function parentIn(items: RowIndex["items"], id: string): string | undefined {
  for (let above = idAbove(id); above !== ""; above = idAbove(above)) if (items.has(above)) return above;
  return undefined;
}
