import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type Terminal } from "../terminal/terminal.ts";
import { haveSameBytes, writePieces, type Piece } from "./stream-file.ts";
import { filled } from "../messages/messages.ts";
import { removeSpent, tidy } from "../files/stale-temp-files.ts";
import { attempt } from "../terminal/system-errors.ts";

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Gives files that have not changed the time of the last build, so that a web server goes on answering 304 for it. */
export function preserveTimes(next: string, current: string): void {
  for (const name of filesIn(next)) {
    const [fresh, old] = [join(next, name), join(current, name)];
    const [now, was] = [statSync(fresh), statSync(old, { throwIfNoEntry: false })];
    if (was === undefined || was.size !== now.size || !haveSameBytes(old, fresh)) continue;
    // Whole seconds, as HTTP counts them: nothing is rounded up from one build to the next.
    const seconds = Math.floor(was.mtimeMs / 1000);
    utimesSync(fresh, seconds, seconds);
  }
}

/** A file to publish. */
export interface PublishedFile {
  /** Under the site's root, "/" on every system. */
  readonly path: string;
  /** Its content, made while it is written: it may be long. */
  readonly pieces: () => Iterable<Piece>;
}

/** A build in the making: a folder beside the target that takes its place only when it is whole. */
export interface NextBuild {
  readonly folder: string;
  write(files: readonly PublishedFile[]): void;
  /** Puts the build in place of the last one; gives the folder where it is now. */
  swap(): string;
  /** Takes back everything; the last build was never touched. */
  discard(): void;
}

const messagesByLanguage = {
  ru: { left: "прежняя сборка осталась в {path}: удалить её система не дала, уберите её сами" },
  en: { left: "the last build is left in {path}: the system did not let it be removed, remove it yourself" },
};

/** Tells of a former build that could not be removed. */
export const noteLeft = (path: string, terminal: Terminal): void =>
  terminal.note(filled(messagesByLanguage[terminal.language].left, { path }));

/** Begins a build in a folder of its own. */
export function openBuild(folder: string, terminal: Terminal): Omit<NextBuild, "swap"> {
  const orNothing = <T>(path: string, action: () => T): T => {
    try {
      return attempt(path, terminal, action);
    } catch (error) {
      // The folder may not be removable either: the first refusal is the one to report.
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch {}
      throw error;
    }
  };
  orNothing(folder, () => {
    // What is not there is not removed: for a name that is too long rmSync has an error without a code.
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  });
  return {
    folder,
    write(files) {
      for (const { path, pieces } of files) {
        const place = resolve(folder, path);
        if (!place.startsWith(folder + sep)) throw new Error(`an emitted path leaves the build: ${path}`);
        orNothing(path, () => {
          mkdirSync(dirname(place), { recursive: true });
          writePieces(place, pieces());
        });
      }
    },
    discard() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Begins a build beside `out`. */
export function beginBuild(out: string, terminal: Terminal): NextBuild {
  const target = resolve(out);
  attempt(target, terminal, () => tidy(target));
  const build = openBuild(`${target}.next-${process.pid}`, terminal);
  return {
    ...build,
    swap() {
      try {
        return attempt(target, terminal, () => {
          const previous = `${target}.previous-${process.pid}`;
          if (existsSync(target)) {
            preserveTimes(build.folder, target);
            renameSync(target, previous);
          }
          renameSync(build.folder, target);
          // The new build is in its place: one that cannot be removed is told, and is no failure.
          if (!removeSpent(previous)) noteLeft(previous, terminal);
          return target;
        });
      } catch (error) {
        build.discard();
        throw error;
      }
    },
  };
}

/** How many files of a kind a folder holds. */
export function countFiles(folder: string, ending: string): number {
  return filesIn(folder).filter((name) => name.endsWith(ending)).length;
}
