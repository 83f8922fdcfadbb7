import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { allDues } from "../../compiler/views/dues.ts";
import { daysOf } from "../../compiler/views/role/upcoming.ts";
import { dayKeys, dayPage, dayTitle, pageOfDay, type DayGroup } from "../../compiler/views/year/day.ts";
import { plan2024 } from "../plan-files.ts";

const plan = compile(plan2024()).value.plans[0]!;
const items = (groups: readonly DayGroup[]): string[] => groups.flatMap(({ dues }) => dues.map(({ item }) => item));

describe("the page of a day", () => {
  test("says what a day off means: by which day to be ready, by which decree it is off", () => {
    const { day, readyBy, work, checks, previous, next } = dayPage(plan, "04-30");
    expect([day.off, readyBy?.iso, previous?.day.iso, next?.day.iso]).toEqual([
      true,
      "2024-04-27",
      "2024-04-29",
      "2024-05-01",
    ]);
    expect(day.why).toContain("1314");
    expect(items(work)).toEqual(expect.arrayContaining(["3.5.11", "1.3.4", "4.2.1"]));
    expect(items(checks)).toEqual(expect.arrayContaining(["2.1.6", "4.6.1"]));
  });

  test("of a last working day has what ends on the days off after it, and not twice", () => {
    const { safe, work, checks, readyBy, day } = dayPage(plan, "04-27");
    expect([day.kind, readyBy]).toEqual(["working-weekend", null]);
    expect(items(safe)).toEqual(expect.arrayContaining(["3.5.11", "2.2.1", "4.2.1"]));
    expect(items(checks)).toEqual(["1.3.4"]);
    expect(items(work)).toEqual([]);
  });

  test("of a day in another year has the year in its address", () => {
    const key = dayKeys(plan).at(-1)!;
    expect(key).toMatch(/^2025-/);
    expect(dayTitle(plan, dayPage(plan, "2025-01-10").day).replaceAll("\u00a0", " ")).toBe(
      "пятница, 10 января 2025 года",
    );
  });

  test("is there for every day of every date, and for no other", () => {
    const days = new Set(dayKeys(plan));
    for (const due of allDues(plan))
      for (const day of [...daysOf(due), ...(due.start === null ? [] : [due.start])])
        expect(days.has(pageOfDay(plan, day) ?? ""), `${due.uid} ${day.iso}`).toBe(true);
    for (const key of days) {
      const { work, checks, safe, moved, starts } = dayPage(plan, key);
      expect([work, checks, safe, moved, starts].flatMap(items), key).not.toEqual([]);
    }
  });

  test("groups by whom it concerns, each group once", () => {
    for (const key of dayKeys(plan))
      for (const groups of [dayPage(plan, key).work, dayPage(plan, key).checks]) {
        const names = groups.map(({ who }) => who.map(({ id }) => id).join());
        expect(new Set(names).size, key).toBe(names.length);
      }
  });
});
