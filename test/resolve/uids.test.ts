import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

const uidsOf = (name: string, without: (path: string) => boolean = () => false): string[][] =>
  compile(sourcesOf(join(casesFolder, "good", name)).filter(({ path }) => !without(path))).value.plans.map(({ events }) => events.map(({ uid }) => uid));

test("a window that two plan years hold is one entry, named by the year that it starts in", () => {
  const [first, second] = uidsOf("two-years");
  expect(first).toEqual(["demo/2024/1.1/work/2023-2024@demo.example", "demo/2024/1.1/work/2024-2025@demo.example"]);
  expect(second).toEqual(["demo/2024/1.1/work/2024-2025@demo.example", "demo/2025/1.1/work/2025-2026@demo.example"]);
});

test("adding a year changes no name of the year before", () => {
  const [alone] = uidsOf("two-years", (path) => path.startsWith("plan/demo/2025/"));
  expect(alone).toEqual(uidsOf("two-years")[0]);
});

test("a record of what happened gives an entry the record’s own name", () => {
  const uids = uidsOf("forms-counted")[0]!;
  expect(uids).toContain("demo/2024/1.1/work/opening-1@demo.example");
  // A receipt replaces the latest day of its period; the entry of that period keeps its name.
  expect(uids).toContain("demo/2024/1.11/work/2024-04@demo.example");
});
