/** Answers of a forge, which may hold anything. */

/** Whether a forge did what it was asked. */
export const isDone = ({ status }: { readonly status: number }): boolean => status >= 200 && status < 300;

/** A record; an empty one where it is none. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** A name that the forge gives to a version of a file: a hash. */
export const versionIn = (value: unknown): string | undefined =>
  typeof value === "string" && /^[0-9a-f]{7,64}$/.test(value) ? value : undefined;

/** A text in base64; undefined where it is none, or is not UTF-8. */
export function textIn(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  try {
    const bytes = Uint8Array.from(atob(value.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes in base64. */
export const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** The longest part of a forge's own words that is shown. */
const longestWords = 200;

/** Words of a forge as one short line, without invisible characters; empty where they are no text. */
export function lineIn(words: unknown, longest = longestWords): string {
  const line = typeof words === "string" ? words.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim() : "";
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** What a forge says of a refusal, as one line; the status alone where it says nothing. */
export function wordsIn(status: number, body: unknown): string {
  const { message, error_description: description, error } = asRecord(body);
  const said = [message, description, error].flat().find((each) => typeof each === "string" && each.trim() !== "");
  return `${status} ${lineIn(said)}`.trim();
}
