import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Diagnostic, Outcome, Report } from "../diagnostics/diagnostic.ts";
import { spanOf } from "../load/yaml/parsed-yaml.ts";
import type { Plan, Series, Workspace } from "../load/workspace.ts";
import { checkOccurrences } from "./anchors.ts";
import { readDay } from "./calendars.ts";
import { allForms } from "./forms/all.ts";
import { KeptPlan, type KeptPlans } from "./kept-plan.ts";
import { findPolicy, type Policy } from "./policy.ts";
import { checkPlan, checkSeries } from "./references.ts";
import type { ResolvedPlan, Window } from "./model.ts";
import type { ResolveOptions } from "./resolver.ts";
import { resolveSound } from "./resolve-unchecked.ts";

export type { ResolveOptions } from "./resolver.ts";

const namesTwice = (windows: readonly Window[]): boolean =>
  new Set(windows.map(({ key }) => key)).size < windows.length;

/** Two windows of one name would be one entry in a calendar. */
function reportDuplicateWindows({ items, byId, events }: ResolvedPlan, report: Report): void {
  const suspect = new Set(
    items.flatMap(({ id, deadline, control }) =>
      [deadline, control?.deadline].some((cell) => cell && namesTwice(cell.windows)) ? [id] : [],
    ),
  );
  const seen = new Set<string>();
  for (const { uid, item, kind, window } of suspect.size === 0 ? [] : events) {
    if (!suspect.has(item)) continue;
    if (!seen.has(uid)) {
      seen.add(uid);
      continue;
    }
    const { deadline, control } = byId.get(item)!;
    const origin = (kind === "work" ? deadline : control?.deadline)!.origin;
    report({
      code: "duplicate-window",
      values: { item, key: window.key },
      span: spanOf(origin, [...window.path, "key"]),
    });
  }
}

/** Resolves the plan of one year: references, deadlines, controls, events. */
export function resolvePlan(
  series: Series,
  plan: Plan,
  policy: Policy,
  options: ResolveOptions,
  report: Report,
  kept?: KeptPlan,
): ResolvedPlan {
  checkPlan(series, plan, report, kept?.sound);
  for (const dated of [plan.order, ...plan.occurrences]) readDay(dated.data.date, plan.year, dated, ["date"], report);
  const { resolved, resolver } = resolveSound(series, plan, policy, allForms, options, report, kept);
  checkOccurrences(resolver);
  reportDuplicateWindows(resolved, report);
  return resolved;
}

/** All that stands outside the rows of a workspace, and how it is resolved. */
function outsideRows({ files, series }: Workspace, { asYear, tried, limits }: ResolveOptions): unknown[] {
  const sections = new Set(
    series.flatMap(({ plans }) => plans.flatMap((plan) => plan.sections.map(({ origin }) => origin.file))),
  );
  return [asYear, tried, limits, ...files.flatMap((file) => (sections.has(file) ? [] : [file.source.path, file.data]))];
}

/** Resolves every plan of a workspace. Pure: no clock, no files. */
export function resolve(
  workspace: Workspace,
  options: ResolveOptions = {},
  kept?: KeptPlans,
): Outcome<readonly ResolvedPlan[]> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const calendars = new Map<string, WorkingCalendar>();
  const plans: ResolvedPlan[] = [];
  const outside = kept === undefined ? [] : outsideRows(workspace, options);
  const keptOf = (series: Series, plan: Plan): KeptPlan | undefined => {
    if (kept === undefined) return undefined;
    const name = `${series.folder}/${plan.year}`;
    const known = kept.get(name) ?? new KeptPlan();
    known.holdTo([...outside, ...plan.items.map(({ data }) => data.id)]);
    kept.set(name, known);
    return known;
  };
  for (const series of workspace.series) {
    checkSeries(series, report);
    const policy = findPolicy(series, workspace, calendars, report);
    if (policy === undefined) {
      // Dates wait for a calendar; names can be looked up without one.
      for (const plan of series.plans) checkPlan(series, plan, report);
      continue;
    }
    for (const plan of series.plans)
      plans.push(resolvePlan(series, plan, policy, options, report, keptOf(series, plan)));
  }
  return { value: plans, diagnostics };
}
