import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SourceFile } from "../../source/span.ts";
import { filled } from "../messages/messages.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";
import { ask } from "./git.ts";

const messagesByLanguage = {
  ru: {
    badName: "«{name}» не годится в имена ветки git",
    exists: "ветка «{name}» в git уже есть",
    refused: "git не записывает ветку «{name}»",
  },
  en: {
    badName: "“{name}” cannot be the name of a branch of git",
    exists: "git has a branch “{name}” already",
    refused: "git does not write the branch “{name}”",
  },
};

/** A commit to be made: its files, named as if they lay in the plan's folder, its message and whose change it is. */
export interface NewCommit {
  readonly parent: string;
  readonly files: readonly SourceFile[];
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
}

/** What git wants a commit to name: who wrote the change, and who commits it where nobody is configured. */
function people(folder: string, { author }: NewCommit): Record<string, string> {
  const own = ["user.name", "user.email"].every((key) => ask(folder, ["config", "--get", key]) !== undefined);
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    ...(own ? {} : { GIT_COMMITTER_NAME: author.name, GIT_COMMITTER_EMAIL: author.email }),
  };
}

/** Throws a UsageError for a name that no new branch can have. */
export function checkBranchName(plan: string, branch: string, terminal: Terminal): void {
  const own = messagesByLanguage[terminal.language];
  const folder = resolve(plan);
  if (ask(folder, ["check-ref-format", "--branch", branch]) === undefined || branch.startsWith("-"))
    throw new UsageError(filled(own.badName, { name: branch }));
  if (ask(folder, ["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`]) !== undefined)
    throw new UsageError(filled(own.exists, { name: branch }));
}

/**
 * Makes a branch with one commit on top of another one. Neither the files as they lie here nor the branch that is checked out
 * change. Throws a UsageError for a name that cannot be one, a SystemError where git refuses.
 */
export function commitOnBranch(plan: string, branch: string, commit: NewCommit, terminal: Terminal): void {
  const folder = resolve(plan);
  checkBranchName(plan, branch, terminal);
  const scratch = mkdtempSync(join(tmpdir(), "srok-index-"));
  const index = { GIT_INDEX_FILE: join(scratch, "index") };
  const git = (words: readonly string[], input?: string, environment: Record<string, string> = {}): string => {
    const found = ask(folder, words, input, { ...index, ...environment });
    if (found === undefined)
      throw new SystemError(filled(messagesByLanguage[terminal.language].refused, { name: branch }));
    return found.toString().trim();
  };
  try {
    const prefix = git(["rev-parse", "--show-prefix"]);
    const label = `${plan.replace(/\\/g, "/").replace(/\/+$/, "")}/`;
    git(["read-tree", commit.parent]);
    for (const { path, text } of commit.files) {
      const place = `${prefix}${path.slice(label.length)}`;
      const mark = ask(folder, ["cat-file", "blob", `${commit.parent}:${place}`])
        ?.toString("utf8")
        .startsWith("\ufeff");
      const object = git(["hash-object", "-w", "--stdin"], `${mark === true ? "\ufeff" : ""}${text}`);
      git(["update-index", "--add", "--cacheinfo", `100644,${object},${place}`]);
    }
    const made = git(
      ["commit-tree", git(["write-tree"]), "-p", commit.parent, "-F", "-"],
      commit.message,
      people(folder, commit),
    );
    git(["update-ref", `refs/heads/${branch}`, made, "0".repeat(made.length)]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
