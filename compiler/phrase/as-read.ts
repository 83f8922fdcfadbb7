import type { Deadline } from "../generated/types.ts";

type Reading = NonNullable<Deadline["reading"]>;

const quoted = /[«“"]([^«»“”"]+)[»”"]/gu;

/** Takes words out of a phrase, with the brackets around them and the spaces that are left over. */
function without(text: string, words: string): string {
  const at = text.indexOf(words);
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)];
  const bracketed = /\(\s*$/.test(before) && /^\s*\)/.test(after);
  return `${bracketed ? before.replace(/\(\s*$/, "") : before} ${bracketed ? after.replace(/^\s*\)/, "") : after}`
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Returns a deadline's words as its reading says that they are to be read: the words that it names are replaced by what they
 * mean, or left out where they mean nothing. Words are named by the key `words`, in a reading of one sentence by «quotes» or “quotes”.
 * Returns null where the reading names no words of the text: it excuses none.
 */
export function asRead(text: string, reading: Reading): string | null {
  if (typeof reading !== "string") {
    const { words = "", means } = reading;
    if (!text.includes(words)) return null;
    return means === undefined ? without(text, words) : text.replace(words, () => means);
  }
  const named = [...reading.matchAll(quoted)].map(([, words]) => words!).filter((words) => text.includes(words));
  return named.length === 0 ? null : named.reduce(without, text);
}
