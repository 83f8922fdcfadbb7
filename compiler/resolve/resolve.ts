import { parseDate, type Day } from "../calendar/day.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Diagnostic, Outcome, Report } from "../diagnostics/diagnostic.ts";
import type { Item } from "../load/generated/types.ts";
import { defaultLimits, type Limits } from "../load/limits.ts";
import { located, spanOf, type Located, type Path } from "../load/parsed-file.ts";
import { referenceOf } from "../load/reference.ts";
import type { Plan, PlanItem, Reading, Series, Workspace } from "../load/workspace.ts";
import { nearest } from "../source/nearest.ts";
import type { Span } from "../source/span.ts";
import { checkOccurrences } from "./anchors.ts";
import { readCalendar, readDay } from "./calendars.ts";
import { yearBounds, type Context, type Draft, type RuleSite, type Stretch } from "./context.ts";
import { resolveDeadline } from "./deadline.ts";
import { listEvents } from "./events.ts";
import { createPartyGraph } from "./parties.ts";
import { resolveStretches } from "./periods.ts";
import { checkPlan, checkSeries } from "./references.ts";
import type { ResolvedControl, ResolvedDeadline, ResolvedEvent, ResolvedItem, ResolvedPlan, TraceStep } from "./resolved.ts";

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

/** The printed number: the id with a final dot, unless the row says otherwise; rows below an unnumbered level have none. */
function printedNumber(item: Item): string | null {
  if (item.number !== undefined) return item.number;
  return item.id.includes("-") ? null : `${item.id}.`;
}

/** What a long derivation costs, in dates: it is kept with each. */
function costOf(trace: readonly TraceStep[]): number {
  const skipped = trace.reduce((sum, step) => sum + ("skipped" in step ? step.skipped.length : 0), 0);
  return (trace.length >> 4) + (skipped >> 4);
}

/** Looks lazily through the items; what leans on itself is told with its path and resolves to nothing. */
class Resolver implements Context {
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
  readonly #deadlines = new Map<string, ResolvedDeadline | null>();
  readonly #stretches = new Map<string, readonly Stretch[]>();
  readonly #path: string[] = [];
  readonly #beyond = new Set<number>();

  constructor(plan: Plan, calendar: WorkingCalendar, rules: Context["rules"], options: ResolveOptions, report: Report) {
    this.year = options.asYear ?? plan.year;
    ({ start: this.yearStart, end: this.yearEnd } = yearBounds(this.year));
    this.calendar = calendar;
    this.rules = rules;
    this.tried = options.tried;
    this.report = report;
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
    const resolved = rule === undefined ? null : resolveDeadline(located(rule, owner.origin, "deadline"), row, "work", this);
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
    const known = this.#stretches.get(id);
    if (known !== undefined) return known;
    const period = this.periods.get(id);
    if (period === undefined) return [];
    const stretches = resolveStretches(period, this);
    this.#stretches.set(id, stretches);
    return stretches;
  }

  known(answer: ReturnType<Context["calendar"]["nextWorking"]>, site: Parameters<Context["known"]>[1]): Day | undefined {
    if (typeof answer === "number") return answer;
    if (!this.#beyond.has(answer.beyond)) {
      this.#beyond.add(answer.beyond);
      this.report({ code: "no-calendar", values: { calendar: this.calendar.id, year: answer.beyond }, span: spanOf(site.deadline.origin, [...site.path, ...(site.form === undefined ? [] : [site.form])], "key") });
    }
    return undefined;
  }

  #chainTold = false;
  /** Links that come after are resolved from the other side in their turn: one message is enough. */
  #tooLong({ data, origin }: PlanItem, at: Path): void {
    if (this.#chainTold) return;
    this.#chainTold = true;
    this.report({ code: "chain-too-long", values: { limit: this.limits.chain, id: data.id }, span: spanOf(origin, at) });
  }

