import type { Day } from "../calendar/day.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "../load/limits.ts";
import { located, spanOf, type Located, type Path } from "../load/parsed-file.ts";
import type { Plan, PlanItem } from "../load/workspace.ts";
import type { Span } from "../source/span.ts";
import { yearBounds, type Context, type Dates, type Draft, type RuleSite, type Stretch } from "./context.ts";
import { resolveDeadline } from "./deadline.ts";
import type { KeptPlan, SharedDates } from "./kept-plan.ts";
import { resolveStretches } from "./periods.ts";
import type { ResolvedDeadline, TraceStep } from "./resolved.ts";

export interface ResolveOptions {
  /** Compile the plan as if it were of another year: every rule moves, nothing else changes. */
  readonly asYear?: number;
  /** A day to try for every event that has no date yet. */
  readonly tried?: Day;
  readonly limits?: Limits;
}

/** The id above: "3.5.12" → "3.5", "1.1.5-1" → "1.1.5". */
function idAbove(id: string): string {
  const cut = Math.max(id.lastIndexOf("."), id.lastIndexOf("-"));
  return cut === -1 ? "" : id.slice(0, cut);
}

/** What a long derivation costs, in dates: it is kept with each. */
function costOf(trace: readonly TraceStep[]): number {
  const skipped = trace.reduce((sum, step) => sum + ("skipped" in step ? step.skipped.length : 0), 0);
  return (trace.length >> 4) + (skipped >> 4);
}

/** Looks lazily through the items; what leans on itself is told with its path and resolves to nothing. */
export class Resolver implements Context {
  readonly year: number;
  readonly yearStart: Day;
  readonly yearEnd: Day;
  readonly calendar: WorkingCalendar;
  readonly rules: Context["rules"];
  readonly periods: Context["periods"];
  readonly events: Context["events"];
  readonly occurrences: Context["occurrences"];
  readonly items: Context["items"];
  readonly tried: Day | undefined;
  readonly report: Report;
  readonly limits: Limits;
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
  readonly kept: KeptPlan | undefined;
  readonly #deadlines = new Map<string, ResolvedDeadline | null>();
  readonly #stretches = new Map<string, readonly Stretch[]>();
  readonly #path: string[] = [];
  readonly #beyond = new Set<number>();

  constructor(plan: Plan, calendar: WorkingCalendar, rules: Context["rules"], options: ResolveOptions, report: Report, kept?: KeptPlan) {
    this.kept = kept;
    this.#shared = new Map(kept?.dates);
    this.year = options.asYear ?? plan.year;
    ({ start: this.yearStart, end: this.yearEnd } = yearBounds(this.year));
    this.calendar = calendar;
    this.rules = rules;
    this.tried = options.tried;
    this.report = (diagnostic) => {
      this.#tell();
      report(diagnostic);
    };
    this.periods = new Map(plan.periods.map((row) => [row.data.id, row]));
    this.events = new Map(plan.events.map((row) => [row.data.id, row]));
    this.items = new Map(plan.items.map((row) => [row.data.id, row]));
    const occurrences = new Map<string, Located<(typeof plan.occurrences)[number]["data"]>[]>();
    for (const row of plan.occurrences) {
      const known = occurrences.get(row.data.event);
      if (known === undefined) occurrences.set(row.data.event, [row]);
      else known.push(row);
    }
    this.occurrences = occurrences;
    this.limits = options.limits ?? defaultLimits;
    this.#left = this.limits.allWindows;
  }

  parentOf(id: string): string | undefined {
    for (let above = idAbove(id); above !== ""; above = idAbove(above)) if (this.items.has(above)) return above;
    return undefined;
  }

  /** The row whose cells serve this one: itself, or the one it is merged with. */
  ownerOf(row: PlanItem, cell: "deadline" | "responsible" | "control"): PlanItem {
    const seen = new Set<string>();
    let owner = row;
    while (owner.data[cell] === undefined && owner.data["same-cells-as"] !== undefined) {
      const next = this.items.get(owner.data["same-cells-as"]);
      if (next === undefined) break;
      if (seen.size > this.limits.chain) {
        this.#tooLong(row, ["same-cells-as"]);
        break;
      }
      if (seen.has(next.data.id)) {
        this.#cycle(next.data.id, [...seen, next.data.id], row, ["same-cells-as"]);
        break;
      }
      seen.add(next.data.id);
      owner = next;
    }
    if (owner !== row) this.#leans = true;
    return owner;
  }

  /** What is being found leans on another row. */
  lean(): void {
    this.#leans = true;
  }

