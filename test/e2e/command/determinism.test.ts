import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { goldenPlan } from "../../cases/golden-plan.ts";
import { plan2024, plan2024Folder } from "../../plan-files.ts";

const program = join(import.meta.dirname, "print-compiled.ts");

/** What Node has compiled of the sources, for the next process. */
const compiled = mkdtempSync(join(tmpdir(), "srok-compiled-"));
afterAll(() => rmSync(compiled, { recursive: true }));

/** What a process of its own makes of a plan’s folder, as text. */
function printed(
  folder: string,
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): string {
  return execFileSync(process.execPath, [program, folder, ...options], {
    cwd: folder,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment },
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
}

test("the same in another time zone, language, folder and order of files", () => {
  const expected = printed(plan2024Folder, { TZ: "UTC", LANG: "C" });
  expect(expected).toContain("2024-09-06");
  expect(
    printed(plan2024Folder, { TZ: "Pacific/Kiritimati", LANG: "ru_RU.UTF-8", LC_ALL: "tr_TR.UTF-8" }, ["--shuffled"]),
  ).toBe(expected);
  const elsewhere = mkdtempSync(join(tmpdir(), "srok-"));
  try {
    cpSync(plan2024Folder, elsewhere, { recursive: true });
    expect(printed(elsewhere, { TZ: "America/Los_Angeles" })).toBe(expected);
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});

test("the same twice in one process", () => {
  const once = (): string => JSON.stringify(compile(plan2024()).value.plans.map(goldenPlan));
  expect(once()).toBe(once());
});
