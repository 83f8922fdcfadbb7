import type { DayUnit, Unit } from "../../calendar/units.ts";
import type { Exception } from "../../generated/types.ts";
import { plain, type EveryRule, type Interpretation } from "../interpretation.ts";
import { isUnit, unnamedUnit, type DaySelectorValue, type Owner } from "./day-selectors.ts";
import { inMonthsLeft } from "../same-thing.ts";

export type Bounds = NonNullable<EveryRule["in"]>;
/** A part of a recurrence; the words of a bound can mean several periods. */
export type Modifier = Omit<Partial<EveryRule>, "in" | "except"> & {
  readonly in?: readonly Bounds[] | undefined;
  /** Months that are left out, 1–12. */
  readonly except?: readonly number[];
  /** Days, stretches or a period that are left out. */
  readonly without?: Exception;
  /** The day of `in` that may also be a deadline of its own: «ежемесячно до 5 числа, до 20 декабря». */
  readonly own?: string;
};

/** A selector and its unit; the first of the month after a unit is the first day after it. */
export function selectorIn(on: DaySelectorValue, owner: Owner): Modifier {
  if (owner.of !== undefined && on === 1 && owner.unit !== "week")
    return { unit: owner.unit === "" ? "month" : owner.unit, on: "first-day-after" };
  return { ...owner, on };
}

/** A last day inside each unit; undefined for days in a row. */
export function untilSelector(until: DaySelectorValue, owner: Owner | undefined): Modifier | undefined {
  return typeof until === "string" && /^\d+-/.test(until) ? undefined : { ...owner, until };
}

/** The day of each unit that figures are of; undefined for several days and for those without a number. */
export const snapshotOn = (on: DaySelectorValue, owner: Owner | undefined): Modifier | undefined =>
  typeof on === "number" ? { ...owner, "as-of": on } : undefined;

/** What several modifiers say together; undefined where two contradict one another. */
export function mergeModifiers(list: readonly Modifier[]): Modifier | undefined {
  const result: Record<string, unknown> = {};
  for (const entry of list) {
    for (const [key, value] of Object.entries(entry)) {
      if (key === "unit" && (value === "" || value === unnamedUnit)) {
        result[key] ??= value;
        continue;
      }
      // The frequency decides how long the reporting period is.
      if (key === "unit" && isUnit(String(result[key])) && !isUnit(String(value))) continue;
      if (key === "unit" && (result[key] === "" || result[key] === unnamedUnit)) delete result[key];
      if (Object.hasOwn(result, key) && result[key] !== value) return undefined;
      result[key] = value;
    }
  }
  return result;
}

/** A recurrence in the runs of months that are not left out. */
function withoutMonths(
  { except: _, ...rule }: Modifier,
  left: readonly number[],
): readonly Interpretation[] | undefined {
  const [said] = rule.in === undefined ? inBounds({ ...rule, in: undefined }) : [];
  const every = said?.rule.every;
  const made =
    every === undefined ? undefined : inMonthsLeft(typeof every === "string" ? { unit: every } : every, left);
  return made && plain(made);
}

const withoutSnapshot = ({ "as-of": _, ...more }: Modifier): Modifier => more;

/** Keys of a recurrence in the order that the DSL is written in. */
const keys = ["unit", "on", "until", "of", "as-of", "in", "interval", "except", "since"] as const;

/** The interpretations that parts give together; undefined where one of them says nothing, or two contradict one another. */
export function recurring(parts: readonly (Modifier | undefined)[]): readonly Interpretation[] | undefined {
  const known = parts.filter((part) => part !== undefined);
  const said = known.length < parts.length ? undefined : mergeModifiers(known);
  // «по состоянию на 1 число, до 5 числа»: what is due by a day is not due on the day that it is of.
  if (said?.["as-of"] !== undefined && said.until !== undefined) return recurring([withoutSnapshot(said)]);
  const all =
    said?.of !== undefined && (said.unit === undefined || said.unit === "") ? { ...said, unit: "month" } : said;
  if (
    all?.unit === undefined ||
    all.unit === "" ||
    all.unit === unnamedUnit ||
    [all.on, all.until, all["as-of"]].filter((entry) => entry !== undefined).length > 1
  )
    return undefined;
  if (!isPossible(all)) return undefined;
  if (all.except !== undefined) return withoutMonths(all, all.except);
  const bounded = inBounds(all);
  return all.own === undefined || all.until === undefined
    ? bounded
    : [...bounded, ...plain({ each: [inBounds({ ...all, in: undefined })[0]!.rule, { until: all.own }] })];
}

