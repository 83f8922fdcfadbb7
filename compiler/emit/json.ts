import { isoDate, type Day } from "../calendar/day.ts";
import type { LanguageCode } from "../language/language.ts";
import type { PlanEvent, ResolvedControl, ResolvedDeadline, ResolvedItem, ResolvedPlan, TraceStep, Window } from "../resolve/resolved.ts";
import { explain } from "../words/words.ts";
import { titleOf } from "../words/titles.ts";
import type { OutputFile } from "./output.ts";

/** Keys of steps and reasons whose numbers are days; everything else is copied as it is. */
const dayKeys = new Set(["day", "start", "end", "from", "to", "rolled", "planBy", "movedFrom", "movedTo"]);

function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typeof inner === "number" && dayKeys.has(key) ? isoDate(inner) : withDates(inner)]));
}

function traceJson(trace: readonly TraceStep[], language: LanguageCode): unknown[] {
  const sentences = explain(trace, language);
  return trace.map((step, index) => ({ ...(withDates(step) as object), text: sentences[index] }));
}

const iso = (day: Day | null | undefined): string | null | undefined => (typeof day === "number" ? isoDate(day) : day);

/** What a window says wherever it is published; keys without a value are left out of the JSON. */
function windowJson(window: Window): Readonly<Record<string, unknown>> {
  return {
    key: window.key, start: iso(window.start), end: iso(window.end), shape: window.shape, after: iso(window.after), occurrence: window.occurrence,
    conditional: window.conditional, startIs: window.startIs, snapshot: window.snapshot, rolled: iso(window.rolled), planBy: iso(window.planBy),
    lastWorkingDay: iso(window.lastWorkingDay), subject: window.subject,
  };
}

/** One dated window as published. */
export function eventJson(event: PlanEvent, language: LanguageCode): Readonly<Record<string, unknown>> {
  const { start, end, ...rest } = windowJson(event.window);
  return {
    uid: event.uid, item: event.item, kind: event.kind, start, end, parties: event.parties, audience: event.audience, ...rest,
    beforeApproval: event.beforeApproval ? true : undefined, wording: event.wording, trace: traceJson(event.window.trace, language),
  };
}

function deadlineJson(deadline: ResolvedDeadline | null): unknown {
  if (deadline === null) return null;
  const { text: _, ...rule } = deadline.rule;
  return {
    text: deadline.text, state: deadline.state, rule, inherited: deadline.inherited ? true : undefined,
    waitsFor: deadline.waiting.length > 0 ? [...new Set(deadline.waiting.map(({ event }) => event))] : undefined,
    windows: deadline.windows.map(windowJson),
  };
}

function readingJson(reading: ResolvedItem["reading"]): unknown {
  return reading === null ? undefined : { party: reading.party, as: reading.as, because: reading.because };
}

function controlJson(control: ResolvedControl | null): unknown {
  if (control === null) return null;
  return {
    form: control.form, controlOf: control.controlOf ?? undefined, inherited: control.inherited ? true : undefined, controlled: control.controlled,
    reading: readingJson(control.reading), deadline: deadlineJson(control.deadline),
  };
}

function itemJson(item: ResolvedItem, byId: ResolvedPlan["byId"]): unknown {
  const { data } = item.source;
  return {
    id: item.id, number: item.number, section: item.section, parent: item.parent, heading: data.heading, activity: data.activity, title: titleOf(item, byId),
    responsible: item.responsible, responsibleText: data["responsible-text"], responsibleInherited: item.responsibleInherited ? true : undefined,
    reading: readingJson(item.reading), deadline: deadlineJson(item.deadline), control: controlJson(item.control), withdrawn: item.withdrawn ?? undefined, slips: data.slips, note: data.note,
  };
}

/** A key a line, and of a list a record a line: the files are compared by line. Indenting all of it would cost half of the time that a large plan takes. */
function print(value: object): string {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const text = (inner: unknown): string => (Array.isArray(inner) && inner.length > 0 ? `[\n${inner.map((record) => `  ${JSON.stringify(record)}`).join(",\n")}\n ]` : JSON.stringify(inner));
  return `{\n${entries.map(([key, inner]) => ` ${JSON.stringify(key)}: ${text(inner)}`).join(",\n")}\n}\n`;
}

/** The plan of a year as data: every row with its rule, state and windows (`schema/published-plan.schema.json`). */
export function planJson(resolved: ResolvedPlan): string {
  const { series, plan, year, parties } = resolved;
  const { data: order } = plan.order;
  const language = series.data.language;
  return print({
    $schema: "../published-plan.schema.json", id: `${series.data.slug}/${year}`, series: series.data.slug, year, title: order["plan-title"], language,
    timeZone: series.data["time-zone"], controller: series.data.controller, calendar: series.data.calendar, rules: series.data.rules,
    order: { authority: order.authority, kind: order.kind, date: order.date, number: order.number, title: order.title },
    parties: series.parties.map(({ data }) => ({
      id: data.id, label: data.label, name: data.name, members: parties.members(data.id), officers: parties.officersOf(data.id), oversees: parties.overseenBy(data.id), scope: data.scope,
    })),
    sections: plan.sections.map(({ data }) => ({ id: data.id, number: data.number, title: data.title })),
    waitsFor: resolved.waitsFor.map(({ id, title, scope, awaitedBy, fulfils }) => ({ id, title, scope, awaitedBy, fulfils: fulfils ?? undefined })),
    occurrences: plan.occurrences.map(({ data }) => data),
    items: resolved.items.map((item) => itemJson(item, resolved.byId)),
  });
}

/** Every window of a year, one record each, by end date, then item (`schema/published-events.schema.json`). */
export function eventsJson(resolved: ResolvedPlan): string {
  const { series, year, events } = resolved;
  return print({ $schema: "../published-events.schema.json", plan: `${series.data.slug}/${year}`, year, events: events.map((event) => eventJson(event, series.data.language)) });
}

/** The JSON files of one plan year. */
export function emitJson(resolved: ResolvedPlan): OutputFile[] {
  return [
    { path: `data/${resolved.year}/plan.json`, text: planJson(resolved) },
    { path: `data/${resolved.year}/events.json`, text: eventsJson(resolved) },
  ];
}
