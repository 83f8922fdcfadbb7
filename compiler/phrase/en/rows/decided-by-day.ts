/** An act beside a day or a rhythm (“per the timetable, but no later than 12 May”): the day decides. */
import type { Interpretation } from "../../interpretation.ts";
import { grammar } from "../grammar.ts";
import { datedRule } from "./dated.ts";
import { recurrence } from "./recurrence.ts";

const day = grammar.ambiguousRule<Interpretation>("deciding-day", [
  { pattern: "<dated>", action: (match) => match.one(datedRule) },
  { pattern: "<recurrence>", action: (match) => match.one(recurrence) },
]);

const beside = '([, | – | :] [but | and] [in any (case | event)] <deciding-day> | "(" [but] <deciding-day> ")")';

export const decidedByDay = grammar.ambiguousRule<Interpretation>("decided-by-day", [
  { pattern: `<external> ${beside}`, action: (match) => match.one(day) },
  { pattern: '<deciding-day> ([, | –] <external> | "(" <external> ")")', action: (match) => match.one(day) },
]);
