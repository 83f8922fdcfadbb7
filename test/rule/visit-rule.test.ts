import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Deadline } from "../../compiler/generated/types.ts";
import { formNames, listNames, type FormName } from "../../compiler/rule/kinds.ts";
import { literalDates } from "../../compiler/rule/literal-dates.ts";
import { renameEvents } from "../../compiler/rule/rename-events.ts";
import {
  countsHours,
  namesIn,
  referencesIn,
  rulesIn,
  visitRule,
  type RuleVisitor,
} from "../../compiler/rule/visit-rule.ts";
import { repository } from "../plan-files.ts";

/** Everything that a visitor is told of a rule, in order: the part, its path, what is said of it. */
function visited(rule: Deadline): string[] {
  const calls: string[] = [];
  const note =
    (part: keyof RuleVisitor) =>
    (value: unknown, path: readonly (string | number)[], more?: unknown): unknown =>
      calls.push(
        [
          part,
          typeof value === "string" ? value : "",
          path.join("/"),
          ...(typeof more === "string" ? [more] : []),
        ].join(" "),
      );
  const all: Required<RuleVisitor> = {
    rule: note("rule"),
    reference: (reference, path, form) => note("reference")(`${reference.kind}:${reference.name}`, path, form),
    period: note("period"),
    recurrence: (unit, path) => note("recurrence")(unit, path),
    day: note("day"),
  };
  visitRule(rule, all);
  return calls.filter((call) => call !== "rule  ");
}

/** A rule of each form that says all that the form can say, and the parts that a visitor meets. */
const forms: Readonly<Record<FormName, readonly (readonly [Deadline, readonly string[]])[]>> = {
  on: [
    [{ on: "06-03" }, ["day 06-03 on end"]],
    [{ on: ["06-03", "07-03"] }, ["day 06-03 on/0 end", "day 07-03 on/1 end"]],
  ],
  from: [
    [{ from: "04-01" }, ["day 04-01 from end"]],
    [
      { from: "04-01", to: "06-30", extended: { to: "08-31", if: "при наличии мест" } },
      ["day 04-01 from start", "day 06-30 to end", "day 08-31 extended/to end"],
    ],
  ],
  until: [
    [{ until: "02-last" }, ["day 02-last until end"]],
    [{ until: { "start-of": "quarter" } }, ["reference period:quarter until/start-of until"]],
  ],
  month: [[{ month: [4, "6-8"], part: "first-half" }, []]],
  period: [[{ period: "campaign" }, ["period campaign period"]]],
  every: [
    [{ every: "month" }, ["recurrence month every"]],
    [{ every: { unit: "week", in: "campaign" } }, ["recurrence week every/unit", "period campaign every/in"]],
    [
      {
        every: {
          unit: "week",
          except: [{ period: "holidays", on: ["05-06"] }, { from: "07-01", to: "07-last" }, "days-off"],
        },
      },
      [
        "recurrence week every/unit",
        "period holidays every/except/0/period",
        "day 05-06 every/except/0/on/0 counted-from",
        "day 07-01 every/except/1/from counted-from",
        "day 07-last every/except/1/to counted-from",
      ],
    ],
    [
      { every: { unit: "month", on: 15, in: { period: "campaign", from: "04-01", to: "06-30" } } },
      [
        "recurrence month every/unit",
        "period campaign every/in/period",
        "day 04-01 every/in/from start",
        "day 06-30 every/in/to end",
      ],
    ],
  ],
  within: [
    [{ within: { "working-days": 3, after: "done" } }, ["reference event:done within/after within"]],
    [
      { within: { months: 1, after: { day: "09-01" } } },
      ["reference day:09-01 within/after/day within", "day 09-01 within/after/day counted-from"],
    ],
  ],
  "no-later-than": [
    [
      { "no-later-than": { "calendar-days": 3, before: { "end-of": "campaign", since: 2 } } },
      ["reference period:campaign no-later-than/before/end-of no-later-than"],
    ],
  ],
  exactly: [
    [
      { exactly: { "working-days": 1, after: { item: "1.2", edge: "start" } } },
      ["reference item:1.2 exactly/after/item exactly"],
    ],
  ],
  "on-day-of": [[{ "on-day-of": { event: "done" } }, ["reference event:done on-day-of/event on-day-of"]]],
  before: [
    [{ before: { day: "09-01" } }, ["reference day:09-01 before/day before", "day 09-01 before/day counted-from"]],
  ],
  continuous: [[{ continuous: "all-year" }, []]],
  external: [[{ external: "Порядок приёма" }, []]],
};

