/** Rules for which the DSL has two forms, in one of them: what words say is compared with what a plan says in either. */
import { exceedsYear, homeYear, yearsWithDay, type Bounds } from "../calendar/bounds.ts";
import { dayOf, daysInMonth, isoDate, twoDigits } from "../calendar/day.ts";
import { lastWeekOf, parseDaySelector } from "../calendar/day-selector.ts";
import type { Deadline, Every, Exception } from "../generated/types.ts";
import { listNames } from "../rule/kinds.ts";
import { oneOrMany } from "./interpretation.ts";

type EveryRule = Exclude<Every, string>;

/** The months, 1–12, that an exception consists of; undefined for any other. */
function monthsIn(except: Every | Exception | EveryRule["except"]): readonly number[] | undefined {
  if (typeof except !== "object" || Array.isArray(except) || !("month" in except)) return undefined;
  const refs = [except.month ?? []].flat().map((entry) => String(entry).split("-").map(Number));
  const isPlain = refs.every(([first = 0, last = first]) => first >= 1 && last <= 12 && first <= last);
  if (!isPlain || Object.keys(except).length > 1) return undefined;
  return refs.flatMap(([first = 0, last = first]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

/** A recurrence in the months that are left: named months and quarters, or the rule in the bounds of each run of them. */
export function inMonthsLeft(rule: EveryRule, left: readonly number[]): Deadline | undefined {
  const months = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => !left.includes(month));
  if (rule.in !== undefined || rule.since !== undefined || rule.of !== undefined || months.length === 0)
    return undefined;
  const step = { month: 1, quarter: 3 }[rule.unit];
  if (step !== undefined && Object.keys(rule).length === 1) {
    const starts = months.filter((month) => (month - 1) % step === 0);
    if (starts.length * step !== months.length) return undefined;
    return { month: oneOrMany(starts.map((first) => (step === 1 ? first : `${first}-${first + step - 1}`))) };
  }
  if (!["week", "month"].includes(rule.unit)) return undefined;
  const runs = months
    .filter((month) => !months.includes(month - 1))
    .map((first): Deadline => {
      let last = first;
      while (months.includes(last + 1)) last += 1;
      return { every: { ...rule, in: { from: `${twoDigits(first)}-01`, to: `${twoDigits(last)}-last` } } };
    });
  return runs.length === 1 ? runs[0] : { each: runs };
}

/** Every day, said of a whole plan, is what goes on daily. */
const isDaily = (every: Every): boolean =>
  ["day", "working-day"].includes(typeof every === "string" ? every : every.unit) &&
  (typeof every === "string" || Object.keys(every).length === 1);

/** The last week of a month of the plan as the days that it is. */
function weekInDays({ month, part, ...more }: Deadline, year: number): Deadline | undefined {
  const selector = part === undefined ? undefined : parseDaySelector(part);
  if (typeof month !== "number" || selector?.kind !== "last-week") return undefined;
  const [from, to] = lastWeekOf(selector.which, dayOf(year, month, daysInMonth(year, month)));
  return { ...more, from: isoDate(from), to: isoDate(to) };
}

/** The day in a plan's bounds that `MM-DD` is; undefined where there is none, or several. */
function dayWithin(text: string, bounds: Bounds): number | undefined {
  const [, written, day] = /^(\d\d)-(\d\d|last)$/.exec(text) ?? [];
  if (written === undefined) return undefined;
  const month = Number(written);
  const which = day === "last" ? "last" : Number(day);
  const [year, ...more] = yearsWithDay(month, which, bounds);
  if (year === undefined || more.length > 0) return undefined;
  return dayOf(year, month, which === "last" ? daysInMonth(year, month) : which);
}

/** From December to January in a plan of a school year: both days lie in it, in this order, and nothing wraps. */
function unwrapped({ wraps, ...rule }: Deadline, bounds: Bounds): Deadline | undefined {
  if (wraps !== true || typeof rule.from !== "string" || typeof rule.to !== "string" || exceedsYear(bounds))
    return undefined;
  const [from, to] = [dayWithin(rule.from, bounds), dayWithin(rule.to, bounds)];
  return from !== undefined && to !== undefined && from <= to ? rule : undefined;
}

/** Days one by one are the list of them: “9 April; 15 April”. */
function daysTogether({ each, ...more }: Deadline): Deadline | undefined {
  const isDays = ({ on, key: _, ...rest }: Deadline): boolean => on !== undefined && Object.keys(rest).length === 0;
  return each?.every(isDays) === true ? { ...more, on: each.flatMap(({ on }) => on ?? []) } : undefined;
}

/** Returns a rule, or the one that says the same and is compared instead. */
export function asCompared(rule: Deadline, bounds: Bounds | undefined): Deadline {
  const { every, ...more } = rule;
  const year = bounds === undefined ? undefined : homeYear(bounds);
  const week = year === undefined ? undefined : weekInDays(rule, year);
  if (week !== undefined) return week;
  const inOrder = bounds === undefined ? undefined : unwrapped(rule, bounds);
  if (inOrder !== undefined) return inOrder;
  const days = daysTogether(rule);
  if (days !== undefined) return days;
  if (every !== undefined && isDaily(every)) return { ...more, continuous: "daily" };
  if (typeof every === "object" && every.except !== undefined) {
    const { except, ...rest } = every;
    const months = monthsIn(except);
    const left = months && inMonthsLeft(rest, months);
    if (left !== undefined) return { ...more, ...left };
  }
  const lists = listNames.flatMap((list) =>
    rule[list] === undefined ? [] : [[list, rule[list].map((element) => asCompared(element, bounds))]],
  );
  return lists.length === 0 ? rule : { ...rule, ...(Object.fromEntries(lists) as Partial<Deadline>) };
}
