import { publishedSchema } from "./published-schema.ts";
import { wholeYear } from "../calendar/bounds.ts";
import { isoInstant } from "../calendar/instant.ts";
import { isoDate, type Day } from "../calendar/day.ts";
import type { LanguageCode } from "../locale/languages.ts";
import type {
  Instants,
  DueWindow,
  ResolvedControl,
  ResolvedDeadline,
  ResolvedItem,
  ResolvedPlan,
  TraceStep,
  Window,
} from "../resolve/model.ts";
import { defined } from "../source/defined.ts";
import { memoizeByObject } from "../source/memoize.ts";
import { explain } from "../explain/explain.ts";
import { namesStatusOf, titleOf } from "../explain/titles.ts";
import type { LongFile } from "../source/output.ts";
import { list, member, object, printed, written } from "./json-records.ts";

/** Keys of steps and reasons whose numbers are days; everything else is copied as it is. */
const dayKeys = new Set(["day", "start", "end", "from", "to", "rolled", "planBy", "movedFrom", "movedTo"]);

const withDates = (key: string, value: unknown): unknown =>
  typeof value === "number" && dayKeys.has(key) ? isoDate(value) : value;

function traceText(trace: readonly TraceStep[], language: LanguageCode): string {
  const sentences = explain(trace, language);
  return JSON.stringify(
    trace.map((step, index) => ({ ...step, text: sentences[index] })),
    withDates,
  );
}

/** The traces of windows, by the language of their sentences. */
const traceIn = {
  ru: memoizeByObject((trace: readonly TraceStep[]) => traceText(trace, "ru")),
  en: memoizeByObject((trace: readonly TraceStep[]) => traceText(trace, "en")),
} as const satisfies Record<LanguageCode, unknown>;

const iso = (day: Day | null | undefined): string | null | undefined => (typeof day === "number" ? isoDate(day) : day);

/** Instants with their offsets. */
const instantsJson = ({ start, end, zone }: Instants): object => ({
  ...(start === undefined ? {} : { start: isoInstant(start, zone) }),
  end: isoInstant(end, zone),
  zone,
});

/** What a window says wherever it is published: its bounds, and the rest. */
const windowMembers = memoizeByObject((window: Window) => ({
  bounds: member("start", iso(window.start)) + member("end", iso(window.end)),
  key: member("key", window.key),
  rest:
    member("shape", window.shape) +
    member("after", iso(window.after)) +
    member("occurrence", window.occurrence) +
    member("conditional", window.conditional) +
    member("startIs", window.startIs) +
    member("snapshot", window.snapshot) +
    member("rolled", iso(window.rolled)) +
    member("planBy", iso(window.planBy)) +
    member("lastWorkingDay", iso(window.lastWorkingDay)) +
    member("subject", window.subject) +
    member("calendar", window.calendar) +
    member("instants", window.instants && instantsJson(window.instants)),
}));

const windowsText = memoizeByObject((windows: readonly Window[]) =>
  list(
    windows.map((window) => {
      const { bounds, key, rest } = windowMembers(window);
      return object(key, bounds, rest);
    }),
  ),
);

/** Names of parties: most lists of a plan are one and the same. */
const partiesText = memoizeByObject((parties: readonly string[]) => JSON.stringify(parties));

/** One due window as published. */
export function dueText(due: DueWindow, language: LanguageCode): string {
  const { bounds, key, rest } = windowMembers(due.window);
  return object(
    member("uid", due.uid),
    member("item", due.item),
    member("kind", due.kind),
    bounds,
    written("parties", partiesText(due.parties)),
    written("audience", partiesText(due.audience)),
    key,
    rest,
    member("beforeApproval", due.beforeApproval ? true : undefined),
    member("wording", due.wording),
    written("trace", traceIn[language](due.window.trace)),
  );
}

function deadlineText(deadline: ResolvedDeadline | null): string {
  if (deadline === null) return "null";
  const { text: _, ...rule } = deadline.rule;
  return object(
    member("text", deadline.text),
    member("state", deadline.state),
    member("rule", rule),
    member("inherited", deadline.inherited ? true : undefined),
    member(
      "waitsFor",
      deadline.waiting.length > 0 ? [...new Set(deadline.waiting.map(({ event }) => event))] : undefined,
    ),
    written("windows", windowsText(deadline.windows)),
  );
}

function readingMember(reading: ResolvedItem["reading"]): string {
  return member(
    "reading",
    reading === null ? undefined : { party: reading.party, as: reading.as, because: reading.because },
  );
}

function controlText(control: ResolvedControl | null): string {
  if (control === null) return "null";
  return object(
    member("form", control.form),
    member("controlOf", control.controlOf ?? undefined),
    member("inherited", control.inherited ? true : undefined),
    member("controlled", control.controlled),
    readingMember(control.reading),
    written("deadline", deadlineText(control.deadline)),
  );
}

