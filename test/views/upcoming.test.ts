/** «Ближайшее» on every day that a reader may open it: nothing is missing before its own day is over, and nothing stands there twice. */
import { expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { allDues } from "../../compiler/views/dues.ts";
import { searchableItems } from "../../compiler/views/plan/search.ts";
import { upcomingView } from "../../compiler/views/role/upcoming.ts";
import { comingFrom } from "../../site/src/scripts/upcoming/coming.ts";
import { realPlans, row, tinyPlans } from "../feeds/plans.ts";

/** What a reader sees on a date: each day with the items under it. */
function listed(plan: ResolvedPlan, date: string) {
  const days = upcomingView(plan, allDues(plan)).days.map(({ day, lines }) => ({ iso: day.iso, lines }));
  return comingFrom(days, date).map(({ iso, lines }) => ({ iso, dues: lines.flatMap(({ dues }) => dues) }));
}

test("an entry is listed once until its last day is over, under a day that has not passed", () => {
  const plan = realPlans()[0]!;
  const view = upcomingView(plan, allDues(plan));
  const days = view.days.map(({ day, lines }) => ({ iso: day.iso, lines }));
  for (let day = parseDate(view.first)!; day <= parseDate(view.last)!; day += 1) {
    const date = isoDate(day);
    const uids = comingFrom(days, date).flatMap(({ lines }) => lines.flatMap(({ dues }) => dues.map(({ uid }) => uid)));
    const due = allDues(plan).filter((each) => (each.rolled ?? each.day).iso >= date);
    expect(uids.toSorted(), date).toEqual(due.map(({ uid }) => uid).toSorted());
  }
});

test("when the safe day has passed the day of the plan counts, then the one that rules move it to", () => {
  // 5 May 2024 is a Sunday, 3 May the last working day before it.
  const plan = tinyPlans({ items: row("{ text: до 5 мая, until: 05-05 }") })[0]!;
  const on = (date: string): string[] => listed(plan, date).map(({ iso }) => iso);
  expect(on("2024-04-26")).toEqual(["2024-05-03"]);
  expect(on("2024-05-03")).toEqual(["2024-05-03"]);
  expect(on("2024-05-04")).toEqual(["2024-05-05"]);
  expect(on("2024-05-06")).toEqual(["2024-05-06"]);
  expect(on("2024-05-07")).toEqual([]);
});

test("a month that ends on a day off is listed until it is over", () => {
  const plan = tinyPlans({ items: row("{ text: апрель, month: 4 }") })[0]!;
  const on = (date: string): string[] => listed(plan, date).map(({ iso }) => iso);
  expect(on("2024-04-27")).toEqual(["2024-04-27"]);
  expect(on("2024-04-30")).toEqual(["2024-04-30"]);
  expect(on("2024-05-01")).toEqual([]);
});

test("a result of the search names the next of the same days", () => {
  const plan = tinyPlans({ items: row("{ text: до 5 мая, until: 05-05 }") })[0]!;
  expect(searchableItems(plan)[0]!.dates.map(({ by }) => by.iso)).toEqual(["2024-05-03", "2024-05-05", "2024-05-06"]);
});

test("of several on a day a named day stands first, then a stretch's end, then a whole unit; what is done before what is checked", () => {
  const plan = tinyPlans({
    items: `
  - { id: "1.1", activity: Первое, responsible: [school], deadline: { text: апрель, month: 4 } }
  - { id: "1.2", activity: Второе, responsible: [school], deadline: { text: до 27 апреля, until: 04-27 } }
  - { id: "1.3", activity: Третье, responsible: [school], deadline: { text: 27 апреля, on: 04-27 } }`,
  })[0]!;
  const day = upcomingView(plan, allDues(plan)).days.find(({ day: { iso } }) => iso === "2024-04-27")!;
  expect(day.lines.map(({ dues }) => dues[0]!.item)).toEqual(["1.3", "1.2", "1.1"]);
});
