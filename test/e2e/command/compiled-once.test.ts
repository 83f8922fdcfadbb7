/** An edit compiles the plan before it and the plan after it, each once: V8 itself counts the calls. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plan2024Folder, repository } from "../../plan-files.ts";

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "srok-once-"));
  cpSync(plan2024Folder, join(folder, "plan"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How often `compile` is called while a command runs. */
function compilations(words: readonly string[]): number {
  const coverage = mkdtempSync(join(folder, "coverage-"));
  const { status, stderr } = spawnSync(process.execPath, [join(repository, "compiler", "cli", "main.ts"), ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  });
  expect([status, stderr]).toEqual([0, ""]);
  return readdirSync(coverage)
    .map((name) => JSON.parse(readFileSync(join(coverage, name), "utf8")) as Coverage)
    .flatMap(({ result }) => result.filter(({ url }) => url.endsWith("/compiler/compile.ts")))
    .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName === "compile"))
    .reduce((sum, { ranges }) => sum + ranges[0]!.count, 0);
}

test.each([
  [1, "check"],
  [1, "check --fix"],
  [2, "move 2.1.8 --to 2024-09-05 --dry-run"],
  [2, "withdraw 2.1.8 --reason x --dry-run"],
  [2, "add 1.2-9 --activity x --dry-run"],
  [2, "record event-documents-published --date 2024-04-26 --title x --source x --dry-run"],
  [2, "new-year 2025 --dry-run"],
])("%d: %s", (times, words) => expect(compilations(words.split(" "))).toBe(times));
