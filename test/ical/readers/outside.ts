import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadEntry } from "./entry.ts";

/** A program of the machine that reads calendars. */
export interface OutsideReader {
  readonly name: string;
  /** What to install where it is missing. */
  readonly install: string;
  /** Whether it tells uids apart. */
  readonly knowsUids: boolean;
  /** Whether it takes half a second for each file, most of which is its start. */
  readonly startsForEach: boolean;
  readonly present: () => boolean;
  /** Reads files that lie in `folder`, in order. */
  readonly read: (paths: readonly string[], folder: string) => ReadEntry[][];
}

function run(command: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    encoding: "utf8",
    maxBuffer: 64 << 20,
    env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  if (stderr.trim() !== "") throw new Error(`${command} says: ${stderr}`);
  return stdout;
}

const runs = (command: string, ...words: readonly string[]): boolean =>
  spawnSync(command, words, { stdio: "ignore" }).status === 0;

/** Debian's own Python has vobject; another may stand before it in the path. */
const pythons = ["/usr/bin/python3", "python3"];
const python = (): string | undefined => pythons.find((command) => runs(command, "-c", "import vobject"));

const vobject: OutsideReader = {
  name: "vobject",
  install: "apt-get install python3-vobject",
  knowsUids: true,
  startsForEach: false,
  present: () => python() !== undefined,
  read: (paths) => {
    const script = fileURLToPath(new URL("read-with-vobject.py", import.meta.url));
    return run(python()!, [script, ...paths])
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as ReadEntry[]);
  },
};

const khalSettings = (folder: string): string => `[calendars]
[[none]]
path = ${join(folder, "khal")}
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = ${join(folder, "khal.db")}
`;

const khal: OutsideReader = {
  name: "khal",
  install: "apt-get install khal",
  knowsUids: true,
  startsForEach: true,
  present: () => runs("khal", "--version"),
  read: (paths, folder) => {
    const settings = join(folder, "khal.conf");
    mkdirSync(join(folder, "khal"), { recursive: true });
    writeFileSync(settings, khalSettings(folder));
    return paths.map((path) => {
      const lines = run("khal", ["-c", settings, "printics", "-f", "{uid}\t{start-date}\t{end-date}\t{title}", path])
        .split("\n")
        .filter((line) => line.includes("\t"));
      return lines.map((line) => {
        const [uid = "", start = "", end = "", summary = ""] = line.split("\t");
        return { uid, start, end, summary };
      });
    });
  },
};

const american = (date: string): string => date.replace(/(\d+)\/(\d+)\/(\d+)/, "$3-$1-$2");

/** calcurse keeps whole days as `MM/DD/YYYY [1] {1D -> MM/DD/YYYY} >note text`, a banner as a daily repetition. */
const calcurse: OutsideReader = {
  name: "calcurse",
  install: "apt-get install calcurse",
  knowsUids: false,
  startsForEach: false,
  present: () => runs("calcurse", "--version"),
  read: (paths, folder) =>
    paths.map((path) => {
      const data = mkdtempSync(join(folder, "calcurse-"));
      const report = run("calcurse", ["-D", data, "-C", data, "-i", path]);
      if (!/ 0 todos \/ 0 skipped/.test(report)) throw new Error(`calcurse says: ${report}`);
      const lines = readFileSync(join(data, "apts"), "utf8")
        .split("\n")
        .filter((line) => line !== "");
      rmSync(data, { recursive: true });
      return lines.map((line) => {
        const [, start = "", end = start, summary = ""] =
          /^(\S+) \[1\](?: \{1D -> (\S+)\})?(?: >\S+)? (.*)$/.exec(line) ?? [];
        return { uid: "", start: american(start), end: american(end), summary };
      });
    }),
};

export const outsideReaders: readonly OutsideReader[] = [vobject, khal, calcurse];

/** Runs with a folder of its own, which is gone afterwards. */
export function withFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "feeds-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
