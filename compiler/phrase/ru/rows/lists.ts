/** Several days or months with a frequency before them. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { together, type Interpretation } from "../../interpretation.ts";
import { asList, inTime, lengthOf } from "../../sense/lists.ts";
import { datedRule } from "./dated.ts";
import { times } from "./frequency.ts";

/** «до 1 июля и до 31 декабря». */
export const datedList = grammar.ambiguousRule<Interpretation>("dated-list", [
  {
    pattern: "<dated> {[,] [и] <dated>}",
    action: (match) =>
      match.all(datedRule).length === 1
        ? match.one(datedRule)
        : inTime(together(match.all(datedRule), asList), match.planYear),
  },
]);

/** A frequency and then the days themselves: several, or one in brackets, decide alone. */
export function spelledOut(match: GrammarMatch): readonly Interpretation[] {
  const { count } = match.one(times);
  return match.one(datedList).filter(({ rule }) => {
    if (count !== undefined && count > 1 && count !== lengthOf(rule)) return false;
    const several = [rule.on, rule.month, rule.each].some((list) => Array.isArray(list));
    return (
      several ||
      (match.state.tokens[match.to - 1]!.kind === "close" && rule.from === undefined && rule.until === undefined)
    );
  });
}
