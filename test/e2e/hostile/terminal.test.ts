/** What a plan says is shown by every command, and obeyed by no terminal and by no runner that reads its log. */
import { cpSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { srok } from "../serving/srok.ts";
import { planFolder } from "../site/plan-folder.ts";
import { attacks, planSaying } from "../../hostile/plan-saying.ts";

const text = `${attacks["terminal"]!} \u009b31m \r${attacks["annotation"]!} ##[error]x ##vso[task]`;
let folder: string;
beforeAll(() => {
  folder = dirname(planFolder(planSaying(text)));
  cpSync(dirname(planFolder(planSaying("прежде"))), join(folder, "before"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(
  [
    ["list"],
    ["list", "--party", "school"],
    ["explain", "1.1"],
    ["explain", "1.2", "--event", "2024-05-06"],
    ["check", "--notes"],
    ["diff", "before/plan"],
    ["publish", "--first", "--as-of", "2024-03-05"],
    ["build", "--no-site"],
    ["wording", text],
    ["record", "opened", "--date", "2024-05-13", "--title", text, "--source", text, "--dry-run"],
    ["list", "--party", text],
  ].map(
    (words) =>
      [
        words
          .join(" ")
          .slice(0, 30)
          .replace(/[^ -~]/g, "?"),
        words,
      ] as const,
  ),
)("srok %s", (_, words) => {
  const { output, status } = srok(folder, ...words);
  expect(status, output).toBeLessThan(3);
  expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  expect(output).not.toMatch(/^\s*::|##\w*\[/m);
  expect(output.length).toBeGreaterThan(10);
});

test("annotations alone are commands to a runner, one a line", () => {
  const { output } = srok(folder, "check", "--format", "github", "--notes");
  const commands = output.split("\n").filter((line) => /^\s*::/.test(line));
  expect(commands.length).toBeGreaterThan(0);
  for (const line of commands)
    expect(line).toMatch(/^::(error|warning|notice) file=plan\/[^,]+,line=\d+,col=\d+,[^:]+::/);
});

test("data stays the same data", () => {
  const events = JSON.parse(srok(folder, "list", "--format", "json").output) as unknown;
  expect(JSON.stringify(events)).toContain("##[error]x");
});

test("no line of a comparison begins as a command to a runner", () => {
  const { output } = srok(folder, "diff", "before/plan");
  expect(output).toContain("::set-output");
  expect(output).not.toMatch(/^\s*::/m);
});
