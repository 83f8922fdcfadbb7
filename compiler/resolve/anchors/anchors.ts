import { oneLine } from "../../source/one-line.ts";
import { parseDate, type Day } from "../../calendar/day.ts";
import { isWithin } from "../../calendar/bounds.ts";
import { units, unitsMeeting, type Unit, type UnitInstance } from "../../calendar/units.ts";
import type { EventRef, Occurrence, Period, UntilRef } from "../../generated/types.ts";
import { spanOf, type Located } from "../../load/yaml/parsed-yaml.ts";
import type { Path } from "../../source/span.ts";
import {
  referenceOf,
  referencePaths,
  type Bound,
  type Reference,
  type ReferenceForm,
  type SinceMonth,
} from "../../rule/references.ts";
import { dayOfRule } from "./day-of-rule.ts";
import { readSince } from "./months.ts";
import type { Context } from "../context.ts";
import type { ResolvedDeadline, TraceStep, Window } from "../model.ts";
import type { Anchor, Anchors } from "../resolution.ts";
import { siteSpan, type RuleSite } from "../rule-site.ts";
import { instantAt, timeStep } from "../times.ts";

const nothing: Anchors = { state: "on-event", anchors: [], waiting: [] };

type PeriodReference = Extract<Reference, { readonly kind: "period" }>;

/** The day that each bound is of an interval, and how a derivation says so of a unit of the calendar and of a period. */
const edges: Readonly<
  Record<
    Bound,
    {
      readonly of: (interval: Pick<UnitInstance, "start" | "end">) => Day;
      readonly pick: Extract<TraceStep, { readonly step: "pick" }>["pick"];
      readonly step: "period-end" | "period-start";
    }
  >
> = {
  "end-of": { of: ({ end }) => end, pick: "last-day", step: "period-end" },
  "start-of": { of: ({ start }) => start, pick: "first-day", step: "period-start" },
};

/** The bounds of the units of the calendar that meet the plan. */
function unitEdges(unit: Unit, bound: Bound, { bounds }: Context): Anchor[] {
  const { of, pick } = edges[bound];
  return unitsMeeting(unit, bounds.from, bounds.to).map(({ key, start, end }) => {
    const day = of({ start, end });
    return {
      key,
      day,
      trace: [
        { step: "unit", unit, key, start, end },
        { step: "pick", pick, day, skipped: [] },
      ],
    };
  });
}

/** The bounds of the intervals of a period. Two plans hold one that goes over the new year; each of its edges lies in one of them. */
function periodEdges({ id, title, source, wraps }: Period, bound: Bound, context: Context): Anchor[] {
  const { of, step } = edges[bound];
  return context.intervalsOf(id).flatMap((interval): Anchor[] => {
    const day = of(interval);
    if (wraps !== undefined && !isWithin(day, context.bounds)) return [];
    return [
      {
        key: interval.key,
        day,
        earliest: wraps === undefined ? undefined : context.bounds.from,
        trace: [{ step, period: id, title, day, source: source.title }],
      },
    ];
  });
}

/** The bounds that a word stands for, each with the steps that lead to it: those of a period of the plan or a unit of the calendar. */
function boundedBy({ name, bound }: PeriodReference, context: Context): Anchor[] {
  const period = context.rows.periods.get(name)?.data;
  if (period !== undefined) return periodEdges(period, bound, context);
  const unit = units.find((each) => each === name);
  if (unit !== undefined) return unitEdges(unit, bound, context);
  context.log.reasonWasGiven();
  return [];
}

/** The anchors from a month on. */
function sinceMonth<T extends { readonly day: Day }>(
  since: SinceMonth | undefined,
  list: readonly T[],
  site: RuleSite,
  context: Context,
): readonly T[] {
  if (since === undefined) return list;
  const path = [...site.path, ...referencePaths[site.form as ReferenceForm], "since"];
  const first = readSince(since, spanOf(site.deadline.origin, path), context);
  return first === undefined ? [] : list.filter(({ day }) => day >= first);
}

