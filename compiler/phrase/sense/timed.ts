/** A time of day beside a deadline, as part of its rule. */
import { parseDaySelector } from "../../calendar/day-selector.ts";
import type { Deadline } from "../../generated/types.ts";
import { formOf, type FormName } from "../../rule/kinds.ts";
import type { Interpretation } from "../interpretation.ts";

const isOneDay = (word: string | number): boolean =>
  ["day", "working-day", "weekday", "last-day", "first-day-after"].includes(parseDaySelector(word)?.kind ?? "");

/** A rule that names a day, as the last one: «до 18:00 12 сентября»; undefined for what is no day. */
export function asLast(rule: Deadline): Deadline | undefined {
  const { on, every, "on-day-of": event, ...more } = rule;
  if (Array.isArray(on)) return { each: on.map((until) => ({ until })), ...more };
  if (on !== undefined) return { until: on, ...more };
  if (event !== undefined) return typeof event === "string" ? { until: { event }, ...more } : undefined;
  if (typeof every !== "object") return isTimed(rule) || rule.to !== undefined ? rule : undefined;
  const { unit, on: selected, ...recurrence } = every;
  if (selected === undefined) return isTimed(rule) ? rule : undefined;
  return [selected].flat().every(isOneDay) ? { every: { unit, until: selected, ...recurrence }, ...more } : undefined;
}

/** Whether a time can stand beside a rule of each form: it names a day, or a last one. A stretch has no day that a time is of. */
const timed: Readonly<Record<FormName, (rule: Deadline) => boolean>> = {
  on: () => true,
  from: () => false,
  until: () => true,
  month: ({ part }) => part !== undefined && isOneDay(part),
  period: () => false,
  every: ({ every }) => typeof every === "object" && [every.on ?? every.until ?? "none"].flat().every(isOneDay),
  within: () => true,
  "no-later-than": () => true,
  "on-day-of": () => true,
  before: () => true,
  exactly: () => true,
  continuous: () => false,
  external: () => false,
};

/** Whether a time can stand beside a rule; never beside a list of rules, where it would be read as that of the last. */
export function isTimed(rule: Deadline): boolean {
  const form = formOf(rule);
  return form !== undefined && timed[form](rule);
}

/** A rule that a time can stand beside, unchanged; undefined for every other. */
export const asItIs = (rule: Deadline): Deadline | undefined => (isTimed(rule) ? rule : undefined);

/** Readings with a time; those that name no day are left out. An empty zone is the plan's own. */
export const withTime = (
  readings: readonly Interpretation[],
  { at, zone }: { readonly at: string; readonly zone: string },
  as: (rule: Deadline) => Deadline | undefined,
): readonly Interpretation[] =>
  readings.flatMap((reading) => {
    const rule = as(reading.rule);
    return rule === undefined ? [] : [{ ...reading, rule: { ...rule, at, ...(zone === "" ? {} : { zone }) } }];
  });
