/** Deadlines that hang on an edge of a period over the new year: an edge is one day and belongs to one plan. */
import { expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { isoDate } from "../../compiler/calendar/day.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { casesFolder } from "../cases/case.ts";
import { readPlan, shippedFiles } from "../plan-files.ts";

const base = readPlan(`${casesFolder}/base/plan`).map((file) =>
  file.path.endsWith("series.yaml")
    ? { ...file, text: file.text.replace("calendar: base", "calendar: ru").replace("rules: base", "rules: ru-gk") }
    : file,
);

const deadlines = {
  "1.1": "no-later-than: { calendar-days: 14, before: { start-of: school-year } }",
  "1.2": "until: { end-of: school-year }",
  "1.3": "within: { working-days: 5, after: { end-of: school-year } }",
  "1.4": "before: { start-of: school-year }",
  "1.5": "on-day-of: { start-of: school-year }",
  "1.6": "no-later-than: { months: 9, before: { start-of: school-year } }",
  "1.7": "no-later-than: { months: 6, before: { end-of: school-year } }",
};

/** The windows of each row, by year of the plan: uid without the series, last day. */
function windowsOf(years: readonly number[]): Readonly<Record<number, readonly string[]>> {
  const rows = Object.entries(deadlines).map(
    ([id, rule]) =>
      `  - { id: "${id}", activity: Дело ${id}, responsible: [school], deadline: { text: срок, reading: срок назван иначе, ${rule} } }`,
  );
  const files = years.flatMap((year): SourceFile[] => [
    ...base
      .filter(({ path }) => path.endsWith("/2024/order.yaml"))
      .map(({ path, text }) => ({
        path: path.replace("2024", String(year)),
        text: text.replaceAll("2024", String(year)),
      })),
    {
      path: `plan/demo/${year}/periods.yaml`,
      text: "periods: [{ id: school-year, title: учебный год, from: 09-01, to: 05-31, wraps: true, source: { title: План } }]\n",
    },
    {
      path: `plan/demo/${year}/section-1.yaml`,
      text: `section: { id: "1", number: I, title: Дела }\nitems:\n${rows.join("\n")}\n`,
    },
  ]);
  const { value, diagnostics } = compile([
    ...shippedFiles(),
    ...base.filter(({ path }) => !path.includes("/2024/")),
    ...files,
  ]);
  expect(diagnostics.filter(isError)).toEqual([]);
  return Object.fromEntries(
    value.plans.map(({ id, dueWindows }) => [
      id,
      dueWindows.map(({ uid, window }) => `${uid.replace(/^demo\/|@.*$/g, "")} ${isoDate(window.end)}`).sort(),
    ]),
  );
}

const of2024 = [
  "2024/1.1/work/2024-2025 2024-08-18",
  "2024/1.2/work/2023-2024 2024-05-31",
  "2024/1.3/work/2023-2024 2024-06-07",
  "2024/1.4/work/2024-2025 2024-08-31",
  "2024/1.5/work/2024-2025 2024-09-01",
  // Nine months before 1 September lie before the plan, six before 31 May too.
];

test("each edge gives one deadline, in the plan that it lies in, and none before the plan begins", () => {
  expect(windowsOf([2024])[2024]).toEqual(of2024);
});

test("of two years neither repeats the other’s", () => {
  const both = windowsOf([2024, 2025]);
  expect(both[2024]).toEqual(of2024);
  expect(both[2025]).toEqual([
    "2025/1.1/work/2025-2026 2025-08-18",
    "2025/1.2/work/2024-2025 2025-05-31",
    "2025/1.3/work/2024-2025 2025-06-06",
    "2025/1.4/work/2025-2026 2025-08-31",
    "2025/1.5/work/2025-2026 2025-09-01",
  ]);
});
