/** An edit compiles the plan before it and the plan after it, each once: V8 itself counts the calls. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plan2024Folder } from "../../plan-files.ts";

const expected = {
  check: 1,
  "check --fix": 1,
  "move 2.1.8 --to 2024-09-05 --dry-run": 2,
  "withdraw 2.1.8 --reason x --dry-run": 2,
  "add 1.2-9 --activity x --dry-run": 2,
  "record event-documents-published --date 2024-04-26 --title x --source x --dry-run": 2,
  "new-year 2025 --dry-run": 2,
};

test("a check compiles the plan once, an edit twice", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-once-"));
  try {
    cpSync(plan2024Folder, join(folder, "plan"), { recursive: true });
    const calls = Object.keys(expected);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "count-compilations.ts"), ...calls],
      { cwd: folder, encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, ""]);
    const counts = JSON.parse(stdout.trimEnd().split("\n").at(-1)!) as readonly number[];
    expect(Object.fromEntries(calls.map((call, index) => [call, counts[index]]))).toEqual(expected);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
