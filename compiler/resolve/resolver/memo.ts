import type { Dates } from "../resolution.ts";
import type { RuleSite } from "../rule-site.ts";
import type { DateBudget } from "./date-budget.ts";
import type { ReportLog } from "./report-log.ts";

const noDates: Dates = { state: "dated", windows: [], waiting: [] };

/**
 * Dates by the key of what they depend on: rows of the same words share them, as a large plan repeats its phrases. Each row
 * still pays for its dates.
 */
export class DatesMemo {
  readonly #found = new Map<string, { readonly dates: Dates; readonly cost: number }>();
  readonly #budget: DateBudget;
  readonly #log: ReportLog;
  /** What the deadlines that the one in hand depends on have taken. */
  #nested = 0;

  constructor(budget: DateBudget, log: ReportLog) {
    this.#budget = budget;
    this.#log = log;
  }

  /** Returns the dates of a key, found once; without a key they are found anew. Dates of which something was reported are not shared. */
  datesOf(key: string | undefined, site: RuleSite, find: () => Dates): Dates {
    const known = key === undefined ? undefined : this.#found.get(key);
    const [before, outerNested, since] = [this.#budget.spent, this.#nested, this.#log.mark()];
    let dates: Dates;
    if (known === undefined) {
      this.#nested = 0;
      dates = find();
      const cost = this.#budget.spent - before - this.#nested;
      if (key !== undefined && this.#log.isSilentSince(since)) this.#found.set(key, { dates, cost });
    } else dates = this.#budget.take(known.cost, site) ? known.dates : noDates;
    this.#nested = outerNested + this.#budget.spent - before;
    return dates;
  }
}
