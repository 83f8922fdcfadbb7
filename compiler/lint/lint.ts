import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { ResolvedPlan } from "../resolve/resolved.ts";
import type { Rule } from "./rule.ts";
import { undefinedAbbreviation, unusedTerm } from "./rules/abbreviations.ts";
import { controlBeforeDeadline } from "./rules/control-before-deadline.ts";
import { deadlineOnDayOff } from "./rules/deadline-on-day-off.ts";
import { monthEndsOnDaysOff, namedDayOff } from "./rules/named-day-off.ts";
import { provisionalCalendar } from "./rules/provisional-calendar.ts";
import { unusedEvent, unusedParty, unusedPeriod, unusedReading } from "./rules/unused.ts";
import { shortNotExcerpt, slipNotFound } from "./rules/verbatim.ts";

/** Every rule, in the order they run. */
export const rules: readonly Rule[] = [
  slipNotFound, shortNotExcerpt, namedDayOff, monthEndsOnDaysOff, deadlineOnDayOff, controlBeforeDeadline, provisionalCalendar,
  undefinedAbbreviation, unusedTerm, unusedParty, unusedEvent, unusedPeriod, unusedReading,
];

/** Holds a resolved plan to every rule. */
export function lint(resolved: ResolvedPlan): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  for (const rule of rules) rule.check(resolved, report);
  return diagnostics;
}