  spend(drafts: readonly Draft[], site: RuleSite): boolean {
    if (this.#left < 0) return false;
    for (const { trace } of drafts) this.#left -= 1 + costOf(trace);
    if (this.#left >= 0) return true;
    this.report({ code: "too-many-dates", values: { limit: this.limits.allWindows }, span: spanOf(site.deadline.origin, ["text"]) });
    return false;
  }

  #reportedCycles = new Set<string>();
  #cycle(id: string, path: readonly string[], from: Located<unknown>, at: Path): void {
    const name = [...new Set(path)].sort().join(" ");
    if (this.#reportedCycles.has(name)) return;
    this.#reportedCycles.add(name);
    const related = [...new Set(path)].flatMap((link) => (this.items.has(link) ? [{ span: spanOf(this.items.get(link)!.origin, ["id"]), code: "path-here" as const }] : []));
    this.report({ code: "cycle", values: { path: path.join(" → "), id }, span: spanOf(from.origin, at), related });
  }
}

function resolveItem(row: PlanItem, resolver: Resolver, readings: ReadonlyMap<string, Reading>, children: ReadonlyMap<string, readonly string[]>): ResolvedItem {
  const { data } = row;
  const deadline = resolver.deadlineOf(data.id, row, ["id"]);
  const responsibleOwner = resolver.ownerOf(row, "responsible");
  const reading = responsibleOwner.data["party-reading"];
  return {
    id: data.id, number: printedNumber(data), source: row, section: row.section.data.id, parent: resolver.parentOf(data.id) ?? null,
    children: children.get(data.id) ?? [], responsible: responsibleOwner.data.responsible ?? [], responsibleInherited: responsibleOwner !== row,
    reading: reading === undefined ? null : (readings.get(reading) ?? null), deadline, control: null, withdrawn: data.withdrawn ?? null,
  };
}

/** All who are responsible below an item. */
function belowResponsible(item: ResolvedItem, byId: ReadonlyMap<string, ResolvedItem>): string[] {
  return item.children.flatMap((id) => {
    const child = byId.get(id)!;
    return child.responsible.length > 0 ? child.responsible : belowResponsible(child, byId);
  });
}

function resolveControl(item: ResolvedItem, byId: ReadonlyMap<string, ResolvedItem>, resolver: Resolver, readings: ReadonlyMap<string, Reading>): ResolvedControl | null {
  const owner = resolver.ownerOf(item.source, "control");
  const { control } = owner.data;
  if (control === undefined) return null;
  const inherited = owner !== item.source;
  const deadline = control.deadline === undefined || item.withdrawn !== null ? null : resolveDeadline(located(control.deadline, owner.origin, "control", "deadline"), item.source, "control", resolver);
  const controlled = item.responsible.length > 0 ? item.responsible : [...new Set(belowResponsible(item, byId))];
  const name = control["party-reading"];
  return {
    form: control.form ?? null, controlOf: control["control-of"] ?? null, deadline: deadline && { ...deadline, inherited }, inherited,
    reading: name === undefined ? null : (readings.get(name) ?? null), controlled, origin: located(control, owner.origin, "control").origin,
  };
}

/** The events that deadlines wait for, with the items that hang on each. */
function listAwaited(plan: Plan, items: readonly ResolvedItem[]): ResolvedEvent[] {
  const awaited = new Map<string, { item: string; kind: "work" | "control" }[]>();
  const note = (event: string, item: string, kind: "work" | "control"): void => {
    const list = awaited.get(event) ?? [];
    // The rules of one cell come one after another.
    const last = list.at(-1);
    if (last?.item !== item || last.kind !== kind) list.push({ item, kind });
    awaited.set(event, list);
  };
  const walk = (rule: Item["deadline"], item: string, kind: "work" | "control"): void => {
    if (rule === undefined) return;
    for (const reference of [rule.within?.after, rule["no-later-than"]?.before, rule["on-day-of"], rule.before, typeof rule.until === "string" ? undefined : rule.until]) {
      if (reference !== undefined) note(referenceOf(reference).name, item, kind);
    }
    for (const element of [...(rule.any ?? []), ...(rule.each ?? [])]) walk(element, item, kind);
  };
  for (const { id, deadline, control } of items) {
    walk(deadline?.rule, id, "work");
    walk(control?.deadline?.rule, id, "control");
  }
  const events = plan.events.map(({ data }): ResolvedEvent => ({ id: data.id, title: data.title, scope: data.scope, awaitedBy: awaited.get(data.id) ?? [], fulfils: data.latest ?? null }));
  const recurring = plan.periods.filter(({ data }) => awaited.has(data.id)).map(({ data }): ResolvedEvent => ({ id: data.id, title: data.title, scope: "recurring", awaitedBy: awaited.get(data.id) ?? [], fulfils: null }));
  return [...events, ...recurring];
}

/** The calendar and rule set that a series names; undefined, and told, where there is none. */
function policies(series: Series, workspace: Workspace, calendars: Map<string, WorkingCalendar>, report: Report): { calendar: WorkingCalendar; rules: Context["rules"] } | undefined {
  const { calendar: calendarName, rules: rulesName } = series.data;
  const unknown = (code: "unknown-calendar" | "unknown-rules", name: string, names: Iterable<string>, key: string): void => {
    const suggestion = nearest(name, names);
    report({ code, values: { name, ...(suggestion === undefined ? {} : { suggestion }) }, span: spanOf(series.origin, [key]) });
  };
  // Of a series that could not be read the reader has been told.
  if (calendarName === "" || rulesName === "") return undefined;
  const files = workspace.calendars.get(calendarName);
  const rules = workspace.ruleSets.get(rulesName)?.data;
  if (files === undefined) unknown("unknown-calendar", calendarName, workspace.calendars.keys(), "calendar");
  if (rules === undefined) unknown("unknown-rules", rulesName, workspace.ruleSets.keys(), "rules");
  if (files === undefined || rules === undefined) return undefined;
  const calendar = calendars.get(calendarName) ?? readCalendar(calendarName, files, report);
  calendars.set(calendarName, calendar);
  return { calendar, rules };
}

function reportDuplicateWindows(resolved: ResolvedPlan, report: Report): void {
  const seen = new Set<string>();
  for (const { uid, item, kind, window } of resolved.events) {
    if (!seen.has(uid)) {
      seen.add(uid);
      continue;
    }
    const { deadline, control } = resolved.byId.get(item)!;
    const origin = (kind === "work" ? deadline : control?.deadline)!.origin;
    report({ code: "duplicate-window", values: { item, key: window.key }, span: spanOf(origin, [...window.path, "key"]) });
  }
}

/** Resolves the plan of one year: references, deadlines, controls, events. */
export function resolvePlan(series: Series, plan: Plan, policy: { calendar: WorkingCalendar; rules: Context["rules"] }, options: ResolveOptions, report: Report): ResolvedPlan {
  checkPlan(series, plan, report);
  const resolver = new Resolver(plan, policy.calendar, policy.rules, options, report);
  const readings = new Map(plan.readings.map(({ data }) => [data.id, data]));
  const rows = [...resolver.items.values()];
  const children = new Map<string, string[]>();
  for (const { data } of rows) {
    const parent = resolver.parentOf(data.id);
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [data.id]);
    else siblings.push(data.id);
  }
  for (const { data, origin } of [plan.order]) {
    if (parseDate(data.date) === undefined) readDay(data.date, plan.year, { data, origin }, ["date"], report);
  }
  for (const row of plan.occurrences) if (parseDate(row.data.date) === undefined) readDay(row.data.date, plan.year, row, ["date"], report);

  const withoutControl = new Map(rows.map((row) => [row.data.id, resolveItem(row, resolver, readings, children)]));
  const items = [...withoutControl.values()].map((item): ResolvedItem => ({ ...item, control: resolveControl(item, withoutControl, resolver, readings) }));
  checkOccurrences(resolver);
  const parties = createPartyGraph(series.parties.map(({ data }) => data));
  const resolved: ResolvedPlan = {
    series, plan, year: resolver.year, calendar: policy.calendar, rules: policy.rules, parties, items, byId: new Map(items.map((item) => [item.id, item])),
    waitsFor: listAwaited(plan, items),
    events: listEvents(items, { series, year: resolver.year, approved: plan.order.data.date, parties }),
  };
  reportDuplicateWindows(resolved, report);
  return resolved;
}

/** Resolves every plan of a workspace. Pure: no clock, no files. */
export function resolve(workspace: Workspace, options: ResolveOptions = {}): Outcome<readonly ResolvedPlan[]> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const calendars = new Map<string, WorkingCalendar>();
  const plans: ResolvedPlan[] = [];
  for (const series of workspace.series) {
    checkSeries(series, report);
    const policy = policies(series, workspace, calendars, report);
    if (policy === undefined) {
      // Dates wait for a calendar; names can be looked up without one.
      for (const plan of series.plans) checkPlan(series, plan, report);
      continue;
    }
    for (const plan of series.plans) plans.push(resolvePlan(series, plan, policy, options, report));
  }
  return { value: plans, diagnostics };
}
