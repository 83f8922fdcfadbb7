import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entryEnd } from "../emit/calendar-body.ts";
import type { EntryMemory, SerialisedEntry } from "../emit/calendar-entry.ts";
import { programPrint } from "./program-print.ts";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** A record: a line of the name, two lengths in characters and two in octets; the entry; what its reminder adds. */
function record(name: string, { plain, withAlarm }: SerialisedEntry): string {
  const reminder = withAlarm.text.slice(plain.text.length - entryEnd.length, -entryEnd.length);
  return `${name} ${plain.text.length} ${reminder.length} ${plain.octets} ${withAlarm.octets}\n${plain.text}${reminder}`;
}

function readRecords(text: string): Map<string, SerialisedEntry> {
  const known = new Map<string, SerialisedEntry>();
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf("\n", at);
    const [name = "", ...numbers] = text.slice(at, lineEnd).split(" ");
    const [length = 0, reminderLength = 0, octets = 0, alarmOctets = 0] = numbers.map(Number);
    const end = lineEnd + 1 + length;
    const plain = text.slice(lineEnd + 1, end);
    at = end + reminderLength;
    known.set(name, { plain: { text: plain, octets }, withAlarm: { text: `${plain.slice(0, -entryEnd.length)}${text.slice(end, at)}${entryEnd}`, octets: alarmOctets } });
  }
  return known;
}

/** The first line of the file: what wrote it, and the hash of all that follows, so that nothing torn or changed is recalled. */
const headOf = (records: string): string => `${programPrint()} ${hashOf(records)}\n`;

function readFile(path: string): Map<string, SerialisedEntry> {
  try {
    const text = readFileSync(path, "utf8");
    const records = text.slice(text.indexOf("\n") + 1);
    return text.startsWith(headOf(records)) ? readRecords(records) : new Map();
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
    nameOf: hashOf,
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
        const records = [...used].map(([name, serialised]) => record(name, serialised)).join("");
        writeFileSync(next, headOf(records) + records);
        renameSync(next, path);
      } catch {
        // A folder that cannot be written costs time, nothing else.
      }
    },
  };
}
