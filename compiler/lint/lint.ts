import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { Rule } from "./rule.ts";
import { undefinedAbbreviation, unusedTerm } from "./rules/abbreviations.ts";
import { controlBeforeDeadline } from "./rules/control-before-deadline.ts";
import { controlOnDeadline } from "./rules/control-on-deadline.ts";
import { controlWithoutForm } from "./rules/control-without-form.ts";
import { busiestWeek, crowdedDay } from "./rules/crowded-days.ts";
import { deadlineOnDayOff } from "./rules/deadline-on-day-off.ts";
import { nameHoldsTime } from "./rules/name-holds-time.ts";
import { monthEndsOnDaysOff, namedDayOff } from "./rules/named-day-off.ts";
import { audienceDiffers } from "./rules/audience-differs.ts";
import { nobodyResponsible } from "./rules/nobody-responsible.ts";
import { printedTimesDiffer } from "./rules/printed-times.ts";
import { provisionalCalendar } from "./rules/provisional-calendar.ts";
import { repeatedRecord } from "./rules/repeated-record.ts";
import { reviewLeft, reviewPending } from "./rules/review.ts";
import { newYearSnapshot, workingWeekend } from "./rules/season-traps.ts";
import { skippedNumber, skippedSection } from "./rules/skipped-number.ts";
import { stillAwaited } from "./rules/still-awaited.ts";
import { dashForNothing, latinLetter, trailingComma } from "./rules/stray-signs.ts";
import { unusedEvent, unusedParty, unusedPeriod, unusedReading } from "./rules/unused.ts";
import { shortNotExcerpt, slipNotFound } from "./rules/verbatim.ts";
import { wordingAgrees } from "./rules/wording-agrees.ts";
import { wordingNamesParty } from "./rules/wording-names-party.ts";
import { yearInDay } from "./rules/year-in-day.ts";

/** Every rule, in the order they run. */
export const rules: readonly Rule[] = [
  slipNotFound,
  shortNotExcerpt,
  nameHoldsTime,
  namedDayOff,
  monthEndsOnDaysOff,
  deadlineOnDayOff,
  controlBeforeDeadline,
  controlOnDeadline,
  yearInDay,
  provisionalCalendar,
  nobodyResponsible,
  controlWithoutForm,
  skippedNumber,
  skippedSection,
  wordingNamesParty,
  audienceDiffers,
  wordingAgrees,
  printedTimesDiffer,
  crowdedDay,
  busiestWeek,
  workingWeekend,
  newYearSnapshot,
  stillAwaited,
  repeatedRecord,
  latinLetter,
  trailingComma,
  dashForNothing,
  reviewLeft,
  reviewPending,
  undefinedAbbreviation,
  unusedTerm,
  unusedParty,
  unusedEvent,
  unusedPeriod,
  unusedReading,
];

/** What every rule reports on a resolved plan. */
export function lint(resolved: ResolvedPlan): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  for (const rule of rules) rule.check(resolved, report);
  return diagnostics;
}
