/** Several days or months with a frequency before them. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { datedTogether, spelledOut } from "../../sense/lists.ts";
import { datedRule } from "./dated.ts";
import { times } from "./frequency.ts";

/** «до 1 июля и до 31 декабря». */
const datedList = grammar.ambiguousRule<Interpretation>("dated-list", [
  {
    pattern: "<dated> {[,] [и] <dated>}",
    action: (match) => datedTogether(match.all(datedRule), match.planYear),
  },
]);

/** A frequency and then the days themselves. */
export const datesOfTimes = (match: GrammarMatch): readonly Interpretation[] =>
  spelledOut(match.one(datedList), match.one(times).count, match);
