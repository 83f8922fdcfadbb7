import type { Report } from "../diagnostics/diagnostic.ts";
import type { Plan, Series } from "../load/workspace.ts";
import { listAwaited } from "./pending-events.ts";
import { listEvents } from "./events.ts";
import { resolveItems } from "./rows.ts";
import type { Forms } from "./context.ts";
import { createPartyGraph } from "./parties.ts";
import type { Policy } from "./policy.ts";
import type { ResolvedPlan } from "./model.ts";
import { Resolver, type ResolveOptions } from "./resolver.ts";

/**
 * Resolves a plan whose references are known to be sound: deadlines, controls, events. Told are only days and calendars
 * that do not exist. A browser resolves by this alone what the build has checked, with the forms that its rules have.
 */
export function resolveSound(
  series: Series,
  plan: Plan,
  policy: Policy,
  forms: Forms,
  options: ResolveOptions,
  report: Report,
): { readonly resolved: ResolvedPlan; readonly resolver: Resolver } {
  const resolver = new Resolver(plan, policy, forms, options, report);
  const items = resolveItems(resolver, new Map(plan.readings.map(({ data }) => [data.id, data])));
  const parties = createPartyGraph(series.parties.map(({ data }) => data));
  const resolved: ResolvedPlan = {
    series,
    plan,
    year: resolver.year,
    calendar: policy.calendar,
    rules: policy.rules,
    parties,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    waitsFor: listAwaited(plan, items),
    events: listEvents(items, { series, year: resolver.year, approved: plan.order.data.date, parties }),
  };
  return { resolved, resolver };
}
