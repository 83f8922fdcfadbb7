import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Node, type Pair } from "yaml";
import type { Path } from "../load/yaml/parsed-yaml.ts";

/** Where in a file's data a place of its text is. */
export interface Place {
  /** Of the value that is written there, or of the map whose key it is. */
  readonly path: Path;
  /** Whether the word there can be a key, a value, or both: a value alone on its line may become the first key of a map. */
  readonly canBe: { readonly key: boolean; readonly value: boolean };
  /** Keys that the map has already. */
  readonly keys: readonly string[];
  /** Where the word begins. */
  readonly from: number;
  /** The quotation mark that the word stands in; empty where there is none. */
  readonly quote: "" | '"' | "'";
}

/** Stands for the word that is being written, so that an unfinished text has something at its place. */
const marker = "zz-written-here-zz";

/** The characters of names, keys and days. */
const word = /[\p{L}\p{N}._-]/u;

/** A text with the marker in the place of the word around an offset; alone on its line it is written as a key. */
function marked(text: string, at: number): { readonly probe: string; readonly from: number } {
  let [from, to] = [at, at];
  while (from > 0 && word.test(text[from - 1]!)) from -= 1;
  while (to < text.length && word.test(text[to]!)) to += 1;
  const alone = /(?:^|\n)[ \t]*(?:- +)*$/.test(text.slice(0, from)) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(to));
  return { probe: `${text.slice(0, from)}${marker}${alone ? ":" : ""}${text.slice(to)}`, from };
}

type Ancestor = Node | Pair | { readonly contents: unknown };

/** The keys and indexes that lead through the ancestors of a node. */
const pathOf = (ancestors: readonly Ancestor[], node: unknown): Path =>
  ancestors.flatMap((each, index): (string | number)[] => {
    const inner = ancestors[index + 1] ?? node;
    if (isPair(each)) return [isScalar(each.key) ? String(each.key.value) : ""];
    return isSeq(each) ? [each.items.indexOf(inner)] : [];
  });

/** Keys of a map but for the one that is being written. */
const keysOf = (map: unknown): string[] =>
  isMap(map)
    ? map.items.flatMap(({ key }) => (isScalar(key) && !String(key.value).includes(marker) ? [String(key.value)] : []))
    : [];

/** Words of an order may hold several names: «МОУО, ОО». Within other texts nothing is completed. */
const isListed = (value: string): boolean => value === marker || /^[^:]*,\s*$/.test(value.split(marker)[0]!);

/** Where in the data of an unfinished file an offset is; undefined inside a comment or free words. */
export function placeAt(text: string, at: number): Place | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(lineStart, at);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const { probe, from } = marked(text, at);
  const quote = /["']$/.exec(text.slice(lineStart, from))?.[0] ?? "";
  let found: Place | undefined;
  visit(parseDocument(probe, { version: "1.2", schema: "core", uniqueKeys: false, strict: false }), {
    Scalar(role, node, ancestors) {
      if (typeof node.value !== "string" || !node.value.includes(marker)) return undefined;
      const steps = ancestors as readonly Ancestor[];
      const place = { from, quote: quote as Place["quote"] };
      if (role === "key") {
        const map = steps.at(-2);
        const keys = keysOf(map);
        const path = pathOf(steps.slice(0, -1), undefined);
        found = { ...place, path, canBe: { key: true, value: keys.length === 0 }, keys };
      } else if (isListed(node.value))
        found = { ...place, path: pathOf(steps, node), canBe: { key: false, value: true }, keys: [] };
      return visit.BREAK;
    },
  });
  return found;
}
