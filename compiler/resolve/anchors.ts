import { dayOf, parseDate, type Day } from "../calendar/day.ts";
import { units, unitsMeeting } from "../calendar/units.ts";
import type { Event, EventRef, Occurrence, UntilRef } from "../generated/types.ts";
import { spanOf, type Located } from "../load/yaml/parsed-yaml.ts";
import { referenceOf, referencePaths, type Reference, type ReferenceForm } from "../rule/references.ts";
import { readDay } from "./calendars.ts";
import type { Anchor, Anchors, Context, RuleSite } from "./context.ts";
import type { TraceStep } from "./model.ts";

const nothing: Anchors = { state: "on-event", anchors: [], waiting: [] };

type PeriodReference = Extract<Reference, { readonly kind: "period" }>;

/** The stretches that a word stands for, each with the step that tells its bound: a unit of the calendar or a period of the plan. */
function boundedBy(
  { name, bound }: PeriodReference,
  site: RuleSite,
  context: Context,
): { key: string; day: Day; trace: TraceStep[] }[] {
  const period = context.periods.get(name)?.data;
  const unit = units.find((each) => each === name);
  const at = (start: Day, end: Day): Day => (bound === "end-of" ? end : start);
  if (period === undefined) {
    if (unit === undefined) context.tell();
    return unit === undefined
      ? []
      : unitsMeeting(unit, context.yearStart, context.yearEnd).map(({ key, start, end }) => ({
          key,
          day: at(start, end),
          trace: [
            { step: "unit", unit, key, start, end },
            { step: "pick", pick: bound === "end-of" ? "last-day" : "first-day", day: at(start, end), skipped: [] },
          ],
        }));
  }
  const { title, source } = period;
  return context.stretchesOf(name, site.deadline).map(({ key, start, end }) => ({
    key,
    day: at(start, end),
    trace: [
      {
        step: bound === "end-of" ? "period-end" : "period-start",
        period: name,
        title,
        day: at(start, end),
        source: source.title,
      },
    ],
  }));
}

/** «начиная с февраля»: the days from the first of that month on. */
const from = <T extends { readonly day: Day }>(
  since: number | undefined,
  list: readonly T[],
  { year }: Context,
): readonly T[] => (since === undefined ? list : list.filter(({ day }) => day >= dayOf(year, since, 1)));

/** The ends or starts of a unit or a period, from the month that the rule begins with. */
function boundsOf(reference: PeriodReference, site: RuleSite, context: Context): Anchors {
  return { state: "dated", waiting: [], anchors: from(reference.since, boundedBy(reference, site, context), context) };
}

/** A day that the rule itself names. */
function namedDay(text: string, site: RuleSite, context: Context): Anchors {
  const day = readDay(
    text,
    context.year,
    site.deadline,
    [...site.path, ...referencePaths[site.form as ReferenceForm], "day"],
    context.report,
  );
  return {
    state: "dated",
    waiting: [],
    anchors:
      day === undefined ? [] : [{ key: "1", day, trace: [{ step: "named", form: "day", start: day, end: day }] }],
  };
}

/** The recorded days of an event, each a window of its own, named by the occurrence. */
function recorded(event: string, title: string, context: Context): readonly Anchor[] {
  const records = context.occurrences.get(event) ?? noRecords;
  const known = anchorsOf.get(records);
  if (known !== undefined) return known;
  const anchors = records.flatMap(({ data }): Anchor[] => {
    const day = parseDate(data.date);
    if (day === undefined) return [];
    return [
      {
        key: data.id,
        day,
        occurrence: data.id,
        trace: [
          { step: "event", event, title: data.title || title, day, source: data.source.title, occurrence: data.id },
        ],
      },
    ];
  });
  anchorsOf.set(records, anchors);
  return anchors;
}
const noRecords: readonly Located<Occurrence>[] = [];
const anchorsOf = new WeakMap<readonly Located<Occurrence>[], readonly Anchor[]>();

/** Records of an event by the period that they belong to. */
function replacementsIn(event: string, found: readonly Anchor[], context: Context): ReadonlyMap<string, Anchor> {
  const byId = new Map(found.map((anchor) => [anchor.occurrence, anchor]));
  const records = context.occurrences.get(event) ?? noRecords;
  return new Map(
    records.flatMap(({ data }): [string, Anchor][] =>
      byId.has(data.id) ? [[data.period ?? "", byId.get(data.id)!]] : [],
    ),
  );
}

