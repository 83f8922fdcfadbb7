import { parseDate } from "../calendar/day.ts";
import type { Event, EventRef, Occurrence } from "../load/generated/types.ts";
import { spanOf, type Located } from "../load/parsed-file.ts";
import type { Anchor, Anchors, Context, RuleSite } from "./context.ts";

const nothing: Anchors = { state: "on-event", anchors: [], waiting: [] };

/** The ends of a repeating or named period, from the month that the rule begins with. */
function endsOf(period: string, since: number | undefined, site: RuleSite, context: Context): Anchors {
  const first = since === undefined ? "" : `${context.year}-${String(since).padStart(2, "0")}`;
  const from = first === "" ? undefined : parseDate(`${first}-01`);
  const stretches = context.stretchesOf(period, site.deadline).filter(({ end }) => from === undefined || end >= from);
  const { title, source } = context.periods.get(period)?.data ?? { title: period, source: { title: "" } };
  return {
    state: "dated", waiting: [],
    anchors: stretches.map(({ key, end }) => ({ key, day: end, trace: [{ step: "period-end", period, title, day: end, source: source.title }] })),
  };
}

/** The recorded days of an event, each a window of its own, named by the occurrence. */
function recorded(event: string, title: string, context: Context): Anchor[] {
  return (context.occurrences.get(event) ?? []).flatMap(({ data }) => {
    const day = parseDate(data.date);
    if (day === undefined) return [];
    return [{ key: data.id, day, occurrence: data.id, trace: [{ step: "event", event, title: data.title || title, day, source: data.source.title, occurrence: data.id }] }];
  });
}

/** The latest days of an event that is another item's fulfilment; what was recorded replaces them, period by period. */
function chained(event: string, title: string, item: string, site: RuleSite, context: Context): Anchors {
  const row = context.events.get(event) as Located<unknown>;
  const deadline = context.deadlineOf(item, row, ["latest"]);
  if (deadline?.state !== "dated" && deadline?.state !== "on-event") context.reportNothingDated(item, deadline, spanOf(row.origin, ["latest"]));
  if (deadline === null) return nothing;
  const found = recorded(event, title, context);
  const replacements = new Map((context.occurrences.get(event) ?? []).map(({ data }) => [data.period ?? "", data.id]));
  const anchors = deadline.windows.map((window): Anchor => {
    const replacement = found.find((anchor) => anchor.occurrence === replacements.get(window.key));
    if (replacement !== undefined) return { ...replacement, key: window.key };
    const day = site.rules.chain.value === "rolled" ? (window.rolled ?? window.end) : window.end;
    return { key: window.key, day, trace: [...window.trace, { step: "event", event, title, day, item }] };
  });
  return { state: deadline.state === "dated" ? "dated" : "on-event", anchors, waiting: deadline.state === "dated" ? [] : [event] };
}

/** The days that an event reference stands for, and what it still waits for. */
export function resolveAnchors(reference: EventRef, site: RuleSite, context: Context): Anchors {
  if (typeof reference !== "string") return endsOf(reference["end-of"], reference.since, site, context);
  const event = context.events.get(reference);
  if (event === undefined) return nothing;
  const { title, latest } = event.data;
  if (latest !== undefined) return chained(reference, title, latest, site, context);
  const anchors = recorded(reference, title, context);
  if (context.tried !== undefined && anchors.length === 0) {
    anchors.push({ key: `tried-${reference}`, day: context.tried, trace: [{ step: "event", event: reference, title, day: context.tried, tried: true }] });
  }
  return { state: "on-event", anchors, waiting: [reference] };
}

/** The period of a record: one of those that the event comes back in, once; none where it does not come back. */
function checkPeriod(record: Located<Occurrence>, { id, latest }: Event, recordedPeriods: Map<string, Located<Occurrence>>, context: Context): void {
  const { period } = record.data;
  const keys = latest === undefined ? [] : (context.deadlineOf(latest, record, ["event"])?.windows ?? []).map(({ key }) => key);
  if (period === undefined) {
    if (keys[0] !== undefined) context.report({ code: "occurrence-needs-period", values: { name: id, example: keys[0] }, span: spanOf(record.origin, ["event"]) });
    return;
  }
  const span = spanOf(record.origin, ["period"]);
  const earlier = recordedPeriods.get(period);
  recordedPeriods.set(period, earlier ?? record);
  if (!keys.includes(period)) context.report({ code: "unknown-occurrence-period", values: { name: id, period, ...(keys.length > 0 ? { choices: { list: keys } } : {}) }, span });
  else if (earlier !== undefined) context.report({ code: "duplicate-occurrence", values: { name: id, period }, span, related: [{ span: spanOf(earlier.origin, ["period"]), code: "first-here" }] });
}

/** A record must name an event that has one date for all, and the period where the event comes back. */
export function checkOccurrences(context: Context): void {
  for (const [name, records] of context.occurrences) {
    const event = context.events.get(name)?.data;
    if (event === undefined) continue;
    const recordedPeriods = new Map<string, Located<Occurrence>>();
    for (const record of records) {
      if (event.scope === "own") context.report({ code: "occurrence-of-own", values: { name }, span: spanOf(record.origin, ["event"]) });
      else checkPeriod(record, event, recordedPeriods, context);
    }
  }
}
