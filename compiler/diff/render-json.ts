import { isYear } from "../calendar/bounds.ts";
import { isoInstant } from "../calendar/instant.ts";
import { isoDate } from "../calendar/day.ts";
import type { DueWindow } from "../resolve/model.ts";
import { positionAt } from "../source/span.ts";
import { byParty } from "./by-party.ts";
import { isDateChange, isPlanChange, type Cause, type Change, type Difference, type EditPlace } from "./change.ts";
import type { PlanTexts } from "./entries.ts";

const iso = (day: number | null | undefined): string | null | undefined =>
  typeof day === "number" ? isoDate(day) : day;

function placeJson(place: EditPlace | null, texts: PlanTexts): unknown {
  const text = place === null ? undefined : texts[place.side].get(place.span.file);
  return place === null || text === undefined
    ? null
    : { side: place.side, file: place.span.file, ...positionAt(text, place.span.start) };
}

function dueJson(due: DueWindow | null): unknown {
  if (due === null) return null;
  const { start, end, instants, rolled, planBy, conditional, subject } = due.window;
  return {
    start: iso(start),
    end: iso(end),
    rolled: iso(rolled),
    planBy: iso(planBy),
    ...(instants === undefined ? {} : { until: isoInstant(instants.end, instants.zone) }),
    conditional,
    subject,
    parties: due.parties,
    audience: due.audience,
  };
}

function causeJson({ kind, change, at, name, chain, days }: Cause, texts: PlanTexts): unknown {
  return {
    kind,
    change,
    name,
    chain,
    at: placeJson(at, texts),
    days: days?.map(({ day, working }) => ({ day: isoDate(day), working })),
  };
}

function changeJson(change: Change, texts: PlanTexts): unknown {
  if (isPlanChange(change)) return change;
  if (isDateChange(change)) {
    const { kind, plan, item, cell, uid, before, after, causes } = change;
    return {
      kind,
      ...(isYear(plan) ? { year: Number(plan) } : { plan }),
      item,
      cell,
      uid,
      before: dueJson(before),
      after: dueJson(after),
      causes: causes.map((cause) => causeJson(cause, texts)),
    };
  }
  const { before: _, after: __, at, ...rest } = change;
  return {
    ...rest,
    ...(change.kind === "withdrawn" ? { reason: change.after?.withdrawn?.reason } : {}),
    at: placeJson(at, texts),
  };
}

/** A comparison as data: every change once, and for each party the indexes of its own. */
export function diffJson(differences: readonly Difference[], texts: PlanTexts): unknown {
  return {
    series: differences.map((difference) => ({
      series: difference.series,
      changes: difference.changes.map((change) => changeJson(change, texts)),
      parties: byParty(difference).map(({ party, changes: own }) => ({
        party,
        changes: own.map(({ change, kind, relation }) => ({
          change: difference.changes.indexOf(change),
          kind,
          relation,
        })),
      })),
    })),
  };
}
