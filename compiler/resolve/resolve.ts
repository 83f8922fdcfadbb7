import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Diagnostic, Outcome, Report } from "../diagnostics/diagnostic.ts";
import { monthDayText, parseTypedDate } from "../load/schema/parse-typed-date.ts";
import { located, spanOf } from "../load/yaml/parsed-yaml.ts";
import type { Workspace } from "../load/workspace.ts";
import { formerEditions } from "./editions/amendments.ts";
import { checkAmendments } from "./editions/check-amendments.ts";
import { keepingFormerWindows } from "./editions/former-windows.ts";
import { checkOccurrences } from "./occurrences.ts";
import { checkOrderDay, checkRecordDays, readOwnDay, recordsOfOtherYears, tellAtRecord } from "./checks/check-dates.ts";
import { allForms } from "./forms/all-forms.ts";
import { findPolicy } from "./policy.ts";
import { checkPlan, checkSeries } from "./checks/references.ts";
import { deadlineIn, type ResolvedPlan, type Window } from "./model.ts";
import type { Amend, ResolveOptions } from "./resolver/resolver.ts";
import { resolveUnchecked, type UncheckedPlan } from "./resolve-unchecked.ts";

export type { ResolveOptions } from "./resolver/resolver.ts";

/** A value that is no day, with the day that was probably meant. Said here, so that a browser need not bring what reads it. */
function withDayMeant(diagnostic: Diagnostic): Diagnostic {
  const value = diagnostic.code === "bad-day" ? String(diagnostic.values["value"]) : "";
  const [, year, day, month] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year !== undefined && Number(month) <= 12 && Number(day) > 12)
    return { ...diagnostic, values: { ...diagnostic.values, swapped: `${year}-${month!}-${day!}` } };
  const meant = parseTypedDate(value);
  return meant === undefined
    ? diagnostic
    : { ...diagnostic, values: { ...diagnostic.values, suggestion: monthDayText(meant) } };
}

const placeOf = ({ code, span }: Diagnostic): string => `${code} ${span.file} ${span.start} ${span.end}`;

const namesTwice = (windows: readonly Window[]): boolean =>
  windows.length > 1 && new Set(windows.map(({ key }) => key)).size < windows.length;

/** Two windows of one name would be one entry in a calendar. */
function reportDuplicateWindows({ items, byId, dueWindows }: ResolvedPlan, report: Report): void {
  const suspect = new Set(
    items.flatMap(({ id, deadline, control }) =>
      [deadline, control?.deadline].some((cell) => cell && namesTwice(cell.windows)) ? [id] : [],
    ),
  );
  const seen = new Set<string>();
  for (const { uid, item, kind, window } of suspect.size === 0 ? [] : dueWindows) {
    if (!suspect.has(item)) continue;
    if (!seen.has(uid)) {
      seen.add(uid);
      continue;
    }
    const { origin } = deadlineIn(byId.get(item)!, kind)!;
    report({
      code: "duplicate-window",
      values: { item, key: window.key },
      span: spanOf(origin, [...window.path, "key"]),
    });
  }
}

/** Resolves the editions that a plan had before, each on the past dates of the one before it. As of another year there are none. */
function resolveFormer(unchecked: Omit<UncheckedPlan, "forms">): Amend | undefined {
  if (unchecked.options?.asYear !== undefined) return undefined;
  let amend: Amend | undefined;
  for (const { plan, until } of formerEditions(unchecked.plan)) {
    const { resolved } = resolveUnchecked({ ...unchecked, plan, amend, forms: allForms });
    amend = keepingFormerWindows({ until, plan: resolved });
  }
  return amend;
}

/** Resolves one plan: references, deadlines, controls, events. */
function resolvePlan(unchecked: Omit<UncheckedPlan, "forms">): ResolvedPlan {
  const { series, plan, report } = unchecked;
  checkPlan(series, plan, report);
  const approved = plan.hasOrder ? checkOrderDay(plan, report) : undefined;
  for (const record of plan.occurrences) readOwnDay(record, plan.bounds, report);
  for (const { data, origin } of plan.items)
    if (data.status !== undefined) readOwnDay(located(data.status, origin, "status"), plan.bounds, report);
  checkAmendments(plan, approved, report);
  const uncovered = new Set<number>();
  const reportDated = tellAtRecord(recordsOfOtherYears(plan), plan, uncovered, report);
  const former: Diagnostic[] = [];
  const amend = resolveFormer({ ...unchecked, report: (diagnostic) => former.push(diagnostic) });
  const reported = new Set<string>();
  const { resolved, resolver } = resolveUnchecked({
    ...unchecked,
    forms: allForms,
    amend,
    report: (diagnostic) => {
      reported.add(placeOf(diagnostic));
      reportDated(diagnostic);
    },
  });
  // What is wrong with a row of an earlier edition too is said once.
  for (const diagnostic of former) {
    if (!reported.has(placeOf(diagnostic))) reportDated(diagnostic);
    reported.add(placeOf(diagnostic));
  }
  checkOccurrences(resolver);
  checkRecordDays(plan, uncovered, resolver);
  reportDuplicateWindows(resolved, report);
  return resolved;
}

/** Resolves every plan of a workspace. Pure: no clock, no files. */
export function resolve(workspace: Workspace, options: ResolveOptions = {}): Outcome<readonly ResolvedPlan[]> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(withDayMeant(diagnostic));
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
    for (const plan of series.plans) plans.push(resolvePlan({ series, plan, policy, options, report }));
  }
  return { value: plans, diagnostics };
}
