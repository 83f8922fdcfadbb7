/** Entries of calendar files as their own texts: what is put together from several files is the bytes that they hold. */
import { unfold } from "./fold.ts";

/** An entry of a file. */
export interface EntryText {
  readonly uid: string;
  /** All its lines as they stand there. */
  readonly text: string;
  /** DTSTART and DTEND as they are written: `20240427`, or an instant `20240427T040000Z`; an end is exclusive. */
  readonly start: string;
  readonly end: string | undefined;
  readonly summary: string;
  readonly url: string;
  readonly cancelled: boolean;
  readonly sequence: number;
}

const entry = /^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm;

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (character.toLowerCase() === "n" ? "\n" : character));

function entryOf(text: string): EntryText {
  const values = new Map<string, string>();
  for (const line of unfold(text)) {
    const [, name = "", value = ""] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
    // The lines of a reminder come after those of its entry.
    if (!values.has(name)) values.set(name, value);
  }
  const value = (name: string): string => values.get(name) ?? "";
  return {
    uid: value("UID"),
    text,
    start: value("DTSTART"),
    end: values.get("DTEND"),
    summary: unescaped(value("SUMMARY")),
    url: value("URL"),
    cancelled: value("STATUS") === "CANCELLED",
    sequence: Number(value("SEQUENCE")),
  };
}

/** The entries of a file that this program wrote, in its order. */
export const entriesIn = (file: string): EntryText[] => [...file.matchAll(entry)].map(([text]) => entryOf(text));

/** Of one entry as two files have it the newer, else the one that says more: what is too large for a file is shortened there. */
const better = (a: EntryText, b: EntryText): EntryText =>
  (b.sequence - a.sequence || b.text.length - a.text.length) > 0 ? b : a;

/** Entries of several files without repetition, in the order of feeds: by day, then uid. */
export function withoutRepetition(lists: readonly (readonly EntryText[])[]): EntryText[] {
  const byUid = new Map<string, EntryText>();
  for (const each of lists.flat()) byUid.set(each.uid, better(byUid.get(each.uid) ?? each, each));
  const day = ({ start }: EntryText): string => start.slice(0, 8);
  return [...byUid.values()].sort((a, b) => (day(a) === day(b) ? (a.uid < b.uid ? -1 : 1) : day(a) < day(b) ? -1 : 1));
}
