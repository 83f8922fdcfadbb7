import { splitNames } from "./party-names.ts";

/** A text in the spelling that labels are compared in, letter for letter, so that offsets hold. */
const normal = (text: string): string =>
  [...text]
    .map((sign) => {
      const lower = sign.toLowerCase();
      if (lower.length !== sign.length) return sign;
      return lower === "ё" ? "е" : /["“”„«»]/.test(lower) ? '"' : /\s/.test(lower) ? " " : lower;
    })
    .join("");

/** Whether two labels are spelt the same. */
export const sameLabel = (a: string, b: string): boolean => normal(a).trim() === normal(b).trim();

const conjunction = /^(?:и|and)\s+/i;

/** A label of a cell: one that is known, or new words between separators. */
export interface FoundLabel {
  readonly label: string;
  readonly known: boolean;
}

/**
 * The parties of a cell, in its order, without repeats: «МОУО ОО (частные)», «РМЦ, МОЦ/ Исполнитель услуг». Known labels are
 * found also where nothing stands between them; a label with brackets behind it is a label of its own.
 */
export function labelsIn(cell: string, labels: readonly string[]): FoundLabel[] {
  const text = normal(cell);
  const known = labels
    .map((label) => ({ label, key: normal(label) }))
    .filter(({ key }) => key.trim() !== "")
    .sort((a, b) => b.key.length - a.key.length);
  /** By their spelling: the first of each stays. */
  const found = new Map<string, FoundLabel>();
  const add = (label: string, isKnown: boolean): void => {
    const spelling = normal(label).trim();
    if (label !== "" && !found.has(spelling)) found.set(spelling, { label, known: isKnown });
  };
  const at = (index: number): { label: string; key: string } | undefined =>
    known.find(
      ({ key }) =>
        text.startsWith(key, index) &&
        !/[\p{L}\p{N}]/u.test(text[index + key.length] ?? " ") &&
        !/[\p{L}\p{N}]/u.test(text[index - 1] ?? " "),
    );
  const isKnown = (name: string): boolean => known.some(({ key }) => key.trim() === normal(name).trim());
  const unknownRun = (from: number): { readonly text: string; readonly end: number } => {
    let end = from;
    for (let depth = 0; end < text.length; end++) {
      if (depth === 0 && end > from && at(end) !== undefined) break;
      depth += text[end] === "(" ? 1 : text[end] === ")" ? -1 : 0;
    }
    return { text: cell.slice(from, end), end };
  };
  for (let index = 0; index < text.length;) {
    const rest = text.slice(index);
    const gap = /^[\s,;/|]+/.exec(rest)?.[0] ?? conjunction.exec(rest)?.[0] ?? /^[–—•-]\s+/.exec(rest)?.[0];
    if (gap !== undefined) {
      index += gap.length;
      continue;
    }
    const match = at(index);
    const after = match === undefined ? index : index + match.key.length;
    const brackets = match === undefined ? undefined : /^\s?\([^()]*\)/.exec(text.slice(after))?.[0];
    if (match !== undefined && brackets === undefined) {
      add(match.label, true);
      index = after;
      continue;
    }
    if (match === undefined) {
      // New words up to the next name that is known.
      const { text: words, end } = unknownRun(index);
      for (const { name } of splitNames(words, (each) => isKnown(each))) add(name, false);
      index = Math.max(end, index + 1);
      continue;
    }
    const end = after + (brackets?.length ?? 0);
    add(cell.slice(index, end).replace(/\s+/g, " ").trim(), false);
    index = Math.max(end, index + 1);
  }
  return [...found.values()];
}
