import { createHash, type Hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { EntryMemory } from "../../ical/vevent.ts";
import { octetsIn, stretchOf, type SerialisedEntry } from "../../ical/entry-bytes.ts";
import { programPrint } from "./program-print.ts";
import { gathered, writePieces, type Piece } from "./stream-file.ts";

const newHash = (): Hash => createHash("sha256");
const printed = (hash: Hash): string => hash.digest("base64url");
const lineFeed = 10;

/** What stands before the records: the program that wrote them. */
const firstLine = (): string => `${programPrint()}\n`;

/** What stands behind them: the hash of everything before, so that nothing torn or changed is recalled. */
const lastLine = (hash: Hash): string => `\n${printed(hash)}\n`;

/** The records: a line of the name and the octets of an entry and of what its reminder adds, and the entry itself. */
function* recordsOf(entries: ReadonlyMap<string, SerialisedEntry>): Generator<Piece> {
  yield firstLine();
  for (const [name, entry] of entries) {
    yield `${name} ${entry.body} ${entry.reminder}\n`;
    yield stretchOf(entry);
  }
}

/** The pieces of a file, closed by their hash. */
function* closed(pieces: Iterable<Piece>): Generator<Uint8Array> {
  const hash = newHash();
  for (const piece of gathered(pieces)) {
    hash.update(piece);
    yield piece;
  }
  yield Buffer.from(lastLine(hash));
}

function readRecords(block: Buffer, from: number, to: number): Map<string, SerialisedEntry> {
  const known = new Map<string, SerialisedEntry>();
  for (let at = from; at < to;) {
    const lineEnd = block.indexOf(lineFeed, at);
    const [name = "", body, reminder] = block.toString("latin1", at, lineEnd).split(" ");
    const entry = { block, start: lineEnd + 1, body: Number(body), reminder: Number(reminder) };
    known.set(name, entry);
    at = entry.start + octetsIn(entry, true);
  }
  return known;
}

function readFile(path: string): Map<string, SerialisedEntry> {
  try {
    const block = readFileSync(path);
    const first = firstLine();
    const end = block.length - lastLine(newHash()).length;
    const isWhole = block.toString("latin1", end) === lastLine(newHash().update(block.subarray(0, end)));
    return isWhole && block.toString("latin1", 0, first.length) === first
      ? readRecords(block, first.length, end)
      : new Map<string, SerialisedEntry>();
  } catch {
    // Nothing remembered: the entries are serialised.
    return new Map();
  }
}

/**
 * What feed entries were serialised as, kept between builds by the hash of everything they say. It only saves time: any
 * trouble with it is as if it were empty, and it can be deleted at any moment.
 */
export function openEntryMemory(folder: string): EntryMemory & { save(): void } {
  const path = join(folder, "feed-entries.txt");
  const known = readFile(path);
  const used = new Map<string, SerialisedEntry>();
  let changed = false;
  return {
    nameOf: (text) => printed(newHash().update(text)),
    recall(name) {
      const serialised = known.get(name);
      if (serialised !== undefined) used.set(name, serialised);
      return serialised;
    },
    remember(name, serialised) {
      used.set(name, serialised);
      changed = true;
    },
    save() {
      if (!changed && used.size === known.size) return;
      try {
        mkdirSync(folder, { recursive: true });
        const next = `${path}.${process.pid}`;
        writePieces(next, closed(recordsOf(used)));
        renameSync(next, path);
      } catch {
        // A folder that cannot be written costs time, nothing else.
      }
    },
  };
}
