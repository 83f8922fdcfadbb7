/** A day that is tried for events without one: what the calculator asks. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { dayOf, isoDate } from "../../compiler/calendar/day.ts";
import { load } from "../../compiler/load/load.ts";
import { resolve } from "../../compiler/resolve/resolve.ts";
import type { ResolvedDeadline } from "../../compiler/resolve/model.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

function deadlineOf(name: string, item: string): ResolvedDeadline {
  const [plan] = resolve(load(sourcesOf(join(casesFolder, "good", name))).value, {
    tried: { day: dayOf(2024, 4, 26) },
  }).value;
  return plan!.byId.get(item)!.deadline!;
}

test("stands for every event that has no day, and the trace says that it is supposed", () => {
  const { state, windows } = deadlineOf("waiting", "1.1");
  expect(state).toBe("on-event");
  expect(windows.map(({ key, after, end, occurrence }) => [key, isoDate(after!), isoDate(end), occurrence])).toEqual([
    ["tried-opening", "2024-04-26", "2024-05-03", undefined],
  ]);
  expect(windows[0]!.trace[0]).toEqual({
    step: "event",
    event: "opening",
    title: "открытие",
    day: dayOf(2024, 4, 26),
    tried: true,
  });
});

test("goes on along a chain, from the end of the link before", () => {
  expect(deadlineOf("waiting", "1.3").windows.map(({ after, end }) => [isoDate(after!), isoDate(end)])).toEqual([
    ["2024-04-12", "2024-04-12"],
  ]);
});

test("does not stand beside a day that is on record", () => {
  expect(deadlineOf("forms-counted", "1.3").windows.map(({ occurrence, end }) => [occurrence, isoDate(end)])).toEqual([
    ["opening-1", "2024-04-26"],
  ]);
});
