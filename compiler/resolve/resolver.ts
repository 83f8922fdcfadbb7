import type { Day } from "../calendar/day.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "../load/limits.ts";
import { located, spanOf, type Located, type Path } from "../load/yaml/parsed-yaml.ts";
import type { Plan, PlanItem } from "../load/workspace.ts";
import type { Span } from "../source/span.ts";
import { Account } from "./date-budget.ts";
import {
  yearBounds,
  type Context,
  type Dates,
  type Draft,
  type Form,
  type Forms,
  type RuleSite,
  type Stretch,
} from "./context.ts";
import { resolveDeadline } from "./windows.ts";
import type { FormName } from "../rule/kinds.ts";
import { resolveStretches } from "./periods.ts";
import type { Policy } from "./policy.ts";
import type { ResolvedDeadline } from "./model.ts";

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
  readonly account: Account;
  readonly #forms: Forms;
  readonly #deadlines = new Map<string, ResolvedDeadline | null>();
  readonly #stretches = new Map<string, readonly Stretch[]>();
  /** Periods of which somebody was told. */
  readonly #faulty = new Set<string>();
  readonly #path: string[] = [];
  readonly #beyond = new Set<number>();

  constructor(plan: Plan, { calendar, rules }: Policy, forms: Forms, options: ResolveOptions, report: Report) {
    this.#forms = forms;
    this.limits = options.limits ?? defaultLimits;
    this.account = new Account(this.limits, report);
    this.report = this.account.report;
    this.year = options.asYear ?? plan.year;
    ({ start: this.yearStart, end: this.yearEnd } = yearBounds(this.year));
    this.calendar = calendar;
    this.rules = rules;
    this.tried = options.tried;
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
  }

  form(name: FormName): Form {
    const form = this.#forms[name];
    if (form === undefined) throw new Error(`no form ${name} was brought`);
    return form;
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
    return owner;
  }

  deadlineOf(id: string, from: Located<unknown>, at: Path): ResolvedDeadline | null {
    const known = this.#deadlines.get(id);
    if (known !== undefined) return known;
    const row = this.items.get(id);
    if (row === undefined) return null;
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
    const resolved =
      rule === undefined ? null : resolveDeadline(located(rule, owner.origin, "deadline"), row, "work", this);
    this.#path.splice(-links.length);
    const result = resolved && { ...resolved, inherited: owner !== row };
    this.#deadlines.set(id, result);
    return result;
  }

  get told(): number {
    return this.account.told;
  }

  tell(): void {
    this.account.tell();
  }

  reportNothingDated(id: string, deadline: ResolvedDeadline | null, span: Span): void {
    const row = this.items.get(id);
    const reasonTold =
      row === undefined ||
      (row.data.withdrawn === undefined &&
        (deadline === null
          ? this.ownerOf(row, "deadline").data.deadline !== undefined
          : deadline.state === "dated" && deadline.windows.length === 0));
    if (reasonTold) this.tell();
    else this.report({ code: "nothing-dated", values: { item: id }, span });
  }

  stretchesOf(id: string): readonly Stretch[] {
    const known = this.#stretches.get(id);
    if (known !== undefined) {
      if (this.#faulty.has(id)) this.tell();
      return known;
    }
    const period = this.periods.get(id);
    if (period === undefined) {
      this.tell();
      return [];
    }
    const { told } = this;
    const stretches = resolveStretches(period, this);
    if (told !== this.told) this.#faulty.add(id);
    this.#stretches.set(id, stretches);
    return stretches;
  }

  known(
    answer: ReturnType<Context["calendar"]["nextWorking"]>,
    site: Parameters<Context["known"]>[1],
  ): Day | undefined {
    if (typeof answer === "number") return answer;
    this.account.tell();
    if (!this.#beyond.has(answer.beyond)) {
      this.#beyond.add(answer.beyond);
      this.report({
        code: "no-calendar",
        values: { calendar: this.calendar.id, year: answer.beyond },
        span: spanOf(site.deadline.origin, [...site.path, ...(site.form === undefined ? [] : [site.form])], "key"),
      });
    }
    return undefined;
  }

  #chainTold = false;
  /** Links that come after are resolved from the other side in their turn: one message is enough. */
  #tooLong({ data, origin }: PlanItem, at: Path): void {
    this.account.tell();
    if (this.#chainTold) return;
    this.#chainTold = true;
    this.report({
      code: "chain-too-long",
      values: { limit: this.limits.chain, id: data.id },
      span: spanOf(origin, at),
    });
  }

  shared(name: string | undefined, site: RuleSite, find: () => Dates): Dates {
    return this.account.shared(name, site, find);
  }

  spend(drafts: readonly Draft[], site: RuleSite): boolean {
    return this.account.spend(drafts, site);
  }

  readonly #reportedCycles = new Set<string>();
  #cycle(id: string, path: readonly string[], from: Located<unknown>, at: Path): void {
    const name = [...new Set(path)].sort().join(" ");
    this.account.tell();
    if (this.#reportedCycles.has(name)) return;
    this.#reportedCycles.add(name);
    const related = [...new Set(path)].flatMap((link) =>
      this.items.has(link) ? [{ span: spanOf(this.items.get(link)!.origin, ["id"]), code: "path-here" as const }] : [],
    );
    this.report({ code: "cycle", values: { path: path.join(" → "), id }, span: spanOf(from.origin, at), related });
  }
}