  /** Finds something for a row: what it takes, and whether it leans on other rows or somebody was told of it. */
  watch<T>(row: string | undefined, find: () => T): { readonly value: T; readonly leans: boolean; readonly cost: number } {
    const [outer, leant, left] = [this.#row, this.#leans, this.#left];
    this.#row = row;
    this.#leans = false;
    const value = find();
    const leans = this.#leans;
    [this.#row, this.#leans] = [outer, leans || leant];
    return { value, leans, cost: left - this.#left };
  }

  /** Somebody is told, or was told of the like before. */
  #tell(): void {
    this.#told += 1;
    this.#leans = true;
  }

  deadlineOf(id: string, from: Located<unknown>, at: Path): ResolvedDeadline | null {
    if (id !== this.#row || this.#leaning.has(id)) this.#leans = true;
    const known = this.#deadlines.get(id);
    if (known !== undefined) return known;
    const row = this.items.get(id);
    if (row === undefined) return null;
    const kept = this.kept?.rows.get(row);
    if (kept !== undefined) return kept.item.deadline;
    if (this.#path.includes(id)) {
      const via = (from.data as { readonly id?: unknown }).id;
      const last = typeof via === "string" && !this.items.has(via) ? [via] : [];
      this.#cycle(id, [...this.#path.slice(this.#path.indexOf(id)), ...last, id], from, at);
      return null;
    }
    // An event and an item a link.
    if (this.#path.length > 2 * this.limits.chain) {
      this.#tooLong(row, ["id"]);
      return null;
    }
    const owner = this.ownerOf(row, "deadline");
    const rule = row.data.withdrawn === undefined ? owner.data.deadline : undefined;
    const via = (from.data as { readonly id?: unknown }).id;
    const links = typeof via === "string" && !this.items.has(via) ? [via, id] : [id];
    this.#path.push(...links);
    const { value: resolved, leans } = this.watch(id, () => (rule === undefined ? null : resolveDeadline(located(rule, owner.origin, "deadline"), row, "work", this)));
    if (leans) this.#leaning.add(id);
    this.#path.splice(-links.length);
    const result = resolved && { ...resolved, inherited: owner !== row };
    this.#deadlines.set(id, result);
    return result;
  }

  reportNothingDated(id: string, deadline: ResolvedDeadline | null, span: Span): void {
    const row = this.items.get(id);
    if (row === undefined) return;
    const reasonTold = row.data.withdrawn === undefined && (deadline === null ? this.ownerOf(row, "deadline").data.deadline !== undefined : deadline.state === "dated" && deadline.windows.length === 0);
    if (!reasonTold) this.report({ code: "nothing-dated", values: { item: id }, span });
  }

  stretchesOf(id: string): readonly Stretch[] {
    const name = `period ${id}`;
    if (this.#leaning.has(name)) this.#leans = true;
    const known = this.#stretches.get(id);
    if (known !== undefined) return known;
    const period = this.periods.get(id);
    if (period === undefined) return [];
    const { value: stretches, leans } = this.watch(undefined, () => resolveStretches(period, this));
    if (leans) this.#leaning.add(name);
    this.#stretches.set(id, stretches);
    return stretches;
  }

  known(answer: ReturnType<Context["calendar"]["nextWorking"]>, site: Parameters<Context["known"]>[1]): Day | undefined {
    if (typeof answer === "number") return answer;
    this.#tell();
    if (!this.#beyond.has(answer.beyond)) {
      this.#beyond.add(answer.beyond);
      this.report({ code: "no-calendar", values: { calendar: this.calendar.id, year: answer.beyond }, span: spanOf(site.deadline.origin, [...site.path, ...(site.form === undefined ? [] : [site.form])], "key") });
    }
    return undefined;
  }

  #chainTold = false;
  /** Links that come after are resolved from the other side in their turn: one message is enough. */
  #tooLong({ data, origin }: PlanItem, at: Path): void {
    this.#tell();
    if (this.#chainTold) return;
    this.#chainTold = true;
    this.report({ code: "chain-too-long", values: { limit: this.limits.chain, id: data.id }, span: spanOf(origin, at) });
  }

  shared(name: string | undefined, site: RuleSite, find: () => Dates): Dates {
    const known = name === undefined ? undefined : this.#shared.get(name);
    if (known !== undefined) {
      if (known.leans) this.#leans = true;
      return this.take(known.cost, site) ? known.dates : { state: "dated", windows: [], waiting: [] };
    }
    const [outer, told] = [this.#spent, this.#told];
    this.#spent = 0;
    const { value: dates, leans } = this.watch(this.#row, find);
    const found = { dates: leans ? (this.kept?.sameDates(name ?? `${site.kind} ${site.item.data.id}`, dates) ?? dates) : dates, cost: this.#spent, leans };
    // What somebody was told of is told again at the next place.
    if (name !== undefined && told === this.#told) this.#shared.set(name, found);
    if (name !== undefined && !leans) this.kept?.dates.set(name, found);
    this.#spent = outer;
    return found.dates;
  }

  spend(drafts: readonly Draft[], site: RuleSite): boolean {
    return this.take(drafts.reduce((sum, { trace }) => sum + 1 + costOf(trace), 0), site);
  }

  /** Takes a number of dates off what the plan may have; see `spend`. */
  take(cost: number, site: Pick<RuleSite, "deadline">): boolean {
    if (this.#left < 0) {
      this.#tell();
      return false;
    }
    this.#left -= cost;
    this.#spent += cost;
    if (this.#left >= 0) return true;
    this.report({ code: "too-many-dates", values: { limit: this.limits.allWindows }, span: spanOf(site.deadline.origin, ["text"]) });
    return false;
  }

  #reportedCycles = new Set<string>();
  #cycle(id: string, path: readonly string[], from: Located<unknown>, at: Path): void {
    const name = [...new Set(path)].sort().join(" ");
    this.#tell();
    if (this.#reportedCycles.has(name)) return;
    this.#reportedCycles.add(name);
    const related = [...new Set(path)].flatMap((link) => (this.items.has(link) ? [{ span: spanOf(this.items.get(link)!.origin, ["id"]), code: "path-here" as const }] : []));
    this.report({ code: "cycle", values: { path: path.join(" → "), id }, span: spanOf(from.origin, at), related });
  }
}
