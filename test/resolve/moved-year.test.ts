import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import type { DueWindow } from "../../compiler/resolve/model.ts";
import { plan2024 } from "../plan-files.ts";
import { byDate, datesIn } from "../plan/key.ts";
import { controlWindows, workWindows } from "./plan-windows.ts";
import type { Wording } from "./wording.ts";
import { expectEach } from "../expect-each.ts";

const sources = plan2024();
const compiledAs = (year: number): ReturnType<typeof compile> => compile(sources, { asYear: year });

/** The same sources as a plan of another year: every rule moves as its wording says, and nothing stays behind. */
describe.each([2023, 2024, 2025, 2026])("as the plan of %i", (year) => {
  const { value, diagnostics } = compiledAs(year);
  const plan = value.plans[0]!;

  test("compiles", () => expect(diagnostics.filter(isError)).toEqual([]));

  const cells: readonly (readonly [DueWindow["kind"], string, Wording])[] = [
    ...Object.entries(workWindows).map(([id, wording]) => ["work", id, wording] as const),
    ...Object.entries(controlWindows).map(([id, wording]) => ["control", id, wording] as const),
  ];
  test.each(cells)("%s of %s", (kind, id, wording) => {
    expect(datesIn(plan, id, kind)).toEqual(byDate(wording(year)));
  });

  test("there is no other window", () => {
    const known = new Set(cells.map(([kind, id]) => `${id} ${kind}`));
    expect(plan.dueWindows.filter(({ item, kind }) => !known.has(`${item} ${kind}`)).map(({ uid }) => uid)).toEqual([]);
  });
});

describe("names of windows", () => {
  /** A window's name with the years in it counted from the plan's. */
  const structure = (year: number): string[] => {
    const plan = compiledAs(year).value.plans[0]!;
    const relative = (key: string): string => key.replace(/\d{4}(?=$|[^\d])/g, (digits) => `Y${Number(digits) - year}`);
    return plan.dueWindows
      .filter(({ window }) => window.shape !== "week")
      .map(({ item, kind, window }) => `${item} ${kind} ${relative(window.key)}`)
      .sort();
  };

  test.each([2023, 2025, 2026])("are those of the plan’s own year in %i", (year) => {
    expect(structure(year)).toEqual(structure(2024));
  });
});

describe("where the calendars end", () => {
  test("a year after the last one known is an error that names it", () => {
    const { value, diagnostics } = compiledAs(2028);
    expect(value.plans).toEqual([]);
    expect(diagnostics.filter(isError).map(({ code, values }) => [code, values["year"]])).toContainEqual([
      "no-calendar",
      2028,
    ]);
  });

  test("the last known year needs the next for its December", () => {
    expectEach(
      compiledAs(2027).diagnostics.filter(isError),
      ({ code, values }) => code === "no-calendar" && values["year"] === 2028,
    );
  });
});

test("no date with a year is typed into a deadline", () => {
  const dated = sources
    .filter(({ path }) => /\/(section-\d+|periods)\.yaml$/.test(path))
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .flatMap((line, index) =>
          /(?<![\d.])\d{4}-\d{2}-\d{2}/.test(line.replace(/#.*$/, "")) ? [`${path}:${index + 1}`] : [],
        ),
    );
  expect(dated).toEqual([]);
});
