/**
 * Mutation testing of the calendar and the resolver: changes their code in every small way, and names the changes that no test
 * notices. `npm run bench:mutation [-- FILE,…]`, about an hour for all files on two cores. What is left, and why: `README.md`.
 *
 * Stryker and its 200 packages are no dependency: they are installed into a copy of the checkout that this makes.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const version = "10.1.1";
const root = fileURLToPath(new URL("../..", import.meta.url));
/** Not below node_modules, where nothing is translated from TypeScript. */
const copy = join(tmpdir(), "srok-mutation");
const report = join(copy, "mutation.json");
const mutated = process.argv[2] ?? "compiler/calendar/*.ts,compiler/resolve/**/*.ts";

const settings = {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "bench/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 2,
  mutate: mutated.split(","),
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: report },
  ignorePatterns: ["site", "dist"],
};

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

function run(program: string, words: readonly string[]): void {
  const { status } = spawnSync(program, words, { cwd: copy, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} has failed`);
}

/** The part of the code that a mutant replaces, on one line. */
function replaced(source: string, { start, end }: Mutant["location"]): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join(" ")
    .replace(/\s+/g, " ");
}

function print({ files }: Report): void {
  for (const [path, { source, mutants }] of Object.entries(files)) {
    const found = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
    const left = mutants.filter(({ status }) => status !== "Killed" && status !== "Timeout");
    console.log(
      `${path}: ${found} of ${mutants.length} found, ${((100 * found) / Math.max(1, mutants.length)).toFixed(1)} %`,
    );
    for (const { status, replacement = "", location } of left)
      console.log(
        `  ${location.start.line}:${location.start.column} ${status}: ${replaced(source, location)}  →  ${replacement.replace(/\s+/g, " ")}`,
      );
  }
}

mkdirSync(copy, { recursive: true });
for (const name of [
  "bench",
  "compiler",
  "plan",
  "schema",
  "test",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
]) {
  rmSync(join(copy, name), { recursive: true, force: true });
  cpSync(join(root, name), join(copy, name), { recursive: true });
}
writeFileSync(join(copy, "stryker.config.json"), JSON.stringify(settings));
run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
run("npm", [
  "install",
  "--no-save",
  "--no-audit",
  "--no-fund",
  "--ignore-scripts",
  `@stryker-mutator/core@${version}`,
  `@stryker-mutator/vitest-runner@${version}`,
]);
run(process.execPath, [join("node_modules", "@stryker-mutator", "core", "bin", "stryker.js"), "run"]);
print(JSON.parse(readFileSync(report, "utf8")) as Report);
