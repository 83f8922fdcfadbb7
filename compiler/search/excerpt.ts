import type { Hit } from "./find.ts";
import type { SearchLanguage } from "./language.ts";
import { wordsOf } from "./words.ts";

/** A stretch of a text; the found words are marked. */
export interface ExcerptPiece {
  readonly text: string;
  readonly found: boolean;
}

/** How many words an excerpt has, and how many of them stand before the first that was found. */
const [longest, before] = [24, 6];

/** The stretch of a record's texts that has the most of what was found; nothing where the title says as much. */
export function excerptOf({ record, stems }: Hit, language: SearchLanguage): readonly ExcerptPiece[] {
  const foundIn = (text: string): number =>
    new Set(wordsOf(text, language).flatMap(({ stem }) => (stems.has(stem) ? [stem] : []))).size;
  const titled = foundIn(record.title);
  const best = record.text
    .map((text) => ({ text, count: foundIn(text) }))
    .reduce((a, b) => (b.count > a.count ? b : a), { text: "", count: titled });
  if (best.text === "") return [];
  const words = wordsOf(best.text, language);
  const first = words.findIndex(({ stem }) => stems.has(stem));
  const from = words.length <= longest ? 0 : Math.max(0, first - before);
  const part = words.slice(from, from + longest);
  const start = from === 0 ? 0 : part[0]!.at;
  const end = from + longest >= words.length ? best.text.length : part.at(-1)!.at + part.at(-1)!.text.length;
  const pieces: ExcerptPiece[] = [];
  let at = start;
  for (const { text, at: place, stem } of part) {
    if (!stems.has(stem)) continue;
    if (place > at) pieces.push({ text: best.text.slice(at, place), found: false });
    pieces.push({ text, found: true });
    at = place + text.length;
  }
  if (end > at) pieces.push({ text: best.text.slice(at, end), found: false });
  return [
    ...(start > 0 ? [{ text: "… ", found: false }] : []),
    ...pieces,
    ...(end < best.text.length ? [{ text: " …", found: false }] : []),
  ];
}
