import type { Report } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../load/limits.ts";
import { spanOf } from "../load/yaml/parsed-yaml.ts";
import type { Dates, Draft, RuleSite } from "./context.ts";
import type { TraceStep } from "./model.ts";

/** What a long derivation costs, in dates: it is kept with each. */
function costOf(trace: readonly TraceStep[]): number {
  const skipped = trace.reduce((sum, step) => sum + ("skipped" in step ? step.skipped.length : 0), 0);
  return (trace.length >> 4) + (skipped >> 4);
}

/** Dates of a name, and what they take of the dates that a plan may have. */
interface SharedDates {
  readonly dates: Dates;
  readonly cost: number;
}

/** Keeps account of what each answer takes of the dates that a plan may have; rows of the same words share their dates. */
export class Account {
  readonly report: Report;
  readonly #limit: number;
  #left: number;
  /** What the deadline in hand has taken so far, without those that it leans on. */
  #spent = 0;
  #told = 0;
  readonly #shared = new Map<string, SharedDates>();

  constructor(limits: Limits, report: Report) {
    this.#limit = limits.allWindows;
    this.#left = limits.allWindows;
    this.report = (diagnostic) => {
      this.tell();
      report(diagnostic);
    };
  }

  /** Somebody is told, or was told of the like before. */
  tell(): void {
    this.#told += 1;
  }

  get told(): number {
    return this.#told;
  }

  /** The dates of a name that were found before, else those found now; without a name they are this row's alone. */
  shared(name: string | undefined, site: RuleSite, find: () => Dates): Dates {
    const known = name === undefined ? undefined : this.#shared.get(name);
    if (known !== undefined)
      return this.#take(known.cost, site) ? known.dates : { state: "dated", windows: [], waiting: [] };
    const [outer, told] = [this.#spent, this.#told];
    this.#spent = 0;
    const dates = find();
    // What somebody was told of is told again at the next place.
    if (name !== undefined && told === this.#told) this.#shared.set(name, { dates, cost: this.#spent });
    this.#spent = outer;
    return dates;
  }

  /** Takes what a rule has given off what the plan may have in all; false, told once, when nothing is left. */
  spend(drafts: readonly Draft[], site: RuleSite): boolean {
    return this.#take(
      drafts.reduce((sum, { trace }) => sum + 1 + costOf(trace), 0),
      site,
    );
  }

  #take(cost: number, site: RuleSite): boolean {
    if (this.#left < 0) {
      this.tell();
      return false;
    }
    this.#left -= cost;
    this.#spent += cost;
    if (this.#left >= 0) return true;
    this.report({
      code: "too-many-dates",
      values: { limit: this.#limit },
      span: spanOf(site.deadline.origin, ["text"]),
    });
    return false;
  }
}
