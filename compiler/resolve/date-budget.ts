import type { Report } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../load/limits.ts";
import { spanOf } from "../load/yaml/parsed-yaml.ts";
import type { Dates, Draft, RuleSite } from "./context.ts";
import type { KeptPlan, SharedDates } from "./kept-plan.ts";
import type { TraceStep } from "./model.ts";

/** What a long derivation costs, in dates: it is kept with each. */
function costOf(trace: readonly TraceStep[]): number {
  const skipped = trace.reduce((sum, step) => sum + ("skipped" in step ? step.skipped.length : 0), 0);
  return (trace.length >> 4) + (skipped >> 4);
}

/**
 * Keeps account of what each answer takes of the dates that a plan may have, and of what it leans on: so that rows of the same
 * words share their dates, and an edit finds again only what it touches (`kept-plan.ts`). No date depends on it.
 */
export class Account {
  readonly report: Report;
  readonly kept: KeptPlan | undefined;
  readonly #limit: number;
  #left: number;
  /** What the deadline in hand has taken so far, without those that it leans on. */
  #spent = 0;
  #told = 0;
  /** Whether what is being found leans on another row than its own. */
  #leans = false;
  #row: string | undefined;
  /** Items and periods whose dates lean on other rows, or of which somebody was told. */
  readonly #leaning = new Set<string>();
  readonly #shared: Map<string, SharedDates>;

  constructor(limits: Limits, report: Report, kept?: KeptPlan) {
    this.kept = kept;
    this.#limit = limits.allWindows;
    this.#left = limits.allWindows;
    this.#shared = new Map(kept?.dates);
    this.report = (diagnostic) => {
      this.tell();
      report(diagnostic);
    };
  }

  /** What is being found leans on another row. */
  lean(): void {
    this.#leans = true;
  }

  /** What is being found leans on an item's dates: its own row's, unless they themselves lean on others. */
  leanOnItem(id: string): void {
    if (id !== this.#row || this.#leaning.has(id)) this.#leans = true;
  }

  /** What is being found leans on a period, which is no row. */
  leanOnPeriod(name: string): void {
    if (this.#leaning.has(name)) this.#leans = true;
  }

  /** Somebody is told, or was told of the like before. */
  tell(): void {
    this.#told += 1;
    this.#leans = true;
  }

  get told(): number {
    return this.#told;
  }

  /** Finds something for a row: what it takes, and whether it leans on other rows or somebody was told of it. */
  watch<T>(
    row: string | undefined,
    find: () => T,
  ): { readonly value: T; readonly leans: boolean; readonly cost: number } {
    const [outer, leant, left] = [this.#row, this.#leans, this.#left];
    this.#row = row;
    this.#leans = false;
    const value = find();
    const leans = this.#leans;
    [this.#row, this.#leans] = [outer, leans || leant];
    return { value, leans, cost: left - this.#left };
  }

  /** Finds the dates of an item or a period, and remembers under its name whether they lean on rows. */
  watchNamed<T>(name: string, row: string | undefined, find: () => T): T {
    const { value, leans } = this.watch(row, find);
    if (leans) this.#leaning.add(name);
    return value;
  }

  /** The dates of a name that were found before, else those found now; without a name they are this row's alone. */
  shared(name: string | undefined, site: RuleSite, find: () => Dates): Dates {
    const known = name === undefined ? undefined : this.#shared.get(name);
    if (known !== undefined) {
      if (known.leans) this.#leans = true;
      return this.take(known.cost, site) ? known.dates : { state: "dated", windows: [], waiting: [] };
    }
    const [outer, told] = [this.#spent, this.#told];
    this.#spent = 0;
    const { value: dates, leans } = this.watch(this.#row, find);
    const found = {
      dates: leans ? (this.kept?.sameDates(name ?? `${site.kind} ${site.item.data.id}`, dates) ?? dates) : dates,
      cost: this.#spent,
      leans,
    };
    // What somebody was told of is told again at the next place.
    if (name !== undefined && told === this.#told) this.#shared.set(name, found);
    if (name !== undefined && !leans) this.kept?.dates.set(name, found);
    this.#spent = outer;
    return found.dates;
  }

  /** Takes what a rule has given off what the plan may have in all; false, told once, when nothing is left. */
  spend(drafts: readonly Draft[], site: RuleSite): boolean {
    return this.take(
      drafts.reduce((sum, { trace }) => sum + 1 + costOf(trace), 0),
      site,
    );
  }

  /** Takes a number of dates off what the plan may have; see `spend`. */
  take(cost: number, site: Pick<RuleSite, "deadline">): boolean {
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
