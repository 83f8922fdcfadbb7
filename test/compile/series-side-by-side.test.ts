import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { emit } from "../../compiler/data/emit.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { casesFolder } from "../cases/case.ts";
import { plan2024, readPlan, shippedFiles } from "../plan-files.ts";

const others = readPlan(join(casesFolder, "good", "grants-and-docket", "plan"));

function published(sources: readonly SourceFile[]): ReadonlyMap<string, string> {
  const { value, diagnostics } = compile(sources);
  expect(diagnostics.filter(isError)).toEqual([]);
  return new Map(emit(value.plans, { site: "https://plan.example" }).map(({ path, text }) => [path, text]));
}

describe("series beside the published one", () => {
  const alone = published(plan2024());
  const together = published([...plan2024(), ...others]);

  test("move no address of it and change no byte, whatever they are called", () => {
    for (const [path, text] of alone) expect(together.get(path) === text, path).toBe(true);
  });

  test("stand in folders of their own", () => {
    const added = [...together.keys()].filter((path) => !alone.has(path));
    expect(new Set(added.map((path) => path.split("/")[0]))).toEqual(new Set(["docket", "grants"]));
    expect(added).toEqual(
      expect.arrayContaining([
        "grants/feeds/all.ics",
        "grants/feeds/universities.ics",
        "grants/data/2025/plan.json",
        "docket/feeds/defendant.ics",
        "docket/data/2025/events.csv",
      ]),
    );
  });

  test("speak their own language, of their own calendar, zone and address", () => {
    const feed = together.get("grants/feeds/all.ics")!;
    expect(feed).toContain("X-WR-TIMEZONE:UTC");
    expect(together.get("docket/feeds/all.ics")).toContain("X-WR-TIMEZONE:America/New_York");
    for (const [path, text] of together)
      if (/^(grants|docket)\/(feeds|data\/\d{4})\//.test(path))
        expect(text.match(/\p{Script=Cyrillic}+/u), path).toBeNull();
    for (const line of feed
      .replace(/\r\n /g, "")
      .split("\r\n")
      .filter((each) => each.startsWith("URL:")))
      expect(line).toMatch(/^URL:https:\/\/plan\.example\/grants\//);
  });

  test("alone they build as well: nothing is bound to the first one", () => {
    const shared = shippedFiles();
    const docket = others.filter(({ path }) => !path.startsWith("plan/grants/"));
    expect([...published([...shared, ...docket]).keys()]).toContain("feeds/defendant.ics");
  });
});
