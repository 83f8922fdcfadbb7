/** «до 1 марта; 1 июня», «до 1 марта – ДОО, 1 июня – ОО»: whether «до» holds for the days after it too is not said. */
import type { Deadline } from "../../generated/types.ts";

/** The word before a day, as the key of its rule: «до» or «с». */
export type Limit = "until" | "from";

function limitOf({ until, from, to, every, each }: Deadline): Limit | undefined {
  if (each !== undefined) return limitOf(each.at(-1)!);
  if (typeof until === "string" || (typeof every === "object" && every.until !== undefined)) return "until";
  return from !== undefined && to === undefined ? "from" : undefined;
}

/** For each of several deadlines, in the order in which they are said, the limit that its named days may share. */
export function sharedLimits(rules: readonly Deadline[]): readonly (Limit | undefined)[] {
  let limit: Limit | undefined;
  return rules.map((rule) => {
    if (rule.on !== undefined) return limit;
    limit = limitOf(rule);
    return undefined;
  });
}