describe("a visitor", () => {
  test.each(Object.entries(forms).flatMap(([form, cases]) => cases.map(([rule, parts]) => ({ form, rule, parts }))))(
    "meets the parts of $form: $rule",
    ({ rule, parts }) => expect(visited(rule)).toEqual(parts),
  );

  test("goes through lists at any depth, a list before its elements", () => {
    const rule: Deadline = {
      each: [{ any: [{ on: "06-03" }, { before: "done" }] }, { every: "month", audience: ["school"] }],
    };
    expect(visited(rule)).toEqual([
      "rule  each/0",
      "rule  each/0/any/0",
      "day 06-03 each/0/any/0/on end",
      "rule  each/0/any/1",
      "reference event:done each/0/any/1/before before",
      "rule  each/1",
      "recurrence month each/1/every",
    ]);
    expect(rulesIn(rule)).toEqual([rule, rule.each![0], ...rule.each![0]!.any!, rule.each![1]]);
  });

  test("paths begin where the rule stands", () => {
    const paths: unknown[] = [];
    visitRule({ period: "campaign" }, { period: (_, path) => paths.push(path) }, ["items", 3, "deadline"]);
    expect(paths).toEqual([["items", 3, "deadline", "period"]]);
  });
});

test("the forms are those of the schema", () => {
  const { $defs } = JSON.parse(readFileSync(join(repository, "schema", "definitions.schema.json"), "utf8")) as {
    $defs: { rule: { "x-kinds": string[] } };
  };
  expect([...formNames, ...listNames].sort()).toEqual($defs.rule["x-kinds"].sort());
});

const rule: Deadline = {
  any: [
    { within: { "working-days": 3, after: "?" } },
    { until: { event: "?" } },
    { before: { "start-of": "campaign" } },
    { every: { unit: "shift", in: "school-year" } },
  ],
};

test("names of a rule are its events, and its periods with the units", () => {
  expect(namesIn(rule)).toEqual({ events: ["?", "?"], items: [], periods: ["campaign", "shift", "school-year"] });
  expect(referencesIn(rule).map(({ form, rule: element }) => [form, element])).toEqual([
    ["within", rule.any![0]],
    ["until", rule.any![1]],
    ["before", rule.any![2]],
  ]);
});

test("events are renamed in order, in a copy", () => {
  const names = ["first", "second"].values();
  const before = structuredClone(rule);
  expect(renameEvents(rule, () => names.next().value!)).toEqual({
    any: [{ within: { "working-days": 3, after: "first" } }, { until: { event: "second" } }, ...rule.any!.slice(2)],
  });
  expect(rule).toEqual(before);
});

test("typed days are the last ones, and with `starts` all but ends of months", () => {
  const days: Deadline = {
    each: [{ from: "04-01", to: "02-last" }, { from: "05-01" }, { on: "06-03" }, { "on-day-of": { day: "09-01" } }],
  };
  expect(literalDates(days).map(({ value }) => value)).toEqual(["05-01", "06-03"]);
  expect(literalDates(days, { starts: true })).toEqual([
    { path: ["each", 0, "from"], value: "04-01" },
    { path: ["each", 1, "from"], value: "05-01" },
    { path: ["each", 2, "on"], value: "06-03" },
    { path: ["each", 3, "on-day-of", "day"], value: "09-01" },
  ]);
});

test("hours are counted wherever a rule counts from something", () => {
  const counts: readonly Deadline[] = [
    { within: { hours: 24, after: "done" } },
    { "no-later-than": { hours: 3, before: "done" } },
    { each: [{ on: "06-03" }, { exactly: { hours: 1, after: "done" } }] },
  ];
  expect(counts.map(countsHours)).toEqual([true, true, true]);
  expect(Object.values(forms).flatMap((cases) => cases.filter(([rule]) => countsHours(rule)))).toEqual([]);
});
