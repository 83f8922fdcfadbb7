import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { civilOf, dayOf, isoDate, type Day } from "../../compiler/calendar/day.ts";
import type { DueWindow, ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { runs } from "../fuzz-runs.ts";
import { casesFolder } from "../cases/case.ts";
import { readPlan, shippedFiles } from "../plan-files.ts";

const order = (folder: number, bounds: string): string => `${bounds}
authority: ВЕДОМСТВО
kind: ПРИКАЗ
date: ${folder}-01-15
number: "1"
place: Город
title: Об утверждении плана
preamble: В целях порядка
clauses: [{ number: "1.", text: Утвердить план. }]
signature: { post: Руководитель, name: И.И. Иванов }
plan-title: План работы
`;

const base = readPlan(`${casesFolder}/base/plan`).filter(({ path }) => !/\/2024\//.test(path));
const series = base.map((file) =>
  file.path.endsWith("series.yaml")
    ? { ...file, text: file.text.replace("calendar: base", "calendar: ru").replace("rules: base", "rules: ru-gk") }
    : file,
);

interface Stretch {
  readonly folder: number;
  readonly from: Day;
  readonly to: Day;
}

/** Plans of the same rows over several stretches. */
function plansOver(stretches: readonly Stretch[], deadlines: readonly string[]): readonly ResolvedPlan[] {
  const rows = deadlines.map(
    (deadline, index) =>
      `  - { id: "1.${index + 1}", activity: Дело ${index + 1}, responsible: [school], deadline: { text: срок, reading: "срок назван иначе", ${deadline} } }`,
  );
  const own = stretches.flatMap(({ folder, from, to }): SourceFile[] => [
    {
      path: `plan/demo/${folder}/order.yaml`,
      text: order(folder, `bounds: { from: ${isoDate(from)}, to: ${isoDate(to)} }`),
    },
    {
      path: `plan/demo/${folder}/periods.yaml`,
      text: `periods: [{ id: season, title: сезон, from: 10-01, to: 04-30, wraps: true, source: { title: План } }]\n`,
    },
    {
      path: `plan/demo/${folder}/section-1.yaml`,
      text: `section: { id: "1", number: I, title: Дела }\nitems:\n${rows.join("\n")}\n`,
    },
  ]);
  const { value, diagnostics } = compile([...shippedFiles(), ...series, ...own]);
  expect(diagnostics.filter(isError)).toEqual([]);
  return value.plans;
}

/** What recurs in every unit, and what comes each year. */
const recurring = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("month", "quarter", "half-year", "year"),
      fc.constantFrom("", "last-working-day", "last-day", "first-day-after", "first-working-day"),
    )
    .map(([unit, on]) => (on === "" ? `every: ${unit}` : `every: { unit: ${unit}, "on": ${on} }`)),
  fc.constantFrom("mon", "wed", "fri", "sun").map((day) => `every: { unit: week, "on": ${day} }`),
  fc.integer({ min: 1, max: 28 }).map((day) => `every: { unit: month, until: ${day} }`),
  fc.integer({ min: 1, max: 28 }).map((day) => `every: { unit: month, as-of: ${day} }`),
  fc.integer({ min: 1, max: 28 }).map((day) => `every: { unit: quarter, until: ${day}, of: following }`),
  fc.integer({ min: 1, max: 9 }).map((month) => `every: { unit: year, until: 0${month}-15 }`),
  fc.constant("every: week"),
  fc.constant("every: { unit: month, in: season }"),
  fc.constant("period: season"),
  fc
    .tuple(fc.integer({ min: 7, max: 9 }), fc.integer({ min: 1, max: 6 }))
    .map(([from, to]) => `from: 0${from}-10, to: 0${to}-20, wraps: true`),
  fc.integer({ min: 1, max: 20 }).map((n) => `within: { working-days: ${n}, after: { end-of: month } }`),
);

/** A window by its uid without the plan's own part, and its days. */
const named = ({ uid, window: { start, end } }: DueWindow): string =>
  `${uid.split("/").slice(2).join("/")} ${start === null ? "" : isoDate(start)}..${isoDate(end)}`;

test("a plan cut at a year’s end gives the same windows, except weeks that are cut there", () => {
  fc.assert(
    fc.property(
      fc.array(recurring, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (deadlines, first, last) => {
        const [from, to] = [dayOf(2024, first, 1), dayOf(2026, last, 1) - 1];
        const [cutA, cutB] = [dayOf(2024, 12, 31), dayOf(2025, 12, 31)];
        const whole = plansOver([{ folder: 2024, from, to }], deadlines);
        const stretches = [
          { folder: 2024, from, to: cutA },
          { folder: 2025, from: cutA + 1, to: cutB },
          { folder: 2026, from: cutB + 1, to },
        ].filter((stretch) => stretch.to > stretch.from);
        const parts = plansOver(stretches, deadlines);
        // Half-years, quarters and years end with the calendar year, so only a week can lie on both sides of the cut.
        const isCut = ({ window }: DueWindow): boolean =>
          window.shape === "week" &&
          [cutA, cutB].some((cut) => {
            const week = cut - ((cut + 3) % 7);
            return window.end >= week && window.end <= week + 6;
          });
        const names = (plans: readonly ResolvedPlan[]): string[] =>
          [...new Set(plans.flatMap(({ dueWindows }) => dueWindows.filter((due) => !isCut(due)).map(named)))].sort();
        expect(names(parts)).toEqual(names(whole));
      },
    ),
    runs(200),
  );
});

test("the days of a plan of several years are in their own years", () => {
  const [plan] = plansOver(
    [{ folder: 2024, from: dayOf(2023, 9, 1), to: dayOf(2025, 6, 30) }],
    [
      "on: [2023-10-01, 2025-02-03]",
      "month: [2023-11, 2024-12/2025-01]",
      "until: 2024-02-last",
      "every: { unit: year, until: 05-20 }",
    ],
  );
  expect(plan!.dueWindows.map(named).sort()).toEqual([
    "1.1/work/1@demo.example 2023-10-01..2023-10-01",
    "1.1/work/2@demo.example 2025-02-03..2025-02-03",
    "1.2/work/2023-11@demo.example 2023-11-01..2023-11-30",
    "1.2/work/2024-12--2025-01@demo.example 2024-12-01..2025-01-31",
    "1.3/work/1@demo.example ..2024-02-29",
    "1.4/work/2024@demo.example ..2024-05-20",
    "1.4/work/2025@demo.example ..2025-05-20",
  ]);
  expect(civilOf(plan!.bounds.to)).toEqual({ year: 2025, month: 6, day: 30 });
});
