import { isBounding } from "../../rule/kinds.ts";
import { ruleKey } from "../../rule/rule-key.ts";
import { rulesIn } from "../../rule/visit-rule.ts";
import type { Deadline } from "../../generated/types.ts";
import type { Context } from "../context.ts";
import type { RuleSite } from "../rule-site.ts";

/** A rule, or one of its elements, has no end but that of the row above it. */
const dependsOnRow = (rule: Deadline): boolean =>
  rulesIn(rule).some(({ from, to }) => from !== undefined && to === undefined);

/** A rule, or one of its elements, recurs without bounds of its own. */
const isUnbounded = (rule: Deadline): boolean =>
  rulesIn(rule).some(({ every }) => every !== undefined && (typeof every === "string" || every.in === undefined));

/**
 * Returns a key of all that a deadline's dates depend on besides the plan's own events, periods, calendar and rule set;
 * undefined where they depend on the place of the row. Deadlines of one key have the same dates.
 */
export function datesKey(rule: Deadline, { item, kind, deadline }: RuleSite, context: Context): string | undefined {
  if (dependsOnRow(rule) || context.hasOwnCalendars) return undefined;
  if (kind === "work" || !isUnbounded(rule)) return ruleKey(rule);
  const own = context.deadlineOf(item.data.id, deadline, ["every"])?.rule;
  if (own === undefined || !isBounding(own)) return ruleKey(rule);
  return dependsOnRow(own) ? undefined : `${ruleKey(rule)} ${ruleKey(own)}`;
}
