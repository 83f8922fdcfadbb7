/** An act or an occasion beside a day or a rhythm («по графику, до 15 числа», «по мере готовности, но не позднее 20 декабря»): the day decides. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Interpretation } from "../../interpretation.ts";
import { datedRule } from "./dated.ts";
import { event } from "./events.ts";
import { externalRule } from "./external-acts.ts";
import { quarterMonthRule } from "./quarter-months.ts";
import { recurrence } from "./recurrence.ts";

const day = grammar.ambiguousRule<Interpretation>("deciding-day", [
  { pattern: "<dated>", action: (match) => match.one(datedRule) },
  { pattern: "<recurrence>", action: (match) => match.one(recurrence) },
  { pattern: "<quarter-months>", action: (match) => match.one(quarterMonthRule) },
]);

/** «по графику, утверждаемому до 1 марта»: that day is of the act and decides nothing. */
const participle = /(?:нн|ем|им|ущ|ющ|вш)(?:ом|ому|ого|ым|ыми|ых|ой|ую|ая|ое|ые|ый|ся)$/;

function decided(match: GrammarMatch): readonly Interpretation[] | undefined {
  const acts = match.get(externalRule)?.map(({ rule }) => rule.external ?? "") ?? [match.get(event) ?? ""];
  return acts.some((name) => participle.test(name.toLowerCase())) ? undefined : match.one(day);
}
const beside = '([, | – | :] [но | а] <deciding-day> | "(" [но] <deciding-day> ")")';

export const decidedByDay = grammar.ambiguousRule<Interpretation>("decided-by-day", [
  { pattern: `<external> ${beside}`, action: decided },
  { pattern: `по мере <event> ${beside}`, action: decided },
  { pattern: '<deciding-day> ([, | –] <external> | "(" <external> ")")', action: decided },
]);
