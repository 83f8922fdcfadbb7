import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { UnkeyedWindow } from "../resolution.ts";
import type { RuleSite } from "../rule-site.ts";
import type { TraceStep } from "../model.ts";
import type { ReportLog } from "./report-log.ts";

/** Returns what a long derivation costs, in dates: every window carries its own. */
function traceCost(trace: readonly TraceStep[]): number {
  const skipped = trace.reduce((sum, step) => sum + ("skipped" in step ? step.skipped.length : 0), 0);
  return (trace.length >> 4) + (skipped >> 4);
}

/** Returns what some windows take of a plan's dates: one each, and more for long derivations. */
export const costOf = (windows: readonly UnkeyedWindow[]): number =>
  windows.reduce((sum, { trace }) => sum + 1 + traceCost(trace), 0);

/** The dates that all deadlines of a plan may have together (`limits.allWindows`). */
export class DateBudget {
  readonly #limit: number;
  readonly #log: ReportLog;
  #left: number;

  constructor(limit: number, log: ReportLog) {
    this.#limit = limit;
    this.#left = limit;
    this.#log = log;
  }

  /** Number of dates taken so far. */
  get spent(): number {
    return this.#limit - this.#left;
  }

  /** Takes a number of dates; false when the plan has no more. The date that is one too many is reported, once. */
  take(cost: number, site: RuleSite): boolean {
    if (this.#left < 0) {
      this.#log.reasonWasGiven();
      return false;
    }
    this.#left -= cost;
    if (this.#left >= 0) return true;
    this.#log.report({
      code: "too-many-dates",
      values: { limit: this.#limit },
      span: spanOf(site.deadline.origin, ["text"]),
    });
    return false;
  }
}
