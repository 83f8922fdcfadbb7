/**
 * JSON put together from texts: a large plan has few windows that differ, and what was printed once is taken as it is.
 * The texts are those of `JSON.stringify`.
 */

/** A member of an object; nothing for a value that is left out. */
export const member = (key: string, value: unknown): string =>
  value === undefined ? "" : `,"${key}":${JSON.stringify(value)}`;

/** A member whose value is text already. */
export const written = (key: string, text: string | undefined): string =>
  text === undefined ? "" : `,"${key}":${text}`;

/** An object of members. */
export const object = (...members: readonly string[]): string => `{${members.join("").slice(1)}}`;

/** A list of texts. */
export const list = (texts: readonly string[]): string => `[${texts.join(",")}]`;

/** Characters of a file that are handed on at a time. */
const pieceLength = 1 << 16;

/**
 * A file as pieces of text: a key a line, and of its last key, a list, a record a line, because the files are compared by
 * line. Indenting all of it would cost half of the time that a large plan takes.
 */
export function* printed(
  head: Readonly<Record<string, unknown>>,
  name: string,
  records: Iterable<string>,
): Generator<string> {
  let piece = "{\n";
  for (const [key, value] of Object.entries(head))
    piece += ` "${key}": ${Array.isArray(value) && value.length > 0 ? lines(value) : JSON.stringify(value)},\n`;
  piece += ` "${name}": [`;
  let first = true;
  for (const record of records) {
    piece += `${first ? "\n" : ",\n"}  ${record}`;
    first = false;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}${first ? "]" : "\n ]"}\n}\n`;
}

const lines = (records: readonly unknown[]): string =>
  `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(",\n")}\n ]`;
