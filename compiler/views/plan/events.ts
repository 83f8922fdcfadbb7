import { parseDate } from "../../calendar/day.ts";
import type { Source } from "../../generated/types.ts";
import { deadlineIn, type CellKind, type ResolvedPlan } from "../../resolve/model.ts";
import { nameOf } from "../../explain/titles.ts";
import { dayView, type DayView } from "../days.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";

/** An item whose work or control waits for an event. */
export interface Dependent {
  readonly item: string;
  readonly title: string;
  readonly kind: CellKind;
  readonly wording: string;
  readonly parties: readonly PartyRef[];
}

export interface OccurrenceView {
  readonly id: string;
  readonly title: string;
  readonly day: DayView;
  readonly source: Source;
}

/** An event that deadlines wait for. */
export interface EventView {
  readonly id: string;
  readonly title: string;
  readonly scope: "public" | "own" | "recurring";
  readonly dependents: readonly Dependent[];
  /** The item whose fulfilment it is: until recorded, its end serves. */
  readonly fulfils: { readonly item: string; readonly title: string } | null;
  readonly occurrences: readonly OccurrenceView[];
}

/** The events of a plan, each with what waits for it and what is recorded. */
export function eventViews(plan: ResolvedPlan): EventView[] {
  return plan.awaitableEvents.map((event) => {
    const fulfilled = event.fulfils === null ? undefined : plan.byId.get(event.fulfils);
    return {
      id: event.id,
      title: event.title,
      scope: event.scope,
      fulfils: fulfilled === undefined ? null : { item: fulfilled.id, title: nameOf(fulfilled, plan.byId) },
      dependents: event.awaitedBy.map(({ item: id, kind }) => {
        const item = plan.byId.get(id)!;
        return {
          item: id,
          title: nameOf(item, plan.byId),
          kind,
          wording: deadlineIn(item, kind)?.text ?? "",
          parties: (kind === "work" ? item.responsible : (item.control?.controlled ?? [])).map((party) =>
            partyRef(plan, party),
          ),
        };
      }),
      occurrences: plan.plan.occurrences
        .filter(({ data }) => data.event === event.id)
        .map(({ data }) => ({
          id: data.id,
          title: data.title,
          day: dayView(plan, parseDate(data.date)!),
          source: data.source,
        })),
    };
  });
}
