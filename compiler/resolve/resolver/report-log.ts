import type { Day } from "../../calendar/day.ts";
import type { DayOrUncoveredYear, WorkingCalendar } from "../../calendar/working-calendar.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { spanOf, writtenAt } from "../../load/yaml/parsed-yaml.ts";
import type { RuleSite } from "../rule-site.ts";

/** Reports diagnostics and counts them, so that a missing date without a reason is noticed and a reason is given once. */
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

  /** Number of diagnostics reported so far, suppressed duplicates included. */
  get count(): number {
    return this.#count;
  }

  /** Counts a diagnostic that has been reported already, here or when names were looked up (`references.ts`). */
  noteReported(): void {
    this.#count += 1;
  }

  /** Returns the day of a calendar's answer. A year without a calendar is reported, once, and gives undefined. */
  orReport(answer: DayOrUncoveredYear, calendar: WorkingCalendar, site: RuleSite): Day | undefined {
    if (typeof answer === "number") return answer;
    if (this.#uncoveredYears.has(answer.year)) {
      this.noteReported();
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
