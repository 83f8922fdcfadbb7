import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

const uidsOf = (name: string, without: (path: string) => boolean = () => false): string[][] =>
  compile(sourcesOf(join(casesFolder, "good", name)).filter(({ path }) => !without(path))).value.plans.map(
    ({ dueWindows }) => dueWindows.map(({ uid }) => uid),
  );

test("a window that two plan years hold is one entry, named by the year that it starts in", () => {
  const [first, second] = uidsOf("two-years");
  expect(first).toEqual(["demo/2024/1.1/work/2023-2024@demo.example", "demo/2024/1.1/work/2024-2025@demo.example"]);
  expect(second).toEqual(["demo/2024/1.1/work/2024-2025@demo.example", "demo/2025/1.1/work/2025-2026@demo.example"]);
});

test("adding a year changes no name of the year before", () => {
  const [alone] = uidsOf("two-years", (path) => path.startsWith("plan/demo/2025/"));
  expect(alone).toEqual(uidsOf("two-years")[0]);
});

test("of a third year, what began the year before is named by that year, and what is open at its start by its own", () => {
  const sources = sourcesOf(join(casesFolder, "good", "two-years"));
  const open = `  - { id: "1.2", activity: Открытое, deadline: { text: до 2 марта, until: 03-02 }, responsible: [school] }\n`;
  const third = sources
    .filter(({ path }) => path.startsWith("plan/demo/2025/"))
    .map(({ path, text }) => ({
      path: path.replace("2025", "2026"),
      text: text.replaceAll("2025", "2026") + (path.endsWith("section-1.yaml") ? open : ""),
    }));
  const { plans } = compile([...sources, ...third]).value;
  expect(plans[2]!.dueWindows.map(({ uid }) => uid)).toEqual([
    "demo/2026/1.2/work/1@demo.example",
    "demo/2025/1.1/work/2025-2026@demo.example",
    "demo/2026/1.1/work/2026-2027@demo.example",
  ]);
});

test("a record of what happened gives an entry the record’s own name", () => {
  const uids = uidsOf("forms-counted")[0]!;
  expect(uids).toContain("demo/2024/1.1/work/opening-1@demo.example");
  // A receipt replaces the latest day of its period; the entry of that period keeps its name.
  expect(uids).toContain("demo/2024/1.11/work/2024-04@demo.example");
});
