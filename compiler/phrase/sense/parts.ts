import type { Deadline } from "../../generated/types.ts";
import { Refusal } from "../engine/refusal.ts";
import type { Interpretation } from "../interpretation.ts";
import { asList, inTime, severalTogether } from "./lists.ts";

/** A part of a phrase with its first token, at which a list that is none is refused. */
export interface PlacedPart {
  readonly from: number;
  readonly readings: readonly Interpretation[];
}

const notKinds = ["audience", "subject"] as const;
const kindOf = (deadline: Deadline): string =>
  typeof deadline.every === "object" && deadline.every.unit === "year" && deadline.every.of === "following"
    ? "until"
    : (Object.keys(deadline).find((key) => !(notKinds as readonly string[]).includes(key)) ?? "");

const isHalf = (before: Deadline, { until, ...more }: Deadline): boolean =>
  Object.keys(before).join() === "from" && until !== undefined && Object.keys(more).length === 0;

/**
 * A list of deadlines. Without semicolons it is one only when all are of one kind or have a subject: «1 марта до 15 апреля» is more likely an interval with a slip than two deadlines.
 */
export function listed(
  placed: readonly PlacedPart[],
  separated: boolean,
  planYear: number | undefined,
): readonly Interpretation[] | Refusal | undefined {
  if (placed.length < 2) return undefined;
  const first = placed[0]!.readings[0]!.rule;
  // «ежемесячно с 1 по 10 число» is no list of two where it does not match as one.
  const bare = placed.find(
    ({ readings: each }) =>
      (typeof each[0]!.rule.every === "string" && typeof first.every !== typeof each[0]!.rule.every) ||
      (typeof first.every === "string" && typeof each[0]!.rule.every === "object"),
  );
  if (!separated && bare !== undefined) return new Refusal("unread", bare.from, bare.from + 1);
  const odd = placed.find(
    ({ readings: each }) =>
      !each.every(({ rule }) => kindOf(rule) === kindOf(first) || notKinds.some((key) => rule[key] !== undefined)),
  );
  if (!separated && odd !== undefined) return new Refusal("unread", odd.from, odd.from + 1);
  // «с 1 марта; до 1 июня» is more likely one interval.
  const halves = placed.find(
    ({ readings: each }, index) =>
      index > 0 && each.some(({ rule }) => isHalf(placed[index - 1]!.readings[0]!.rule, rule)),
  );
  if (halves !== undefined) return new Refusal("unread", halves.from, halves.from + 1);
  return inTime(
    severalTogether(
      placed.map(({ readings: each }) => each),
      asList,
    ),
    planYear,
  );
}
