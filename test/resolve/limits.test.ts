/** How many dates a plan may have: what counts, and to which row it is told. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { defaultLimits, type Limits } from "../../compiler/load/limits.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

const limitsOf = (allWindows: number): Limits => ({ ...defaultLimits, allWindows });

/** The base plan with these rules as its rows, 1.1 and on, each in a file of its own. */
function planOf(rules: readonly string[], events = ""): SourceFile[] {
  const rows = rules.map((rule, index) => ({
    path: `plan/demo/2024/section-${index + 1}.yaml`,
    text: `section: { id: "${index + 1}", number: "${index + 1}", title: Раздел }\nitems:\n  - { id: "${index + 1}.1", activity: Дело, deadline: { ${rule}, text: так в приказе, reading: важно только правило }, responsible: [school] }\n`,
  }));
  const others = sourcesOf(join(casesFolder, "base")).filter(({ path }) => !/section-/.test(path));
  return [
    ...others,
    ...rows,
    ...(events === "" ? [] : [{ path: "plan/demo/2024/events.yaml", text: `events:\n${events}` }]),
  ];
}

/** Where the plan is told to have too many dates: the files of the rows. */
function told(sources: readonly SourceFile[], limits: Limits): string[] {
  const { diagnostics } = compile(sources, { limits });
  return diagnostics.filter(({ code }) => code === "too-many-dates").map(({ span }) => span.file);
}

const file = (row: number): string => `plan/demo/2024/section-${row}.yaml`;
const monthly = "every: month";
const quarterly = "every: quarter";

// Twelve months, four quarters.
test("as many dates as are allowed are not too many, one more is, and that is told once", () => {
  const sources = planOf([monthly, quarterly, "every: half-year", "on: 06-03"]);
  expect(told(sources, limitsOf(19))).toEqual([]);
  expect(told(sources, limitsOf(18))).toEqual([file(4)]);
  expect(told(sources, limitsOf(15))).toEqual([file(2)]);
});

test("rows of the same words have their dates each for itself", () => {
  const sources = planOf([monthly, monthly, monthly, monthly]);
  expect(told(sources, limitsOf(48))).toEqual([]);
  expect(told(sources, limitsOf(47))).toEqual([file(4)]);
  expect(told(sources, limitsOf(24))).toEqual([file(3)]);
  expect(told(sources, limitsOf(23))).toEqual([file(2)]);
});

test("what a row leans on is not counted for that row again", () => {
  const sources = planOf(
    ["on-day-of: done", quarterly, "on-day-of: done"],
    `  - { id: done, title: дело, scope: public, latest: "2.1" }\n`,
  );
  expect(told(sources, limitsOf(12))).toEqual([]);
  expect(told(sources, limitsOf(11))).toEqual([file(3)]);
});

test("a rule that gives no date has its state when the last date is taken", () => {
  const { plans } = compile(planOf([monthly, "continuous: all-year"]), { limits: limitsOf(12) }).value;
  expect(plans[0]!.byId.get("2.1")!.deadline!.state).toBe("continuous");
});

// From Monday 1 April, with 1 May off: 40 working days end on Tuesday 28 May over 17 days off, 35 on Tuesday 21 May over 15.
test("a derivation that passes sixteen days off costs a date more", () => {
  const after = (days: number): string => `within: { working-days: ${days}, after: { day: 04-01 } }`;
  expect([told(planOf([after(35)]), limitsOf(1)), told(planOf([after(35)]), limitsOf(0))]).toEqual([[], [file(1)]]);
  expect([told(planOf([after(40)]), limitsOf(2)), told(planOf([after(40)]), limitsOf(1))]).toEqual([[], [file(1)]]);
});

// Controls come after all deadlines, so the one of the first row is the last date.
test("a control counts too, and is told of last", () => {
  const sources = planOf([monthly, quarterly]).map((source) =>
    source.path === file(1)
      ? {
          ...source,
          text: source.text.replace(
            "responsible: [school]",
            "responsible: [school], control: { form: Отчёт, deadline: { text: 3 июня, on: 06-03 } }",
          ),
        }
      : source,
  );
  expect(told(sources, limitsOf(17))).toEqual([]);
  expect(told(sources, limitsOf(16))).toEqual([file(1)]);
  expect(told(sources, limitsOf(15))).toEqual([file(2)]);
});
