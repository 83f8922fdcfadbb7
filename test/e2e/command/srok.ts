import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plan2024Folder } from "../../plan-files.ts";
import { run, type Ran } from "../run-srok.ts";

/** A scratch folder with a copy of the plan of 2024, and the command run in it. */
export interface Desk {
  readonly folder: string;
  srok(...words: string[]): Ran;
  git(...words: string[]): string;
  remove(): void;
}

const identity = {
  GIT_AUTHOR_NAME: "Редактор",
  GIT_AUTHOR_EMAIL: "editor@plan.example",
  GIT_COMMITTER_NAME: "Редактор",
  GIT_COMMITTER_EMAIL: "editor@plan.example",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

/** Works in a folder; `env` is added to the command's own. */
export function deskIn(folder: string, env: Readonly<Record<string, string>> = {}): Desk {
  return {
    folder,
    srok: (...words) => run(folder, words, { ...process.env, NO_COLOR: "1", ...env }),
    git: (...words) =>
      execFileSync("git", words, { cwd: folder, encoding: "utf8", env: { ...process.env, ...identity } }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const scratch = (): string => mkdtempSync(join(tmpdir(), "srok-"));

/** A desk with a copy of the plan. */
export function openDesk(): Desk {
  const folder = scratch();
  cpSync(plan2024Folder, join(folder, "plan"), { recursive: true });
  return deskIn(folder);
}
