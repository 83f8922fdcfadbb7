/** What the steps of a derivation hold that their words leave out: whoever reads the data reads it there. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import type { TraceStep } from "../../compiler/resolve/model.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

function stepsOf<Name extends TraceStep["step"]>(
  name: string,
  item: string,
  step: Name,
): Extract<TraceStep, { readonly step: Name }>[] {
  const { plans } = compile(sourcesOf(join(casesFolder, "good", name))).value;
  const traces = plans[0]!.dueWindows.filter((due) => due.item === item).map(({ window }) => window.trace);
  return traces.flat().filter((each): each is Extract<TraceStep, { readonly step: Name }> => each.step === step);
}

test.each([
  ["after an event", "1.27", "after"],
  ["before a day", "1.28", "before"],
  ["before the start of a period", "1.30", "before"],
] as const)("a count %s goes that way", (_, item, direction) => {
  expect(stepsOf("forms-bounds", item, "count").map((step) => step.direction)).toEqual([direction]);
});

test("a week that goes over the new year is cut to the plan’s", () => {
  expect(stepsOf("forms-recurring", "1.3", "cut").map(({ to }) => to)).toEqual(["2024"]);
});

test("a week that a bound without a period cuts is cut to the plan’s year", () => {
  expect(stepsOf("forms-bounds", "1.13", "cut").map(({ to }) => to)).toEqual(["2024"]);
});

test("a week that a period cuts is cut to the period’s stretch", () => {
  expect(stepsOf("forms-bounds", "1.12", "cut").map(({ to }) => to)).toEqual(["2024"]);
});

test("days of a month that a rule names are a range", () => {
  expect(stepsOf("forms-pieces", "1.3", "named").map((step) => step.form)).toEqual(["range", "range"]);
});

test("a day that a rule itself names is a day", () => {
  expect(stepsOf("forms-bounds", "1.28", "named").map((step) => step.form)).toEqual(["day"]);
  expect(stepsOf("forms-pieces", "2.19", "named").map((step) => step.form)).toEqual(["day"]);
});