/** The ends or starts of a unit or a period, from the month that the rule begins with. */
function boundsOf(reference: PeriodReference, site: RuleSite, context: Context): Anchors {
  const anchors = sinceMonth(reference.since, boundedBy(reference, context), site, context);
  return { state: "dated", waiting: [], anchors };
}

/** A day that the rule itself names. */
function namedDay(text: string, site: RuleSite, context: Context): Anchors {
  const day = dayOfRule(text, [...referencePaths[site.form as ReferenceForm], "day"], site, context);
  return {
    state: "dated",
    waiting: [],
    anchors:
      day === undefined ? [] : [{ key: "1", day, trace: [{ step: "named", form: "day", start: day, end: day }] }],
  };
}

const noRecords: readonly Located<Occurrence>[] = [];

/**
 * The anchors of an event by its records, read once: what the records say wrongly is reported once. The records are enough of a key:
 * each resolver indexes its rows anew (`indexRows`), so a list of records belongs to it and its views by other calendars, which share
 * its zone and its log.
 */
const anchorsOf = new WeakMap<readonly Located<Occurrence>[], readonly Anchor[]>();

/** The recorded days of an event, each a window of its own, named by the occurrence. */
function recorded(event: string, title: string, context: Context): readonly Anchor[] {
  const records = context.rows.occurrences.get(event) ?? noRecords;
  const known = anchorsOf.get(records);
  if (known !== undefined) return known;
  const anchors = records.flatMap((record): Anchor[] => {
    const { data } = record;
    const day = parseDate(data.date);
    if (day === undefined) return [];
    const moment = momentOf(record, day, context);
    return [
      {
        key: data.id,
        day,
        occurrence: data.id,
        moment,
        trace: [
          { step: "event", event, title: data.title || title, day, source: data.source.title, occurrence: data.id },
          ...(moment === undefined ? [] : [timeStep(data.at ?? "", moment.instant, moment.zone)]),
        ],
      },
    ];
  });
  anchorsOf.set(records, anchors);
  return anchors;
}

/** When on its day something happened, where the record says so. */
function momentOf({ data, origin }: Located<Occurrence>, day: Day, context: Context): Anchor["moment"] | undefined {
  if (data.at === undefined) return undefined;
  const zone = data.zone ?? context.zone;
  const instant = instantAt(day, data.at, zone, spanOf(origin, ["at"]), context);
  return instant === undefined ? undefined : { instant, zone };
}

/** Records of an event by the period that they belong to. */
function replacementsIn(event: string, found: readonly Anchor[], context: Context): ReadonlyMap<string, Anchor> {
  const byId = new Map(found.map((anchor) => [anchor.occurrence, anchor]));
  const records = context.rows.occurrences.get(event) ?? noRecords;
  return new Map(
    records.flatMap(({ data }): [string, Anchor][] =>
      byId.has(data.id) ? [[data.period ?? "", byId.get(data.id)!]] : [],
    ),
  );
}

/** The deadline of an item that others count from, null where it has none; reported at `path` of a row where it has no dates and waits for none. */
function datedDeadline(item: string, row: Located<unknown>, path: Path, context: Context): ResolvedDeadline | null {
  const deadline = context.deadlineOf(item, row, path);
  if (deadline?.state !== "dated" && deadline?.state !== "on-event")
    context.reportNothingDated(item, deadline, spanOf(row.origin, path));
  return deadline;
}

/** The state of what counts from a deadline. */
const stateAfter = ({ state }: ResolvedDeadline): Anchors["state"] => (state === "dated" ? "dated" : "on-event");

/** The last day of a window, as the rules of the site count on from it: as named, or moved to a working day. */
const lastDay = ({ end, rolled }: Window, { rules }: RuleSite): Day =>
  rules.chain.value === "rolled" ? (rolled ?? end) : end;

/**
 * The latest days of an event that is another item's fulfilment; what was recorded replaces them, period by period. A record without a
 * period replaces the only one.
 */
