import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entryEnd as end } from "../emit/calendar-body.ts";
import { serialisedForm, type EntryMemory, type SerialisedEntry } from "../emit/calendar-entry.ts";

/** A record: a line of the name and two lengths in characters, the entry, what its reminder adds. */
const record = (name: string, { plain, withAlarm }: SerialisedEntry): string => {
  const reminder = withAlarm.slice(plain.length - end.length, -end.length);
  return `${name} ${plain.length} ${reminder.length}\n${plain}${reminder}`;
};

function readRecords(path: string): Map<string, SerialisedEntry> {
  const known = new Map<string, SerialisedEntry>();
  const text = readFileSync(path, "utf8");
  let at = text.indexOf("\n") + 1;
  if (text.slice(0, at - 1) !== serialisedForm) return known;
  while (at < text.length) {
    const lineEnd = text.indexOf("\n", at);
    const [name = "", plainLength = "", reminderLength = ""] = text.slice(at, lineEnd).split(" ");
    const plainEnd = lineEnd + 1 + Number(plainLength);
    const reminderEnd = plainEnd + Number(reminderLength);
    const plain = text.slice(lineEnd + 1, plainEnd);
    if (!(reminderEnd <= text.length) || !plain.endsWith(end)) return known;
    const uid = plain.slice(plain.indexOf("UID:") + 4, plain.indexOf("\r\n", plain.indexOf("UID:")));
    known.set(name, { uid, plain, withAlarm: `${plain.slice(0, -end.length)}${text.slice(plainEnd, reminderEnd)}${end}` });
    at = reminderEnd;
  }
  return known;
}

/**
 * What feed entries were serialised as, kept between builds by the hash of everything they say. It only saves time: any
 * trouble with it is as if it were empty, and it can be deleted at any moment.
 */
export function openEntryMemory(folder: string): EntryMemory & { save(): void } {
  const path = join(folder, "feed-entries.txt");
  let known = new Map<string, SerialisedEntry>();
  const used = new Map<string, SerialisedEntry>();
  let changed = false;
  try {
    known = readRecords(path);
  } catch {
    // Nothing remembered: the entries are serialised.
  }
  const nameOf = (entry: string): string => createHash("sha256").update(entry).digest("base64");
  return {
    recall(entry) {
      const name = nameOf(entry);
      const serialised = known.get(name);
      if (serialised !== undefined) used.set(name, serialised);
      return serialised;
    },
    remember(entry, serialised) {
      used.set(nameOf(entry), serialised);
      changed = true;
    },
    save() {
      if (!changed && used.size === known.size) return;
      try {
        mkdirSync(folder, { recursive: true });
        const next = `${path}.${process.pid}`;
        writeFileSync(next, `${serialisedForm}\n${[...used].map(([name, serialised]) => record(name, serialised)).join("")}`);
        renameSync(next, path);
      } catch {
        // A folder that cannot be written costs time, nothing else.
      }
    },
  };
}
