import type { Deadline } from "../../generated/types.ts";
import type { GrammarMatch } from "../engine/match.ts";
import { Refusal } from "../engine/refusal.ts";
import { dayText, type NamedDay } from "./named-day.ts";

/** A stretch of days; `wraps` where it goes over the new year. */
export type Interval = Required<Pick<Deadline, "from" | "to">> & Pick<Deadline, "wraps">;

const order = ({ month: m, day: d }: NamedDay): number => m * 40 + (d === "last" ? 31 : d);

/**
 * The interval from one day to another, where there are such days; reversed it is refused inside one month, and goes over the new
 * year across months.
 */
export function intervalOf(
  first: NamedDay | Refusal,
  last: NamedDay | Refusal,
  match: GrammarMatch,
): Interval | Refusal {
  if (first instanceof Refusal) return first;
  if (last instanceof Refusal) return last;
  const reversed = order(last) < order(first);
  const start =
    first.year !== undefined || last.year === undefined
      ? first
      : { ...first, year: reversed ? last.year - 1 : last.year };
  const planYear = match.planYear;
  const text = (named: NamedDay): string => dayText(named, planYear);
  if (start.year !== undefined && last.year !== undefined) {
    if (start.year > last.year || (start.year === last.year && reversed)) return match.refuse("reversed");
    return { from: text(start), to: text(last) };
  }
  if (!reversed) return { from: text(start), to: text(last) };
  if (first.month === last.month) return match.refuse("reversed");
  return start.year !== undefined && start.year !== planYear
    ? { from: text(start), to: text({ ...last, year: start.year + 1 }) }
    : { from: text(start), to: text(last), wraps: true };
}
