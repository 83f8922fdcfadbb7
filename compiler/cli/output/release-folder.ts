import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Terminal } from "../terminal/terminal.ts";
import { removeSpent, sweep } from "../files/stale-temp-files.ts";
import { noteLeft, preserveTimes, openBuild, type NextBuild } from "./publish-folder.ts";
import { attempt } from "../terminal/system-errors.ts";

/** How many releases are retained: the one being served, and those that can be gone back to. */
const releasesRetained = 3;

/** `001`, `002` …: in the order they were made. */
const isRelease = (name: string): boolean => /^\d{3,9}$/.test(name);
const inOrder = (a: string, b: string): number => Number(a) - Number(b);

interface Releases {
  readonly folder: string;
  /** The link that a web server follows. */
  readonly current: string;
  /** Names of whole releases, oldest first. */
  readonly names: readonly string[];
  /** The name of the one being served; undefined where none is. */
  readonly serving: string | undefined;
}

function readReleases(top: string): Releases {
  const folder = join(resolve(top), "releases");
  const current = join(resolve(top), "current");
  const names = existsSync(folder) ? readdirSync(folder).filter(isRelease).sort(inOrder) : [];
  const link =
    lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(current) : undefined;
  const serving = link?.split(/[\\/]/).at(-1);
  return { folder, current, names, serving: serving !== undefined && names.includes(serving) ? serving : undefined };
}

/** Turns the link to a release in one step, so that a reader gets the old one or the new one (rename(2)). */
function turn({ current }: Releases, name: string): void {
  const beside = `${current}.next-${process.pid}`;
  rmSync(beside, { force: true });
  symlinkSync(join("releases", name), beside, "dir");
  renameSync(beside, current);
}

/**
 * Begins a release: a folder of its own under `releases/`, to which `current` is turned when it is whole. Killed at any
 * moment, the one before goes on being served; what an interrupted build left is swept away by the next.
 */
export function beginRelease(top: string, terminal: Terminal): NextBuild {
  const { folder } = attempt(top, terminal, () => readReleases(top));
  attempt(folder, terminal, () => {
    mkdirSync(folder, { recursive: true });
    sweep(folder, ["next-"]);
    sweep(resolve(top), ["current.next-"]);
  });
  const build = openBuild(join(folder, `next-${process.pid}`), terminal);
  return {
    ...build,
    swap() {
      return attempt(folder, terminal, () => {
        const releases = readReleases(top);
        if (releases.serving !== undefined) preserveTimes(build.folder, join(folder, releases.serving));
        const name = String(Number(releases.names.at(-1) ?? "0") + 1).padStart(3, "0");
        renameSync(build.folder, join(folder, name));
        turn(releases, name);
        const retained = new Set([...releases.names, name].slice(-releasesRetained));
        if (releases.serving !== undefined) retained.add(releases.serving);
        for (const old of releases.names.filter((each) => !retained.has(each)))
          if (!removeSpent(join(folder, old))) noteLeft(join(folder, old), terminal);
        return join(folder, name);
      });
    },
  };
}

/**
 * Turns `current` back to the release before the one being served and returns its name; undefined where there is none.
 * Throws a SystemError where the system refuses.
 */
export function rollBack(top: string, terminal: Terminal): string | undefined {
  const releases = attempt(top, terminal, () => readReleases(top));
  const { names, serving } = releases;
  const previous = serving === undefined ? names.at(-1) : names[names.indexOf(serving) - 1];
  if (previous === undefined) return undefined;
  attempt(releases.current, terminal, () => turn(releases, previous));
  return previous;
}