function itemText(item: ResolvedItem, byId: ResolvedPlan["byId"]): string {
  const { data } = item.source;
  return object(
    member("id", item.id),
    member("number", item.number),
    member("section", item.section),
    member("parent", item.parent),
    member("heading", data.heading),
    member("activity", data.activity),
    member("title", titleOf(item, byId)),
    member("name", data.name),
    member("responsible", item.responsible),
    member("responsibleText", data["responsible-text"]),
    member("responsibleInherited", item.responsibleInherited ? true : undefined),
    readingMember(item.reading),
    written("deadline", deadlineText(item.deadline)),
    written("control", controlText(item.control)),
    member("withdrawn", item.withdrawn ?? undefined),
    member("slips", data.slips),
    member("note", data.note),
    member("url", data.url),
    member("links", data.links),
    member("tags", data.tags),
    member("status", data.status),
  );
}

function* each<T>(values: Iterable<T>, text: (value: T) => string): Generator<string> {
  for (const value of values) yield text(value);
}

/** The year of a plan, or its first and its last day, as later versions of the published schemas have them. */
const boundsJson = ({ bounds }: ResolvedPlan): object =>
  wholeYear(bounds) === undefined
    ? { year: null, bounds: { from: isoDate(bounds.from), to: isoDate(bounds.to) } }
    : { year: wholeYear(bounds) };

/** A plan as data: every row with its rule, state and windows (`schema/published-plan.schema.json`). */
export function planJson(resolved: ResolvedPlan): Generator<string> {
  const { series, plan, parties } = resolved;
  const { data: order } = plan.order;
  const language = series.data.language;
  const names = namesStatusOf(resolved);
  return printed(
    {
      $schema: `../${publishedSchema("plan", resolved)}`,
      id: `${series.data.slug}/${resolved.id}`,
      series: series.data.slug,
      ...boundsJson(resolved),
      title: order["plan-title"],
      language,
      timeZone: series.data["time-zone"],
      controller: series.data.controller ?? null,
      calendar: series.data.calendar,
      rules: series.data.rules,
      ...defined({ names }),
      order: plan.hasOrder
        ? {
            authority: order.authority,
            kind: order.kind,
            date: order.date,
            number: order.number,
            title: order.title,
          }
        : null,
      parties: series.parties.map(({ data }) => ({
        id: data.id,
        label: data.label,
        name: data.name,
        members: parties.members(data.id),
        officers: parties.officersOf(data.id),
        oversees: parties.overseenBy(data.id),
        scope: data.scope,
      })),
      sections: plan.sections.map(({ data }) => ({ id: data.id, number: data.number, title: data.title })),
      waitsFor: resolved.awaitableEvents.map(({ id, title, scope, awaitedBy, fulfils }) => ({
        id,
        title,
        scope,
        awaitedBy,
        fulfils: fulfils ?? undefined,
      })),
      occurrences: plan.occurrences.map(({ data }) => data),
    },
    "items",
    each(resolved.items, (item) => itemText(item, resolved.byId)),
  );
}

/** Every window of a plan, one record each, by end date, then item (`schema/published-events.schema.json`). */
export function eventsJson(resolved: ResolvedPlan): Generator<string> {
  const { series, id, dueWindows } = resolved;
  return printed(
    {
      $schema: `../${publishedSchema("events", resolved)}`,
      plan: `${series.data.slug}/${id}`,
      ...boundsJson(resolved),
    },
    "events",
    each(dueWindows, (due) => dueText(due, series.data.language)),
  );
}

/** The JSON files of one plan, not yet put together. */
export function jsonFiles(resolved: ResolvedPlan): LongFile[] {
  return [
    { path: `data/${resolved.id}/plan.json`, pieces: () => planJson(resolved) },
    { path: `data/${resolved.id}/events.json`, pieces: () => eventsJson(resolved) },
  ];
}

/** A window stands in the files of many parties. */
const dueTextIn = {
  ru: memoizeByObject((due: DueWindow) => dueText(due, "ru")),
  en: memoizeByObject((due: DueWindow) => dueText(due, "en")),
} as const satisfies Record<LanguageCode, unknown>;

/** The windows of one party, in the shape of `eventsJson`. */
export function partyEventsJson(
  resolved: ResolvedPlan,
  party: string,
  dueWindows: readonly DueWindow[],
): Generator<string> {
  const { series, id } = resolved;
  return printed(
    {
      $schema: `../../${publishedSchema("events", resolved)}`,
      plan: `${series.data.slug}/${id}`,
      ...boundsJson(resolved),
      party,
    },
    "events",
    each(dueWindows, dueTextIn[series.data.language]),
  );
}
