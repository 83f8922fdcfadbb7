import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plan2024Folder } from "../../plan-files.ts";
import { run, script } from "../run-srok.ts";

export interface Answer {
  readonly status: number;
  readonly output: string;
}

/** Runs the command in a folder, as a person would. */
export function srok(folder: string, ...words: readonly string[]): Answer {
  const { status, out, err } = run(folder, words, { ...process.env, SROK_SITE: "", SROK_BASE: "", NO_COLOR: "1" });
  return { status, output: `${out}${err}` };
}

/** The same, and anything but success is a failure of the test. */
export function srokWell(folder: string, ...words: readonly string[]): string {
  const { status, output } = srok(folder, ...words);
  if (status !== 0) throw new Error(`srok ${words.join(" ")} ended with ${status}:\n${output}`);
  return output;
}

/** Starts the command and leaves it running. */
export const startSrok = (folder: string, stdio: StdioOptions, ...words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [script, ...words], {
    cwd: folder,
    stdio,
    env: { ...process.env, SROK_SITE: "", SROK_BASE: "" },
  });

/** A folder with a copy of the plan of 2024, gone afterwards. */
export async function withPlan<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "srok-"));
  try {
    mkdirSync(join(folder, "plan"));
    cpSync(plan2024Folder, join(folder, "plan"), {
      recursive: true,
      filter: (path) => !path.endsWith("ledger.json"),
    });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
