import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { concernsPlan } from "../../load/file-layout.ts";
import type { SourceFile } from "../../source/span.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    noGit:
      "для сравнения нужен git, а на этом компьютере он не найден: git-scm.com; без него сравнивают с папкой: srok diff ПАПКА",
    notInGit: "папка «{folder}» лежит вне git: прежнего вида плана нет; сравнить можно с папкой: srok diff ПАПКА",
    unknownRevision: "ревизии «{name}» в git нет",
    noMergeBase: "не с чем сравнить: ветки main в git нет; назовите ревизию или папку",
    cannotReadRevision: "git не отдаёт файлы плана из {name}",
    neverPublished: "план ещё не публиковался: журнала публикаций в git нет",
    shallowHistory:
      "история в git неполная, и когда план публиковался в последний раз, из неё не узнать; получите её целиком: git fetch --unshallow",
  },
  en: {
    noGit:
      "a comparison needs git, and this computer has none: git-scm.com; without it, compare with a folder: srok diff FOLDER",
    notInGit:
      "the folder “{folder}” is outside git, so there is no earlier plan; it can be compared with a folder: srok diff FOLDER",
    unknownRevision: "git has no revision “{name}”",
    noMergeBase: "nothing to compare with: git has no branch main; name a revision or a folder",
    cannotReadRevision: "git does not give the plan's files of {name}",
    neverPublished: "the plan was never published: git has no ledger of publications",
    shallowHistory:
      "git has a part of the history only, which does not tell when the plan was last published; fetch all of it: git fetch --unshallow",
  },
};

/**
 * The repository that holds a folder, named to git by its path: left to search by itself, git takes any folder with a
 * HEAD, `objects/` and `refs/` for a repository and runs programs that its `config` names (core.sshCommand,
 * core.fsmonitor …). A plan's files come from strangers.
 */
function repositoryOf(folder: string): readonly string[] {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return [`--git-dir=${join(at, ".git")}`, `--work-tree=${at}`];
    if (dirname(at) === at) return [];
  }
}

/** Settings that win over those of any repository: no program of its choice is run. */
const safely = ["safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null", "diff.external="];

