import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plan2024Folder } from "../../plan-files.ts";
import { run } from "../run-srok.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-git-"));
const traces = join(folder, "ran");
const git = (...words: string[]): string =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...words], {
    cwd: join(folder, "checkout"),
    encoding: "utf8",
  });

/** A program that leaves a trace, so that whoever runs it is seen. */
const leavesTrace = (name: string): string => `touch ${join(traces, name)}`;

beforeAll(() => {
  mkdirSync(traces);
  mkdirSync(join(folder, "checkout"));
  cpSync(plan2024Folder, join(folder, "checkout", "plan"), { recursive: true });
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=plan");
  // What a request can lay into the plan's folder: all that git takes for a repository, with programs in its settings.
  const plan = join(folder, "checkout", "plan");
  for (const name of ["objects", "refs"]) {
    mkdirSync(join(plan, name));
    writeFileSync(join(plan, name, "keep"), "");
  }
  writeFileSync(join(plan, "HEAD"), "ref: refs/heads/main\n");
  // A commit that is not there is asked for at the promisor, by the program that `core.sshCommand` names.
  mkdirSync(join(plan, "refs", "heads"));
  writeFileSync(join(plan, "refs", "heads", "main"), `${"1".repeat(40)}\n`);
  writeFileSync(
    join(plan, "config"),
    [
      "[core]",
      "\trepositoryformatversion = 1",
      "\tbare = true",
      `\tsshCommand = ${leavesTrace("ssh")}`,
      `\tfsmonitor = ${leavesTrace("fsmonitor")}`,
      `\tpager = ${leavesTrace("pager")}`,
      '[remote "origin"]',
      "\turl = ssh://example.org/x",
      "\tpromisor = true",
      "[extensions]",
      "\tpartialClone = origin",
      "[diff]",
      `\texternal = ${leavesTrace("diff")}`,
    ].join("\n"),
  );
  git("add", ".");
  git("commit", "--quiet", "--message=request");
});
afterAll(() => rmSync(folder, { recursive: true }));

const srok = (...words: string[]): { status: number; output: string } => {
  const { status, out, err } = run(join(folder, "checkout"), words, process.env);
  return { status, output: out + err };
};

describe("a request that makes a repository of the plan's folder", () => {
  test.each([
    ["diff", "main~1"],
    ["diff", "--head", "main", "main~1"],
    ["diff", "--published"],
    ["check", "--base", "main~1"],
  ])("runs no program at whoever calls srok %s %s", (...words) => {
    srok(...words);
    expect(["ssh", "fsmonitor", "pager", "diff"].filter((name) => existsSync(join(traces, name)))).toEqual([]);
  });

  test("is refused by the check, which names the file", () => {
    const { status, output } = srok("check");
    expect(status).toBe(1);
    expect(output).toContain("plan/HEAD");
    expect(output).toContain("настраивает Git");
  });

  test("is compared with what was there all the same", () => {
    git("checkout", "--quiet", "main~1");
    const { status, output } = srok("diff", "main~1");
    git("checkout", "--quiet", "main");
    expect([status, output.trim()]).toEqual([0, expect.stringContaining("не меняются")]);
  });
});
