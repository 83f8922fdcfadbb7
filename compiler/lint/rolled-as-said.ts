/** “…; if the day is not a working day, the next working day”: what words say of a day off, held to the dates of their rule. */
import { parseDate, type Day } from "../calendar/day.ts";
import type { Deadline } from "../generated/types.ts";
import type { ResolvedDeadline, ResolvedPlan } from "../resolve/model.ts";
import type { WhatIf } from "../resolve/what-if.ts";
import { defined } from "../source/defined.ts";
import type { Cell } from "./cells.ts";

/** What rules would give in the places of the plan, if every event without a day were on that one or on none. */
export type WhatIfOn = (day?: Day) => WhatIf;

const rollOf = ({ rules, each }: Deadline): NonNullable<Deadline["rules"]>["roll"] =>
  rules?.roll ?? each?.find((rule) => rule.rules?.roll !== undefined)?.rules?.roll;

/** Whether the words say what becomes of an end on a day off. */
export const saysRoll = (said: Deadline): boolean => rollOf(said) !== undefined;

/** A rule that is turned as the words say; all else that it says of counting stays. */
function turned(rule: Deadline, said: Deadline): Deadline {
  const roll = said.rules?.roll;
  const because = said.rules?.because ?? "";
  const each = rule.each?.map((part, at) => turned(part, said.each?.[at] ?? {}));
  const rules = roll === undefined ? undefined : { because, ...rule.rules, roll };
  return { ...rule, ...defined({ rules, each }) };
}

/** The rule as words that agree with it in all else turn it; a list in another form is as the words have it. */
const asSaid = (rule: Deadline, said: Deadline): Deadline =>
  said.each === undefined || said.each.length === rule.each?.length ? turned(rule, said) : said;

const datesOf = ({ windows }: ResolvedDeadline): string => windows.map(({ start, end }) => `${start}/${end}`).join();

/** A week of days that an event without a day is tried on: one of them makes the end fall on a day off. */
const week = [0, 1, 2, 3, 4, 5, 6];

/** A rule as words turn it, and the day that its events are supposed on. */
export interface Turned {
  readonly rule: Deadline;
  readonly supposing?: Day;
}

/** The rule as the words turn it, and the day that its events are supposed on, where that gives other dates than the plan has. */
export function turnedElsewhere(
  said: Deadline,
  { item, kind, deadline }: Cell,
  { plan, bounds }: ResolvedPlan,
  whatIfOn: WhatIfOn,
): Turned | undefined {
  if (!saysRoll(said)) return undefined;
  const rule = asSaid(deadline.rule, said);
  if (deadline.windows.length > 0 || deadline.state !== "on-event")
    return datesOf(whatIfOn()(rule, item.source, kind)) === datesOf(deadline) ? undefined : { rule };
  // The calendar need not cover the days of the order, which is older than its plan.
  const supposing = [parseDate(plan.order.data.date) ?? bounds.from, bounds.from]
    .flatMap((first) => week.map((days) => first + days))
    .find(
      (day) =>
        datesOf(whatIfOn(day)(rule, item.source, kind)) !== datesOf(whatIfOn(day)(deadline.rule, item.source, kind)),
    );
  return supposing === undefined ? undefined : { rule, supposing };
}
