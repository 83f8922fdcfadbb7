/** An act or an occasion beside a day or a rhythm («по графику, до 15 числа», «по мере готовности, но не позднее 20 декабря»): the day decides. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { datedRule } from "./dated.ts";
import { quarterMonthRule } from "./quarter-months.ts";
import { recurrence } from "./recurrence.ts";

const day = grammar.ambiguousRule<Interpretation>("deciding-day", [
  { pattern: "<dated>", action: (match) => match.one(datedRule) },
  { pattern: "<recurrence>", action: (match) => match.one(recurrence) },
  { pattern: "<quarter-months>", action: (match) => match.one(quarterMonthRule) },
]);

const decided = (match: GrammarMatch): readonly Interpretation[] => match.one(day);
const beside = '([, | – | :] [но | а] <deciding-day> | "(" [но] <deciding-day> ")")';

export const decidedByDay = grammar.ambiguousRule<Interpretation>("decided-by-day", [
  { pattern: `<external> ${beside}`, action: decided },
  { pattern: `по мере <event> ${beside}`, action: decided },
  { pattern: '<deciding-day> ([, | –] <external> | "(" <external> ")")', action: decided },
]);
