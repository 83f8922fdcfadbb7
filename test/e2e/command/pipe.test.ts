import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plan2024Folder, repository } from "../../plan-files.ts";

/** Runs the command and stops reading its output before it says anything, as `srok … | head` may. */
async function unread(...words: readonly string[]): Promise<{ status: number | null; err: string }> {
  const child = spawn(process.execPath, [join(repository, "compiler", "srok.js"), ...words, "--plan", plan2024Folder], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, err };
}

test.each([
  [0, ["list"]],
  [0, ["check", "--notes"]],
  [1, ["check", "--as-year", "2028"]],
])("with nobody reading, the status is still %i: srok %j", async (status, words) => {
  expect(await unread(...words)).toEqual({ status, err: "" });
});
