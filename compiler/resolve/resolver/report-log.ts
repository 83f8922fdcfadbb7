import type { Day } from "../../calendar/day.ts";
import type { DayOrUncoveredYear, WorkingCalendar } from "../../calendar/working-calendar.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { spanOf, writtenAt } from "../../load/yaml/parsed-yaml.ts";
import type { RuleSite } from "../rule-site.ts";

/** Reports diagnostics and knows whether any were since a mark, so that a missing date without a reason is noticed and a reason is given once. */
export class ReportLog {
  readonly report: Report;
  #count = 0;
  readonly #uncoveredYears = new Set<number>();

  constructor(report: Report) {
    this.report = (diagnostic) => {
      this.#count += 1;
      report(diagnostic);
    };
  }

  /** A mark at this place, for `isSilentSince`. */
  mark(): number {
    return this.#count;
  }

  /** Whether since a mark neither was anything reported nor a reason called given. */
  isSilentSince(mark: number): boolean {
    return this.#count === mark;
  }

  /** Says that a date is missing for a reason that has been reported already, here or when names were looked up (`references.ts`). */
  reasonWasGiven(): void {
    this.#count += 1;
  }

  /** Returns the day of a calendar's answer. A year without a calendar is reported, once, and gives undefined. */
  orReport(answer: DayOrUncoveredYear, calendar: WorkingCalendar, site: RuleSite): Day | undefined {
    if (typeof answer === "number") return answer;
    if (this.#uncoveredYears.has(answer.year)) {
      this.reasonWasGiven();
      return undefined;
    }
    this.#uncoveredYears.add(answer.year);
    const path = [...site.path, ...(site.form === undefined ? [] : [site.form])];
    const typed = dateOfYear(answer.year, writtenAt(site.deadline.origin, path));
    this.report({
      code: "no-calendar",
      values: { calendar: calendar.id, year: answer.year, typed },
      span: spanOf(site.deadline.origin, path, typed === undefined ? "key" : "value"),
    });
    return undefined;
  }
}

/** The first day of a year that a rule names itself: there the year may be a slip. */
const dateOfYear = (year: number, rule: unknown): string | undefined =>
  new RegExp(`\\b${year}-\\d\\d-\\d\\d\\b`).exec(JSON.stringify(rule) ?? "")?.[0];