function inBounds(all: Modifier): readonly Interpretation[] {
  return (all.in ?? [undefined]).map((range) => {
    const said: Readonly<Record<string, unknown>> = { ...all, in: range, except: all.without };
    const entries = keys.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]] as const]));
    return {
      rule: { every: entries.length === 1 ? all.unit! : (Object.fromEntries(entries) as unknown as EveryRule) },
      events: [],
    };
  });
}

/** «ежедневно», “every working day”, inside each of the bounds that words can mean. */
export const everyDayIn = (unit: DayUnit, bounds: readonly Bounds[]): readonly Interpretation[] =>
  plain(...bounds.map((range) => ({ every: { unit, in: range } })));

/** «до 5 числа»: of each month or of the month that follows; both interpretations are returned. */
export const untilNumber = (until: DaySelectorValue): readonly Interpretation[] | undefined =>
  typeof until === "string"
    ? undefined
    : plain({ every: { unit: "month", until } }, { every: { unit: "month", until, of: "following" } });

/** Whether a unit can have such a selector: weeks have weekdays and nothing else. */
function isPossible({ unit: name, on, until, "as-of": snapshot }: Modifier): boolean {
  const asked = [on ?? until ?? snapshot ?? ""].flat();
  const isWeekday = (word: string | number): boolean =>
    typeof word === "string" && /^(?:mon|tue|wed|thu|fri|sat|sun)$/.test(word);
  if (asked.some(isWeekday)) return name === "week" && asked.every(isWeekday);
  // The last decade of a quarter is no decade of its first month.
  if (
    asked.some((word) => typeof word === "string" && /-(?:half|decade)$/.test(word)) &&
    ["quarter", "half-year", "year"].includes(name ?? "")
  )
    return false;
  return (
    name !== "week" ||
    asked.every(
      (word) =>
        typeof word === "string" &&
        !/decade|half|^\d|^(?:first|second|third|fourth|last)-(?:mon|tue|wed|thu|fri|sat|sun)$/.test(word),
    )
  );
}

/** «последняя неделя месяца»: seven days, the last whole week, or the one that the last day lies in. */
export const lastWeek = ({ unit, of }: Owner, said: Modifier): readonly Interpretation[] | undefined =>
  unit === "" || unit === "week" || of !== undefined
    ? undefined
    : ["last-7-days", "last-week", "last-full-week"].flatMap((on) => recurring([{ unit, on }, said]) ?? []);

/** How often something is done, and in what: `count` is undefined where no number says it. */
export interface Times {
  readonly count: number | undefined;
  readonly unit: string;
}

/** As many days of a unit as it says how often: «2 раза в месяц (до 10 и 25 числа)». */
export function onEachTime({ count, unit }: Times, said: Modifier): readonly Interpretation[] | undefined {
  const listed = [said.on ?? said.until ?? []].flat();
  const owned = said.unit === undefined || said.unit === "" || said.unit === unit;
  return count !== undefined && count > 1 && count === listed.length && owned ? recurring([{ unit }, said]) : undefined;
}

/** Units in which a number of a day names no month. */
const longer: readonly string[] = ["quarter", "half-year"] satisfies readonly Unit[];

/** A frequency with a number of a day, whose month is not named: in longer units it can be one of the month after the unit. */
export function openDay(unit: string, said: Modifier): readonly Interpretation[] | undefined {
  if (unit === "month") return recurring([{ unit }, said]);
  if (!longer.includes(unit)) return undefined;
  return [...(recurring([{ unit }, said]) ?? []), ...(recurring([{ unit, of: "following" }, said]) ?? [])];
}

/** «ежегодно до 1 сентября»: one day, not the bounds of a recurrence. */
export const isYearlyDay = (unit: string, { in: range }: Modifier): boolean =>
  unit === "year" && range?.some((entry) => typeof entry === "object" && entry.period === undefined) === true;

/** «раз в полугодие до 1 июля»: by that day, or every half-year until then. */
export const isDayOrBound = (unit: string, { in: range }: Modifier): boolean =>
  longer.includes(unit) &&
  range?.some((entry) => typeof entry === "object" && entry.to !== undefined && Object.keys(entry).length === 1) ===
    true;
