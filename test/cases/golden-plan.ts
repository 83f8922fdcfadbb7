import { wholeYear } from "../../compiler/calendar/bounds.ts";
import { isoInstant } from "../../compiler/calendar/instant.ts";
import { isoDate } from "../../compiler/calendar/day.ts";
import type { DueWindow, ResolvedDeadline, ResolvedItem, ResolvedPlan, Window } from "../../compiler/resolve/model.ts";
import { explain } from "../../compiler/explain/explain.ts";

/**
 * One due window as a person writes it down: `1.1 work 2024-06-01..2024-08-31 school,nursery rolled=… planBy=… after=…`. An open
 * start is `..`; the parties are those that it falls on (after readings, groups replaced by their members).
 */
export function dueLine(
  { series, id }: ResolvedPlan,
  { item, kind, window, audience, beforeApproval }: DueWindow,
): string {
  const { start, end, rolled, planBy, after, conditional, startIs, subject, snapshot, instants } = window;
  const marks = [
    audience.length > 0 ? audience.join(",") : "nobody",
    rolled === undefined ? "" : `rolled=${isoDate(rolled)}`,
    planBy === undefined ? "" : `planBy=${isoDate(planBy)}`,
    after === undefined ? "" : `after=${isoDate(after)}`,
    conditional === undefined ? "" : `if=${JSON.stringify(conditional)}`,
    startIs === undefined ? "" : `start=${startIs}`,
    subject === undefined ? "" : `subject=${JSON.stringify(subject)}`,
    snapshot ? "snapshot" : "",
    instants?.start === undefined || instants.start === instants.end
      ? ""
      : `since=${isoInstant(instants.start, instants.zone)}`,
    instants === undefined ? "" : `until=${isoInstant(instants.end, instants.zone)}`,
    beforeApproval ? "before-approval" : "",
  ].filter((mark) => mark !== "");
  const place = series.data.slug === "demo" && id === "2024" ? "" : `${series.data.slug}/${id} `;
  return `${place}${item} ${kind} ${start === null || start === end ? "" : isoDate(start)}${start === end ? "" : ".."}${isoDate(end)} ${marks.join(" ")}`;
}

const stateOf = (deadline: ResolvedDeadline | null | undefined): string | null =>
  deadline ? [deadline.state, ...deadline.waiting.map(({ event }) => event)].join(" ") : null;

/** What is settled of a row besides its dates; what it takes over from another row is marked. */
function itemOf({
  id,
  number,
  section,
  parent,
  children,
  responsible,
  responsibleInherited,
  reading,
  deadline,
  control,
  withdrawn,
}: ResolvedItem): unknown {
  const taken = (inherited: boolean | undefined): { inherited?: true } => (inherited ? { inherited: true } : {});
  const read = (name: string | undefined): { reading?: string } => (name === undefined ? {} : { reading: name });
  return {
    id,
    number,
    place: [section, parent ?? "", ...children].join(" "),
    responsible,
    ...(responsibleInherited ? { responsibleInherited } : {}),
    ...read(reading?.id),
    ...(withdrawn === null ? {} : { withdrawn: true }),
    state: stateOf(deadline),
    ...taken(deadline?.inherited),
    control: control && {
      form: control.form,
      ...(control.controlOf === null ? {} : { of: control.controlOf }),
      controlled: control.controlled,
      state: stateOf(control.deadline),
      ...read(control.reading?.id),
      ...taken(control.inherited),
    },
  };
}

/** What those who draw or serve a window read of it besides its days: figure, class of its end, last working day, record. */
const figureOf = ({ shape, roll, lastWorkingDay, occurrence }: Window): string =>
  [
    shape,
    roll ?? "never rolls",
    ...(lastWorkingDay === undefined ? [] : [`last working day ${isoDate(lastWorkingDay)}`]),
    ...(occurrence === undefined ? [] : [`record ${occurrence}`]),
  ].join(", ");

/** A resolved plan as the corpus keeps it: states, and every due window with its name and how it came about. */
export function goldenPlan(plan: ResolvedPlan): unknown {
  return {
    series: plan.series.data.slug,
    ...(wholeYear(plan.bounds) === undefined
      ? { id: plan.id, bounds: [isoDate(plan.bounds.from), isoDate(plan.bounds.to)] }
      : { year: wholeYear(plan.bounds) }),
    items: plan.items.map(itemOf),
    awaited: plan.awaitableEvents.map(({ id, scope, fulfils, awaitedBy }) =>
      [
        id,
        scope,
        ...(fulfils === null ? [] : [`fulfils ${fulfils}`]),
        ...awaitedBy.map(({ item, kind }) => `${item} ${kind}`),
      ].join(", "),
    ),
    events: plan.dueWindows.map((due) => ({
      line: dueLine(plan, due),
      uid: due.uid,
      figure: figureOf(due.window),
      parties: due.parties,
      wording: due.wording,
      how: explain(due.window.trace, plan.series.data.language),
    })),
  };
}
