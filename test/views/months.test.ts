/** What stands on a day of the calendar: what ends before what begins, both in the plan's order. */
import { expect, test } from "vitest";
import { calendarMonth } from "../../compiler/views/year/calendar.ts";
import { tinyPlans } from "../feeds/plans.ts";

test("the rows of a day follow the plan, not the ends of their windows", () => {
  const row = (id: string, deadline: string): string =>
    `  - { id: "${id}", activity: ${JSON.stringify(`Пункт ${id}`)}, responsible: [school], deadline: { text: срок, ${deadline} } }`;
  const items = [
    row("1.1", "from: 04-01, to: 09-06"),
    row("1.2", "on: 04-01"),
    row("1.3", "from: 04-01, to: 04-20"),
    row("1.4", "from: 03-01, to: 04-01"),
    row("1.5", "on: 04-01"),
  ];
  const plan = tinyPlans({ items: items.join("\n") })[0]!;
  const { month, weeks } = calendarMonth(plan, "04");
  const day = month.days.find(({ day: { number } }) => number === 1)!;
  expect(day.rows.map(({ mark, due }) => `${mark} ${due.item}`)).toEqual([
    "due 1.2",
    "due 1.4",
    "due 1.5",
    "start 1.1",
    "start 1.3",
  ]);
  const cell = weeks.flat().find((each) => each?.day.number === 1)!;
  expect(cell.ends.map(({ item }) => item)).toEqual(["1.2", "1.4", "1.5"]);
  expect(cell.starts.map(({ item }) => item)).toEqual(["1.1", "1.3"]);
});
