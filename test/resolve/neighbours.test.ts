/** What stands beside the end of a window – last working day, safe day, next working day – held to counting day by day. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isoDate } from "../../compiler/calendar/day.ts";
import { compile } from "../../compiler/compile.ts";
import type { ResolvedPlan, Window } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { plan2024 } from "../plan-files.ts";

/** The nearest working day from a day on, one day after another; undefined where the calendar ends before there is one. */
function nearest(calendar: ResolvedPlan["calendar"], from: number, step: 1 | -1): number | undefined {
  for (let day = from; calendar.covers(day); day += step) if (calendar.isWorking(day)) return day;
  return undefined;
}

type Neighbours = Pick<Window, "lastWorkingDay" | "rolled" | "planBy">;

/** What `compiler/resolve/model.ts` says of these fields. */
function expected({ start, end, shape, roll }: Window, { calendar, rules }: ResolvedPlan): Neighbours {
  if (roll === null) return {};
  const [before, after] = [nearest(calendar, end, -1), nearest(calendar, end, 1)];
  const inside = before !== undefined && (shape === "day" || start === null || before >= start);
  const lastWorkingDay = inside && !(shape === "day" && before === end) ? { lastWorkingDay: before } : {};
  if (rules.roll[roll].value !== "beside" || calendar.isWorking(end)) return lastWorkingDay;
  return {
    ...lastWorkingDay,
    ...(after === undefined ? {} : { rolled: after }),
    ...(before !== undefined && (start === null || before >= start) ? { planBy: before } : {}),
  };
}

const named = (neighbours: Neighbours): Record<string, string> =>
  Object.fromEntries(
    Object.entries(neighbours).flatMap(([key, day]) => (day === undefined ? [] : [[key, isoDate(day)]])),
  );
const picked = ({ lastWorkingDay, rolled, planBy }: Window): Neighbours => ({ lastWorkingDay, rolled, planBy });

/** Where the rule set, or the row for itself, moves an end instead, the cases have the days written down. */
const isMoved = ({ trace }: Window): boolean => trace.some((step) => step.step === "roll" && step.mode !== "beside");

function holds(sources: readonly SourceFile[], asYear?: number): void {
  const { plans } = compile(sources, asYear === undefined ? {} : { asYear }).value;
  const windows = plans
    .flatMap((plan) => plan.dueWindows.map(({ uid, window }) => ({ uid, window, plan })))
    .filter(({ window }) => !isMoved(window));
  expect(windows.length).toBeGreaterThan(0);
  for (const { uid, window, plan } of windows)
    expect([uid, named(picked(window))]).toEqual([uid, named(expected(window, plan))]);
}

test.each([2023, 2024, 2025, 2026])("the plan of 2024 as of %i", (year) => holds(plan2024(), year));
test.each(readdirSync(join(casesFolder, "good")).filter((name) => !/^(rules-of-one-item|waiting)$/.test(name)))(
  "%s",
  (name) => holds(sourcesOf(join(casesFolder, "good", name))),
);
