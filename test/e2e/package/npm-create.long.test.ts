import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository } from "../../plan-files.ts";
import { openRegistry, type Registry } from "./registry.ts";

/**
 * The way of somebody who has never seen this repository: `npm create`, `npm install`, check, publication, site, a change and what it
 * does, each by npm itself, from a registry on this machine.
 */
const folder = mkdtempSync(join(tmpdir(), "srok-create-"));
let registry: Registry;

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ NODE_ENV: undefined, VITEST: undefined, SROK_SITE: "", SROK_BASE: "", NO_COLOR: "1" },
  // The Node of the tests, before an older one of the system.
  PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
  npm_config_registry: registry.address,
});
const run = promisify(execFile);
const npm = async (cwd: string, ...words: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await run("npm", [...words], {
    cwd,
    encoding: "utf8",
    env: environment(),
    shell: process.platform === "win32",
  });
  return stdout + stderr;
};
const srok = (cwd: string, ...words: readonly string[]): Promise<string> =>
  npm(cwd, "exec", "--no", "--", "srok", ...words);

beforeAll(async () => {
  execFileSync(process.execPath, [join(repository, "compiler", "pack", "package.ts"), "--out", folder], {
    stdio: "pipe",
  });
  const upstream = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  registry = await openRegistry(folder, upstream);
});
afterAll(() => {
  registry.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a plan in a repository of its own, from npm create to a comment on a change", async () => {
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  const flags = ["--lang", "en", "--organisation", "The team", "--title", "Work plan", "--year", "2026"];
  const made = await npm(folder, "create", "--yes", "srok@latest", "my-plan", "--", ...flags, "--srok", version);
  expect(made).toContain("npm install");
  const plan = join(folder, "my-plan");

  // It says its result, and nothing that somebody would have to look up.
  const installed = await npm(plan, "install");
  expect(installed).toMatch(/added \d+ packages/);
  expect(installed).not.toMatch(/warn|EBADENGINE|deprecated/i);

  expect(await srok(plan, "check", "--lang", "en")).toContain("No errors");
  await srok(plan, "fmt", "--check");
  const git = (...words: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@plan.example", ...words], {
      cwd: plan,
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch=main");
  expect(await srok(plan, "publish", "--first", "--as-of", "2026-01-15", "--lang", "en")).toContain(
    "first publication",
  );
  git("add", "--all");
  git("commit", "--quiet", "--message=Plan");
  expect(
    git("ls-files")
      .split("\n")
      .filter((path) => path.startsWith("node_modules")),
  ).toEqual([]);
  await npm(plan, "run", "build", "--", "--site", "https://plan.example");
  expect(readFileSync(join(plan, "dist", "index.html"), "utf8")).toContain("Work plan");

  const section = join(plan, "plan", "work-plan-the-team", "2026", "section-1.yaml");
  const text = readFileSync(section, "utf8");
  writeFileSync(section, text.replace("by 1 March, until: 03-01", "by 15 March, until: 03-15"));
  expect(await srok(plan, "diff", "--format", "md", "--lang", "en")).toContain("15 March");
});
