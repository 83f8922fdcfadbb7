/**
 * Runs the command as a person would. Most of what a call takes is the start of Node, half a second each: where somebody waits, the calls
 * of a test file are answered by one process that stays (`resident.ts`); in a long run, and where that cannot be, each has its own.
 */
import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { thorough } from "../fuzz-runs.ts";
import { repository } from "../plan-files.ts";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Runner = (folder: string, words: readonly string[], env: Environment) => Ran;

export const script = join(repository, "compiler", "srok.js");

/** The same in a process of its own: for what is said of a process. */
export const runAlone: Runner = (folder, words, env) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 << 20,
    env,
  });
  return { status: status ?? -1, out: stdout, err: stderr };
};

/** Starts the process that stays and talks to it by two named pipes, as calls wait for their answers. It ends with this process. */
function openResident(): Runner | undefined {
  const folder = mkdtempSync(join(tmpdir(), "srok-resident-"));
  const [asked, answered] = [join(folder, "asked"), join(folder, "answered")];
  try {
    if (spawnSync("mkfifo", [asked, answered]).status !== 0) return undefined;
    // An end is opened for both before the other is: else opening would wait. Each side is left with one, so that it sees the other end.
    const [ask, answers] = [openSync(asked, "r+"), openSync(answered, "r+")];
    const [given, answer] = [openSync(asked, "r"), openSync(answered, "r")];
    const child = spawn(process.execPath, [join(import.meta.dirname, "resident.ts")], {
      stdio: ["ignore", "ignore", "inherit", given, answers],
    });
    child.unref();
    for (const end of [given, answers]) closeSync(end);
    const piece = Buffer.alloc(1 << 16);
    return (cwd, words, env) => {
      writeSync(ask, `${JSON.stringify({ cwd, words, env })}\n`);
      const pieces: Buffer[] = [];
      do {
        const length = readSync(answer, piece);
        if (length === 0) throw new Error(`the resident process ended at srok ${words.join(" ")}`);
        pieces.push(Buffer.from(piece.subarray(0, length)));
      } while (pieces.at(-1)!.at(-1) !== 0x0a);
      return JSON.parse(Buffer.concat(pieces).toString()) as Ran;
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let runner: Runner | undefined;
export const run: Runner = (folder, words, env) => {
  // Pages are built by Astro, whose modules remember the site of their first build.
  if (words[0] === "build" && !words.includes("--no-site")) return runAlone(folder, words, env);
  runner ??= (thorough ? undefined : openResident()) ?? runAlone;
  return runner(folder, words, env);
};