function chained(event: string, title: string, item: string, site: RuleSite, context: Context): Anchors {
  const row = context.rows.events.get(event) as Located<unknown>;
  const deadline = datedDeadline(item, row, ["latest"], context);
  if (deadline === null) return nothing;
  const found = recorded(event, title, context);
  const replacements = replacementsIn(event, found, context);
  const anchors = deadline.windows.map((window): Anchor => {
    const replacement =
      replacements.get(window.key) ?? (deadline.windows.length === 1 ? replacements.get("") : undefined);
    if (replacement !== undefined) return { ...replacement, key: window.key };
    const day = lastDay(window, site);
    const { instants } = window;
    const moment = instants && { instant: instants.end, zone: instants.zone };
    return { key: window.key, day, moment, trace: [...window.trace, { step: "event", event, title, day, item }] };
  });
  const state = stateAfter(deadline);
  return { state, anchors, waiting: state === "dated" ? [] : [event] };
}

type ItemReference = Extract<Reference, { readonly kind: "item" }>;

/** The days of another item's deadline; of a stretch it must be said which end is meant. */
function itemAnchors({ name, edge }: ItemReference, site: RuleSite, context: Context): Anchors {
  const path = [...site.path, ...referencePaths[site.form as ReferenceForm], "item"];
  const row = context.rows.items.get(name);
  if (row === undefined) return nothing;
  const deadline = datedDeadline(name, site.deadline, path, context);
  const span = spanOf(site.deadline.origin, path);
  if (deadline === null) return nothing;
  const isStretch = deadline.windows.some(({ start, end }) => start !== null && start !== end);
  if (isStretch && edge === undefined) {
    context.report({ code: "which-edge", values: { item: name }, span });
    return nothing;
  }
  if (edge === "start" && deadline.windows.some(({ start }) => start === null)) {
    context.report({ code: "nothing-dated", values: { item: name }, span });
    return nothing;
  }
  const title = oneLine(row.data.short ?? row.data.activity);
  return {
    state: stateAfter(deadline),
    anchors: deadline.windows.map((window): Anchor => {
      const day = (edge === "start" ? window.start : undefined) ?? lastDay(window, site);
      const instant = edge === "start" ? window.instants?.start : window.instants?.end;
      return {
        key: window.key,
        day,
        moment: instant === undefined ? undefined : { instant, zone: window.instants!.zone },
        occurrence: window.occurrence,
        trace: [...window.trace, { step: "item", item: name, title, edge: edge ?? "end", day }],
      };
    }),
    waiting: deadline.state === "dated" ? [] : deadline.waiting.map(({ event }) => event),
  };
}

/** The days that an event reference stands for, and what it still waits for. */
export function resolveAnchors(written: EventRef | UntilRef, site: RuleSite, context: Context): Anchors {
  const reference = referenceOf(written);
  if (reference.kind === "period") return boundsOf(reference, site, context);
  if (reference.kind === "day") return namedDay(reference.name, site, context);
  if (reference.kind === "item") return itemAnchors(reference, site, context);
  const { name, since } = reference;
  const found = eventAnchors(name, site, context);
  return { ...found, anchors: sinceMonth(since, found.anchors, site, context) };
}

/** The days of an event: recorded, the latest ones of a chain, or the one that is tried. */
function eventAnchors(name: string, site: RuleSite, context: Context): Anchors {
  const event = context.rows.events.get(name);
  if (event === undefined) return nothing;
  const { title, latest } = event.data;
  if (latest !== undefined) return chained(name, title, latest, site, context);
  const anchors = [...recorded(name, title, context)];
  if (context.tried !== undefined && anchors.length === 0) {
    const { day, at } = context.tried;
    const instant = at === undefined ? undefined : instantAt(day, at, context.zone, siteSpan(site), context);
    const { zone } = context;
    anchors.push({
      key: `tried-${name}`,
      day,
      tried: true,
      moment: instant === undefined ? undefined : { instant, zone },
      trace: [
        { step: "event", event: name, title, day, tried: true },
        ...(instant === undefined ? [] : [timeStep(at ?? "", instant, zone)]),
      ],
    });
  }
  return { state: "on-event", anchors, waiting: [name] };
}
