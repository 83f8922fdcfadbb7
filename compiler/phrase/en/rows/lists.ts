/** Several days or months with a frequency before them. */
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { datedTogether, spelledOut } from "../../sense/lists.ts";
import { grammar } from "../grammar.ts";
import { comma } from "./days/dates.ts";
import { datedRule } from "./dated.ts";
import { times } from "./frequency.ts";

/** “by 1 July and by 31 December”. */
const datedList = grammar.ambiguousRule<Interpretation>("dated-list", [
  {
    pattern: `<dated> {${comma} <dated>}`,
    action: (match) => datedTogether(match.all(datedRule), match.planYear),
  },
]);

/** A frequency and then the days themselves. */
export const datesOfTimes = (match: GrammarMatch): readonly Interpretation[] =>
  spelledOut(match.one(datedList), match.one(times).count, match);