/** What git answers, or undefined when it refuses. Hooks, pagers and prompts take no part. */
export function ask(
  folder: string,
  words: readonly string[],
  input?: string,
  environment: Readonly<Record<string, string>> = {},
): Buffer | undefined {
  const settings = safely.flatMap((setting) => ["-c", setting]);
  const { status, stdout, error } = spawnSync(
    "git",
    ["--no-pager", ...settings, ...repositoryOf(folder), "-C", folder, ...words],
    {
      input,
      maxBuffer: 1 << 30,
      env: { ...process.env, ...environment, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
      stdio: ["pipe", "pipe", "ignore"],
    },
  );
  return error !== undefined || status !== 0 ? undefined : stdout;
}

const answer = (folder: string, words: readonly string[]): string | undefined => ask(folder, words)?.toString().trim();

/**
 * Why git has no answer, where that is not about what it was asked: it is not there, or it does not know the folder.
 */
function refuseWithoutGit(folder: string, terminal: Terminal): void {
  const own = messagesByLanguage[terminal.language];
  if (answer(".", ["--version"]) === undefined) throw new UsageError(own.noGit);
  if (answer(folder, ["rev-parse", "--git-dir"]) === undefined) throw new UsageError(filled(own.notInGit, { folder }));
}

/** The commit that a name means; an error for the caller when there is none. */
export function commitOf(folder: string, revision: string, terminal: Terminal): string {
  const commit = answer(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (commit !== undefined) return commit;
  refuseWithoutGit(folder, terminal);
  throw new UsageError(filled(messagesByLanguage[terminal.language].unknownRevision, { name: revision }));
}

/** The last commit of the checkout that a folder lies in; undefined where there is none. */
export const lastCommit = (folder: string): string | undefined =>
  answer(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);

/** Names that the published branch goes by, the remote's own answer first. */
const mainNames = ["origin/HEAD", "origin/main", "main", "origin/master", "master"];

/** The address that the repository of a folder was cloned from; undefined where it has none, or there is no git. */
export const originOf = (folder: string): string | undefined =>
  answer(folder, ["config", "--get", "remote.origin.url"]) || undefined;

/** Where the work of this checkout left the main branch. */
export function mergeBase(folder: string, terminal: Terminal, head = "HEAD"): string {
  for (const name of mainNames) {
    const base = answer(folder, ["merge-base", name, head]);
    if (base !== undefined) return base;
  }
  refuseWithoutGit(folder, terminal);
  throw new UsageError(messagesByLanguage[terminal.language].noMergeBase);
}

/**
 * The commit of the last publication: the newest one on the way here that wrote a ledger of the plan. What a
 * publication writes down is the plan of that very commit. Throws a SystemError where the history ends before it: there git takes
 * every file for one that the oldest commit wrote.
 */
export function lastPublication(folder: string, terminal: Terminal): string {
  const commit = answer(resolve(folder), ["log", "-1", "--format=%H", "--", ":(glob)*/*/ledger.json"]);
  if (commit === undefined) refuseWithoutGit(folder, terminal);
  const isShallow = answer(resolve(folder), ["rev-parse", "--is-shallow-repository"]) === "true";
  if (isShallow && (!commit || answer(resolve(folder), ["log", "-1", "--format=%P", commit]) === ""))
    throw new SystemError(messagesByLanguage[terminal.language].shallowHistory);
  if (commit === undefined || commit === "") throw new UsageError(messagesByLanguage[terminal.language].neverPublished);
  return commit;
}

/**
 * Files below a folder that differ from where the present work left a revision, whether committed or not; paths from
 * the folder.
 */
export function changedSince(folder: string, revision: string, terminal: Terminal): string[] {
  const top = resolve(folder);
  const base =
    answer(top, ["merge-base", commitOf(top, revision, terminal), "HEAD"]) ?? commitOf(top, revision, terminal);
  const changed = ask(top, ["diff", "--name-only", "--relative", "-z", base, "--", "."]);
  const added = ask(top, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."]);
  if (changed === undefined || added === undefined)
    throw new SystemError(filled(messagesByLanguage[terminal.language].cannotReadRevision, { name: revision }));
  return `${changed.toString()}${added.toString()}`.split("\0").filter((path) => path !== "");
}

/** `<object> blob <size>` and the content, one after another. */
function splitBatch(output: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(10, at);
    const size = Number(output.subarray(at, lineEnd).toString().split(" ")[2]);
    texts.push(
      output
        .subarray(lineEnd + 1, lineEnd + 1 + size)
        .toString("utf8")
        .replace(/^\ufeff/, ""),
    );
    at = lineEnd + 1 + size + 1;
  }
  return texts;
}

/** The plan's files as they are in a commit, named as if they lay in `folder`. Nothing is checked out. */
export function sourcesAt(folder: string, commit: string, terminal: Terminal): SourceFile[] {
  const prefix = answer(resolve(folder), ["rev-parse", "--show-prefix"]);
  const listed =
    prefix === undefined
      ? undefined
      : ask(resolve(folder), ["ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix === "" ? "." : prefix]);
  if (listed === undefined || prefix === undefined)
    throw new SystemError(filled(messagesByLanguage[terminal.language].cannotReadRevision, { name: commit }));
  const files = listed
    .toString()
    .split("\0")
    .flatMap((line) => {
      const found = /^100\d{3} blob (?<object>[0-9a-f]+)\t(?<path>.+)$/s.exec(line)?.groups;
      return found !== undefined && concernsPlan(found["path"]!)
        ? [{ object: found["object"]!, path: found["path"]! }]
        : [];
    });
  const output =
    files.length === 0
      ? Buffer.alloc(0)
      : ask(resolve(folder), ["cat-file", "--batch"], `${files.map(({ object }) => object).join("\n")}\n`);
  if (output === undefined)
    throw new SystemError(filled(messagesByLanguage[terminal.language].cannotReadRevision, { name: commit }));
  const texts = splitBatch(output);
  const label = folder.replace(/\\/g, "/").replace(/\/+$/, "");
  return files.map(({ path }, index) => ({ path: `${label}/${path.slice(prefix.length)}`, text: texts[index]! }));
}

/** The versions of a file that commits hold, newest first. */
export interface Versions {
  readonly versions: readonly { readonly commit: string; readonly text: string }[];
  /** Whether git has the whole history: a shallow clone has its end alone. */
  readonly whole: boolean;
}

/**
 * Returns every version of a file of a folder, of this branch and of the published one; undefined where git knows nothing of
 * the folder.
 */
export function versionsOf(folder: string, name: string): Versions | undefined {
  const top = resolve(folder);
  const shallow = answer(top, ["rev-parse", "--is-shallow-repository"]);
  if (shallow === undefined) return undefined;
  const heads = ["HEAD", ...mainNames].filter(
    (head) => answer(top, ["rev-parse", "--verify", "--quiet", `${head}^{commit}`]) !== undefined,
  );
  const prefix = answer(top, ["rev-parse", "--show-prefix"]) ?? "";
  const commits =
    heads.length === 0
      ? ""
      : (answer(top, ["log", "--format=%H", "--full-history", ...new Set(heads), "--", `:(literal)${name}`]) ?? "");
  const seen = new Set<string>();
  const versions = commits.split("\n").flatMap((commit) => {
    const object =
      commit === "" ? undefined : answer(top, ["rev-parse", "--verify", "--quiet", `${commit}:${prefix}${name}`]);
    if (object === undefined || seen.size === seen.add(object).size) return [];
    const text = ask(top, ["cat-file", "blob", object]);
    return text === undefined ? [] : [{ commit, text: text.toString("utf8") }];
  });
  return { versions, whole: shallow === "false" };
}