/** The latest days of an event that is another item's fulfilment; what was recorded replaces them, period by period. */
function chained(event: string, title: string, item: string, site: RuleSite, context: Context): Anchors {
  const row = context.events.get(event) as Located<unknown>;
  const deadline = context.deadlineOf(item, row, ["latest"]);
  if (deadline?.state !== "dated" && deadline?.state !== "on-event")
    context.reportNothingDated(item, deadline, spanOf(row.origin, ["latest"]));
  if (deadline === null) return nothing;
  const found = recorded(event, title, context);
  const replacements = replacementsIn(event, found, context);
  const anchors = deadline.windows.map((window): Anchor => {
    const replacement = replacements.get(window.key);
    if (replacement !== undefined) return { ...replacement, key: window.key };
    const day = site.rules.chain.value === "rolled" ? (window.rolled ?? window.end) : window.end;
    return { key: window.key, day, trace: [...window.trace, { step: "event", event, title, day, item }] };
  });
  return {
    state: deadline.state === "dated" ? "dated" : "on-event",
    anchors,
    waiting: deadline.state === "dated" ? [] : [event],
  };
}

/** The days that an event reference stands for, and what it still waits for. */
export function resolveAnchors(written: EventRef | UntilRef, site: RuleSite, context: Context): Anchors {
  const reference = referenceOf(written);
  if (reference.kind === "period") return boundsOf(reference, site, context);
  if (reference.kind === "day") return namedDay(reference.name, site, context);
  const { name, since } = reference;
  const found = eventAnchors(name, site, context);
  return { ...found, anchors: from(since, found.anchors, context) };
}

/** The days of an event: recorded, the latest ones of a chain, or the one that is tried. */
function eventAnchors(name: string, site: RuleSite, context: Context): Anchors {
  const event = context.events.get(name);
  if (event === undefined) return nothing;
  const { title, latest } = event.data;
  if (latest !== undefined) return chained(name, title, latest, site, context);
  const anchors = [...recorded(name, title, context)];
  if (context.tried !== undefined && anchors.length === 0) {
    anchors.push({
      key: `tried-${name}`,
      day: context.tried,
      trace: [{ step: "event", event: name, title, day: context.tried, tried: true }],
    });
  }
  return { state: "on-event", anchors, waiting: [name] };
}

/** The period of a record: one of those that the event comes back in, once; none where it does not come back. */
function checkPeriod(
  record: Located<Occurrence>,
  { id, latest }: Event,
  recordedPeriods: Map<string, Located<Occurrence>>,
  context: Context,
): void {
  const { period } = record.data;
  const keys =
    latest === undefined ? [] : (context.deadlineOf(latest, record, ["event"])?.windows ?? []).map(({ key }) => key);
  if (period === undefined) {
    if (keys[0] !== undefined)
      context.report({
        code: "occurrence-needs-period",
        values: { name: id, example: keys[0] },
        span: spanOf(record.origin, ["event"]),
      });
    return;
  }
  const span = spanOf(record.origin, ["period"]);
  const earlier = recordedPeriods.get(period);
  recordedPeriods.set(period, earlier ?? record);
  if (!keys.includes(period))
    context.report({
      code: "unknown-occurrence-period",
      values: { name: id, period, ...(keys.length > 0 ? { choices: { list: keys } } : {}) },
      span,
    });
  else if (earlier !== undefined)
    context.report({
      code: "duplicate-occurrence",
      values: { name: id, period },
      span,
      related: [{ span: spanOf(earlier.origin, ["period"]), code: "first-here" }],
    });
}

/** A record must name an event that has one date for all, and the period where the event comes back. */
export function checkOccurrences(context: Context): void {
  for (const [name, records] of context.occurrences) {
    const event = context.events.get(name)?.data;
    if (event === undefined) continue;
    const recordedPeriods = new Map<string, Located<Occurrence>>();
    for (const record of records) {
      if (event.scope === "own")
        context.report({ code: "occurrence-of-own", values: { name }, span: spanOf(record.origin, ["event"]) });
      else checkPeriod(record, event, recordedPeriods, context);
    }
  }
}
