import { listDueWindows } from "./due-windows.ts";
import type { Series } from "../load/workspace.ts";
import type { ResolvedPlan } from "./model.ts";
import { createPartyGraph } from "./parties.ts";
import { listAwaitableEvents } from "./awaitable-events.ts";
import { Resolver, type ResolverSetting } from "./resolver/resolver.ts";
import { resolveItems } from "./rows.ts";

/** A plan, its series, and what it is resolved with. */
export interface UncheckedPlan extends Omit<ResolverSetting, "zone" | "parties"> {
  readonly series: Series;
}

/**
 * Resolves a plan whose references are known to be sound: deadlines, controls, events. Only days and calendars that do not
 * exist are reported. A browser resolves by this alone what the build has checked, with the forms that its rules have.
 */
export function resolveUnchecked({ series, ...setting }: UncheckedPlan): {
  readonly resolved: ResolvedPlan;
  readonly resolver: Resolver;
} {
  const { plan, policy } = setting;
  const resolver = new Resolver({ ...setting, zone: series.data["time-zone"], parties: series.parties });
  const items = resolveItems(resolver, new Map(plan.readings.map(({ data }) => [data.id, data])));
  const parties = createPartyGraph(series.parties.map(({ data }) => data));
  const resolved: ResolvedPlan = {
    series,
    plan,
    id: resolver.id,
    bounds: resolver.bounds,
    calendar: policy.calendar,
    rules: policy.rules,
    ownCalendars: policy.ownCalendars,
    files: policy.files,
    parties,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    awaitableEvents: listAwaitableEvents(plan, items),
    dueWindows: listDueWindows(items, {
      series,
      id: resolver.id,
      bounds: resolver.bounds,
      approved: plan.hasOrder ? plan.order.data.date : undefined,
      parties,
    }),
  };
  return { resolved, resolver };
}
