import { parseDate } from "../calendar/day.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Diagnostic, Outcome, Report } from "../diagnostics/diagnostic.ts";
import { spanOf } from "../load/parsed-file.ts";
import type { Plan, Series, Workspace } from "../load/workspace.ts";
import { checkOccurrences } from "./anchors.ts";
import { listAwaited } from "./awaited.ts";
import { readDay } from "./calendars.ts";
import { listEvents } from "./events.ts";
import { resolveItems } from "./items.ts";
import { createPartyGraph } from "./parties.ts";
import { findPolicy, type Policy } from "./policy.ts";
import { checkPlan, checkSeries } from "./references.ts";
import type { ResolvedPlan } from "./resolved.ts";
import { Resolver, type ResolveOptions } from "./resolver.ts";

export type { ResolveOptions } from "./resolver.ts";

/** Two windows of one name would be one entry in a calendar. */
function reportDuplicateWindows(resolved: ResolvedPlan, report: Report): void {
  const seen = new Set<string>();
  for (const { uid, item, kind, window } of resolved.events) {
    if (!seen.has(uid)) {
      seen.add(uid);
      continue;
    }
    const { deadline, control } = resolved.byId.get(item)!;
    const origin = (kind === "work" ? deadline : control?.deadline)!.origin;
    report({ code: "duplicate-window", values: { item, key: window.key }, span: spanOf(origin, [...window.path, "key"]) });
  }
}

/** Resolves the plan of one year: references, deadlines, controls, events. */
export function resolvePlan(series: Series, plan: Plan, policy: Policy, options: ResolveOptions, report: Report): ResolvedPlan {
  checkPlan(series, plan, report);
  const resolver = new Resolver(plan, policy.calendar, policy.rules, options, report);
  const readings = new Map(plan.readings.map(({ data }) => [data.id, data]));
  for (const { data, origin } of [plan.order]) {
    if (parseDate(data.date) === undefined) readDay(data.date, plan.year, { data, origin }, ["date"], report);
  }
  for (const row of plan.occurrences) if (parseDate(row.data.date) === undefined) readDay(row.data.date, plan.year, row, ["date"], report);

  const items = resolveItems(resolver, readings);
  checkOccurrences(resolver);
  const parties = createPartyGraph(series.parties.map(({ data }) => data));
  const resolved: ResolvedPlan = {
    series, plan, year: resolver.year, calendar: policy.calendar, rules: policy.rules, parties, items, byId: new Map(items.map((item) => [item.id, item])),
    waitsFor: listAwaited(plan, items),
    events: listEvents(items, { series, year: resolver.year, approved: plan.order.data.date, parties }),
  };
  reportDuplicateWindows(resolved, report);
  return resolved;
}

/** Resolves every plan of a workspace. Pure: no clock, no files. */
export function resolve(workspace: Workspace, options: ResolveOptions = {}): Outcome<readonly ResolvedPlan[]> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const calendars = new Map<string, WorkingCalendar>();
  const plans: ResolvedPlan[] = [];
  for (const series of workspace.series) {
    checkSeries(series, report);
    const policy = findPolicy(series, workspace, calendars, report);
    if (policy === undefined) {
      // Dates wait for a calendar; names can be looked up without one.
      for (const plan of series.plans) checkPlan(series, plan, report);
      continue;
    }
    for (const plan of series.plans) plans.push(resolvePlan(series, plan, policy, options, report));
  }
  return { value: plans, diagnostics };
}
