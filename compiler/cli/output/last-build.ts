import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { programPrint } from "./program-print.ts";
import { readPieces, type Piece } from "./stream-file.ts";

/** A feed as it was published: a name of all that stands in it, and its size. */
export interface FeedSize {
  readonly print: string | undefined;
  readonly octets: number;
  readonly entries: number;
}

/** A file as a build left it. */
export interface Kept {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** Whether a file is still, at some place, as a build left it. */
export function isIntact({ size, modified }: Kept, at: string): boolean {
  const stat = statSync(at, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === size && stat.mtimeMs === modified;
}

/** The bytes of a file that is still as a build left it, before and after it is read; another build in between is told as such. */
function* piecesOf(kept: Kept): Generator<Uint8Array> {
  yield* readPieces(kept.path);
  if (!isIntact(kept, kept.path)) throw Object.assign(new Error(`${kept.path} changed`), { code: "EBUSY" });
}

/** A file to publish, and where the last build has the same one. */
export interface PublishedFile {
  /** Under the site's root, "/" on every system. */
  readonly path: string;
  /** Its content, made while it is written: it may be long. */
  readonly pieces: () => Iterable<Piece>;
  /** The same file of the last build, untouched since; undefined where it has to be written. */
  readonly kept?: Kept | undefined;
  readonly feed?: FeedSize | undefined;
}

interface Written {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  readonly feed?: FeedSize | undefined;
}

interface Stored {
  readonly program: string;
  readonly target: string;
  readonly madeFrom: string;
  readonly place: string;
  readonly files: readonly Written[];
}

/** What the last build of a target wrote besides the pages. */
export interface LastBuild {
  /** All its files, where it was made from the same and all are as it left them. */
  whole(madeFrom: string): readonly PublishedFile[] | undefined;
  /** Where a feed with the same content is, as the build left it. */
  kept(path: string, print: string | undefined): Kept | undefined;
  /** Notes a build that is in place. */
  remember(madeFrom: string, place: string, files: readonly PublishedFile[]): void;
}

/** Nothing was built before, and nothing is noted. */
export const noLastBuild: LastBuild = { whole: () => undefined, kept: () => undefined, remember: () => {} };

/** Names everything that files are made from: the texts of a plan and its ledgers, and what else a build is told. */
export const printOf = (texts: ReadonlyMap<string, string>, told: readonly unknown[]): string =>
  createHash("sha256")
    .update(JSON.stringify([told, [...texts].sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest("base64url");

function read(path: string, target: string): Stored | undefined {
  try {
    const { check, ...stored } = JSON.parse(readFileSync(path, "utf8")) as Stored & { check: string };
    return check === checkOf(stored) && stored.program === programPrint() && stored.target === target
      ? stored
      : undefined;
  } catch {
    // Nothing remembered: every file is written.
    return undefined;
  }
}

const checkOf = (stored: Stored): string => createHash("sha256").update(JSON.stringify(stored)).digest("base64url");

/**
 * Opens the note of the last build, kept beside the other things that only save time; it can be deleted at any moment. A
 * file counts as untouched while its size and its time are as the build left them.
 */
export function openLastBuild(folder: string, out: string): LastBuild {
  const path = join(folder, "last-build.json");
  const target = resolve(out);
  const stored = read(path, target);
  const intact = ({ path: name, size, modified }: Written): Kept | undefined => {
    const kept = { path: join(stored!.place, name), size, modified };
    return isIntact(kept, kept.path) ? kept : undefined;
  };
  const feeds = new Map(
    (stored?.files ?? []).flatMap((file) =>
      file.feed?.print === undefined ? [] : [[`${file.path} ${file.feed.print}`, file] as const],
    ),
  );
  return {
    whole(madeFrom) {
      if (stored?.madeFrom !== madeFrom) return undefined;
      const files = stored.files.map((file): PublishedFile => {
        const kept = intact(file);
        return { path: file.path, feed: file.feed, kept, pieces: () => piecesOf(kept!) };
      });
      return files.every(({ kept }) => kept !== undefined) ? files : undefined;
    },
    kept(name, print) {
      const file = feeds.get(`${name} ${print}`);
      return file === undefined ? undefined : intact(file);
    },
    remember(madeFrom, place, files) {
      try {
        const written = files.map(({ path: name, feed }): Written => {
          const { size, mtimeMs } = statSync(join(place, name));
          return { path: name, size, modified: mtimeMs, feed };
        });
        const next: Stored = { program: programPrint(), target, madeFrom, place, files: written };
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${path}.${process.pid}`, JSON.stringify({ ...next, check: checkOf(next) }));
        renameSync(`${path}.${process.pid}`, path);
      } catch {
        // A folder that cannot be written costs time, nothing else.
      }
    },
  };
}
