import { expect, test } from "vitest";
import { reread } from "../../compiler/edit/locate.ts";
import { copyForYear } from "../../compiler/edit/new-year.ts";
import { planLater } from "../../compiler/resolve/plan-as.ts";
import { dayOf } from "../../compiler/calendar/day.ts";

test("the bounds of a plan without an order move on, and it becomes a draft", () => {
  const text = "title: План учебного года\nbounds: { from: 2023-09-01, to: 2024-02-29 }\n";
  expect(
    copyForYear(reread("plan/school/2023-2024/plan.yaml", text), "plan", { oldYear: 2023, newYear: 2024 }, new Set()),
  ).toBe("title: План учебного года\nbounds: { from: 2024-09-01, to: 2025-02-28 }\nstatus: draft\nreview: true\n");
});

test.each([
  ["2024-2025", "2025-2026"],
  ["2024", "2025"],
  // A name without years has no later form, and a number that is no year of the plan stays.
  ["1.31", "1.31"],
  ["2024-1999", "2025-1999"],
])("%s a year later is %s", (id, later) => {
  const bounds = { from: dayOf(2024, 9, 1), to: dayOf(2025, 8, 31) };
  expect(planLater({ id, bounds }, 1)).toEqual({
    id: later,
    bounds: { from: dayOf(2025, 9, 1), to: dayOf(2026, 8, 31) },
  });
});
