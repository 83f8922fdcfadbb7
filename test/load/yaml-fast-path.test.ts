import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseFully } from "../../compiler/load/yaml/parse-fully.ts";
import { parseFast } from "../../compiler/load/yaml/yaml-fast-path.ts";
import { runs } from "../fuzz-runs.ts";
import { mutatedFile } from "../hostile/mutations.ts";
import { plan2024, readPlan, repository } from "../plan-files.ts";

/** What is read quickly is what `yaml` reads without complaint: values, order of keys, and every offset. */
function holdToYaml(text: string, path: string): boolean {
  const quick = parseFast(text);
  if (quick === undefined) return false;
  const { value, diagnostics } = parseFully({ path, text });
  expect(diagnostics, text).toEqual([]);
  expect(quick.data, text).toEqual(value?.data);
  expect(JSON.stringify(quick.data)).toBe(JSON.stringify(value?.data));
  expect(quick.spans, text).toEqual(value?.spans);
  return true;
}

describe("the quick reader", () => {
  test("reads every file of the plan of 2024", () => {
    for (const { path, text } of plan2024()) expect(holdToYaml(text, path), path).toBe(true);
  });

  test("reads the files of the corpus, or leaves them to the other reader", () => {
    const files = readPlan(join(repository, "test", "cases"), (path) => path.endsWith(".yaml"));
    const read = files.filter(({ path, text }) => holdToYaml(text, path)).length;
    expect(read / files.length).toBeGreaterThan(0.75);
  });

  test("never reads a mutilated file otherwise than yaml does", () => {
    let read = 0;
    fc.assert(
      fc.property(mutatedFile, ({ path, text }) => {
        if (holdToYaml(text, path)) read += 1;
      }),
      runs(400),
    );
    expect(read).toBeGreaterThan(0);
  });

  test.each([
    ["a list below its key, as far left as it", "a:\n- b: 1\n- c\nd: [1, e]\n"],
    ["texts with signs inside", "a: b:c d#e 'f' \"g\"\nh: 'i''j' # k\nl: \"m\\\"n\"\n"],
    ["no final line break", "a:\n  - b"],
    ["comments anywhere", "# a\nb: # c\n  # d\n  e: f # g\n# h\n"],
    ["block texts", "a: >-\n  b\n  c\n\n  d\ne: |\n  f\n   g\n\n\nh: i\n"],
    ["empty brackets", "a: []\nb: [ ]\n"],
    ["days and times", "a: 09-06\nb: 2024-02-13\nc: 12:30\nd: -\ne: -f\n"],
  ])("%s", (_, text) => {
    holdToYaml(text, "plan/a.yaml");
  });
});
