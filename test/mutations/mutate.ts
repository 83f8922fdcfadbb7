import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from "yaml";
import type { SourceFile } from "../../compiler/source/span.ts";
import { alternativesTo } from "./alternatives.ts";

/** One slip of a hand: a stretch of one file replaced. */
export interface Mutation {
  readonly file: string;
  /** Where in the data: `items/3/deadline/until`. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly text: string;
}

interface Site {
  readonly file: string;
  readonly path: readonly string[];
  readonly node: Node;
  readonly value: string;
}

/** Keys that hold prose or addresses: no date and nobody's duty follows from them. */
const prose = new Set(
  "note because url title name meaning source decree-date weekend-source reason preamble place signature post publisher headline authority kind scope plan-title clauses short slips mark number document".split(
    " ",
  ),
);

/** Pairs of keys that are typed one for the other. */
const otherKeys: Readonly<Record<string, readonly string[]>> = {
  on: ["until"],
  until: ["on", "from"],
  from: ["until", "on"],
  to: ["until"],
  after: ["before"],
  before: ["after", "on-day-of"],
  "on-day-of": ["before"],
  within: ["no-later-than"],
  "no-later-than": ["within"],
  "working-days": ["calendar-days"],
  "calendar-days": ["working-days", "months"],
  months: ["calendar-days"],
  any: ["each"],
  each: ["any"],
  responsible: [],
};

const rangeOf = (node: Node): readonly [number, number] => [node.range![0], node.range![1]];

/** Keys of rows whose whole entry a hurried hand drops. */
const mayBeLost = (key: string): boolean => !["id", "activity", "text", "title", "items", "section"].includes(key);

/** The entry of a map without its neighbours' separators, as it can be cut out of flow or block style; undefined where it is the only one. */
function cutOf(text: string, pairs: readonly Pair[], at: number): readonly [number, number] | undefined {
  const [key, value] = [pairs[at]!.key as Node, pairs[at]!.value as Node | null];
  const end = (value ?? key).range![1];
  const start = key.range![0];
  if (pairs.length === 1) return undefined;
  const comma = /^\s*,\s*/.exec(text.slice(end));
  if (comma !== null) return [start, end + comma[0].length];
  const before = /,\s*$/.exec(text.slice(0, start));
  if (before !== null) return [start - before[0].length, end];
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const lineEnd = text.indexOf("\n", end);
  return text.slice(lineStart, start).trim() === "" ? [lineStart, lineEnd + 1] : undefined;
}

/** How a scalar is written in the place of another: quoted as that was. */
function spelled(was: string, text: string): string {
  const quote = /^["']/.exec(was)?.[0];
  if (quote !== undefined) return `${quote}${text}${quote}`;
  return /^[>|]/.test(was) || /[,:#"'[\]{}]/.test(text) || (/^\d+(\.\d+)*$/.test(text) && !/^\d+$/.test(was))
    ? JSON.stringify(text)
    : text;
}

/** Every scalar and every entry of the files; the keys above it make the class of a scalar. */
function sitesOf({ path: file, text }: SourceFile, mutations: Mutation[]): Site[] {
  const sites: Site[] = [];
  const walk = (node: Node | null, path: readonly string[]): void => {
    if (isMap(node)) {
      node.items.forEach((pair, at) => {
        const key = String((pair.key as { value?: unknown }).value);
        const here = [...path, key];
        const [start, end] = rangeOf(pair.key as Node);
        for (const other of otherKeys[key] ?? [])
          mutations.push({ file, path: `${here.join("/")} (key)`, start, end, was: key, text: other });
        const cut = mayBeLost(key) ? cutOf(text, node.items, at) : undefined;
        if (cut !== undefined)
          mutations.push({
            file,
            path: `${here.join("/")} (lost)`,
            start: cut[0],
            end: cut[1],
            was: text.slice(...cut),
            text: "",
          });
        if (!prose.has(key)) walk(pair.value as Node | null, here);
      });
    } else if (isSeq(node)) {
      node.items.forEach((item, at) => walk(item as Node, [...path, String(at)]));
      node.items.forEach((item, at) => {
        const [start, end] = rangeOf(item as Node);
        const next = node.items[at + 1] as Node | undefined;
        if (node.flow === true && node.items.length > 1) {
          const from = next === undefined ? rangeOf(node.items[at - 1] as Node)[1] : start;
          const to = next === undefined ? end : rangeOf(next)[0];
          mutations.push({
            file,
            path: `${[...path, at].join("/")} (lost)`,
            start: from,
            end: to,
            was: text.slice(from, to),
            text: "",
          });
        }
      });
    } else if (isScalar(node)) sites.push({ file, path, node, value: String(node.value) });
  };
  walk(parseDocument(text).contents, []);
  return sites;
}

/** The class of a scalar: the key that it stands at, without places in lists. */
const classOf = ({ path }: Site): string => path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? "";

/**
 * Every single slip of a hand in the data of a plan: each day, month, count, unit, reference, addressee and word of a deadline replaced
 * by its neighbours, each key by the key that is typed for it, each entry left out. In the order of the files.
 */
export function mutationsOf(sources: readonly SourceFile[]): Mutation[] {
  const mutations: Mutation[] = [];
  const sites = sources.flatMap((source) => sitesOf(source, mutations));
  const peers = new Map([...Map.groupBy(sites, classOf)].map(([name, own]) => [name, own.map(({ value }) => value)]));
  const labels = [...new Set(sites.filter((site) => classOf(site) === "label").map(({ value }) => value))];
  for (const site of sites) {
    const whole = sources.find(({ path }) => path === site.file)!.text;
    const [start, end] = rangeOf(site.node);
    const was = whole.slice(start, end);
    for (const text of alternativesTo(site.value, [...new Set(peers.get(classOf(site)))].slice(0, 40), labels)) {
      const blank = /^[>|]/.test(was) ? "\n" : "";
      mutations.push({
        file: site.file,
        path: site.path.join("/"),
        start,
        end,
        was,
        text: `${spelled(was, text)}${blank}`,
      });
    }
  }
  return mutations;
}

/** The files with a slip made. */
export const mutated = (sources: readonly SourceFile[], { file, start, end, text }: Mutation): SourceFile[] =>
  sources.map((source) =>
    source.path === file ? { ...source, text: source.text.slice(0, start) + text + source.text.slice(end) } : source,
  );
