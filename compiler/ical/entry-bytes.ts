/**
 * Serialised entries as bytes. A large plan has hundreds of thousands of them, each in a dozen feeds: what one says is held
 * once, in UTF-8, and a feed is a walk over them.
 */
import { entryEnd } from "./vevent-body.ts";

/** An entry as it stands in a file, folded: a stretch of a block that holds others too. Its lines, its reminder, its last line. */
export interface SerialisedEntry {
  readonly block: Uint8Array;
  readonly start: number;
  /** Octets of its lines without the reminder and without the last line. */
  readonly body: number;
  /** Octets of its reminder; 0 where it has none. */
  readonly reminder: number;
}

const encoder = new TextEncoder();
const lastLine = encoder.encode(entryEnd);

/** Octets of an entry in a file with or without reminders. */
export const octetsIn = ({ body, reminder }: SerialisedEntry, alarms: boolean): number =>
  body + (alarms ? reminder : 0) + lastLine.length;

/** All of an entry, its reminder included. */
export const stretchOf = (entry: SerialisedEntry): Uint8Array =>
  entry.block.subarray(entry.start, entry.start + octetsIn(entry, true));

/** Entries as they stand in a file with or without reminders. */
export function* piecesOf(entries: Iterable<SerialisedEntry>, alarms: boolean): Generator<Uint8Array> {
  for (const entry of entries) {
    if (alarms || entry.reminder === 0) yield stretchOf(entry);
    else {
      yield entry.block.subarray(entry.start, entry.start + entry.body);
      yield lastLine;
    }
  }
}

/** Texts of entries as the entries of one block. */
export function intoBlock(texts: readonly { readonly body: string; readonly reminder: string }[]): SerialisedEntry[] {
  const most = texts.reduce(
    (sum, { body, reminder }) => sum + 3 * (body.length + reminder.length) + lastLine.length,
    0,
  );
  const wide = new Uint8Array(most);
  let end = 0;
  const put = (text: string): number => {
    const { written } = encoder.encodeInto(text, wide.subarray(end));
    end += written;
    return written;
  };
  const stretches = texts.map(({ body, reminder }) => {
    const stretch = { start: end, body: put(body), reminder: put(reminder) };
    put(entryEnd);
    return stretch;
  });
  const block = wide.slice(0, end);
  return stretches.map((stretch) => ({ block, ...stretch }));
}

/** Pieces of a file as one. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const all = [...pieces];
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of all) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Pieces of a file as text. */
export const textIn = (pieces: Iterable<Uint8Array>): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(joined(pieces));
