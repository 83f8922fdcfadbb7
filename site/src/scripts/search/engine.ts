import type { HitDate, HitKind, HitMeta } from "./data.ts";

/** A result, ready to be drawn. */
export interface Hit {
  /** Below the series. */
  readonly path: string;
  readonly kind: HitKind;
  readonly title: string;
  readonly place: string;
  readonly id: string;
  readonly state: string;
  readonly dates: readonly HitDate[];
  /** A stretch of the text, the found words marked. */
  readonly excerpt: readonly { readonly text: string; readonly found: boolean }[];
}

/** What was found: each result is fetched by calling it. */
export interface Found {
  readonly hits: readonly (() => Promise<Hit>)[];
  /** Words of the query that stand nowhere, in any form. */
  readonly unknown: readonly string[];
}

export interface Engine {
  find(query: string): Promise<Found>;
}

interface Fragment {
  readonly raw_url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly meta: HitMeta;
}

interface Result {
  readonly score: number;
  /** Places of the found words in the text. */
  readonly words: readonly number[];
  data(): Promise<Fragment>;
}

/** Pagefind's module, as far as it is used here. */
interface Pagefind {
  options(options: {
    readonly noWorker: boolean;
    readonly excerptLength: number;
    readonly ranking: { readonly metaWeights: Readonly<Record<keyof HitMeta, number>> };
  }): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly Result[] }>;
}

/** Only titles are looked in beside the text: what else is kept of a record is for showing it. */
const metaWeights = { title: 2, kind: 0, place: 0, id: 0, state: 0, dates: 0 };

/** The number of an item ends its record, so that it is found; a result shows it at its head. */
function withoutNumber(excerpt: string, id: string): string {
  const end = [`<mark>${id}</mark>`, id].find((each) => id !== "" && excerpt.endsWith(each));
  return end === undefined ? excerpt : excerpt.slice(0, -end.length);
}

/** Pagefind gives markup; what is shown is made of texts, so nothing of the plan's becomes markup. */
function piecesOf(excerpt: string, id: string): Hit["excerpt"] {
  const text = (piece: string): string => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const trimmed = withoutNumber(excerpt.trim(), id).replace(/^[\s·]+|[\s·]+$/g, "");
  return trimmed.split(/(<mark>.*?<\/mark>)/s).flatMap((piece) => {
    const [, found, after] = /^<mark>(.*?)([^\p{L}\p{N}]*)<\/mark>$/su.exec(piece) ?? [];
    return found === undefined
      ? [{ text: text(piece), found: false }]
      : [
          { text: text(found), found: true },
          { text: text(after ?? ""), found: false },
        ];
  });
}

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Two forms of one word share at least the first half of the one that was asked for. */
function alike(asked: string, found: string): boolean {
  let same = 0;
  while (same < asked.length && asked[same] === found[same]) same += 1;
  return same * 2 >= asked.length;
}

/** For a word that it does not know Pagefind takes the longest beginning that it does know, down to one letter. */
async function isKnown(asked: string, results: readonly Result[]): Promise<boolean> {
  const [first] = results;
  if (first === undefined) return false;
  const words = (await first.data()).content.split(/[\r\n\s]+/g);
  return first.words.some((place) => alike(asked, bare(words[place] ?? "")));
}

async function load(address: string): Promise<Engine> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  // A worker would need rights of its own in the security policy; the index of a plan is small.
  await pagefind.options({ noWorker: true, excerptLength: 24, ranking: { metaWeights } });
  const search = async (query: string): Promise<readonly Result[]> =>
    (await pagefind.search(query)).results.filter(({ score }) => score > 0);
  return {
    async find(query) {
      const asked = query.split(/\s+/).filter((word) => bare(word) !== "");
      const known = await Promise.all(asked.map(async (word) => await isKnown(bare(word), await search(bare(word)))));
      const unknown = asked.filter((_, index) => known[index] !== true);
      if (unknown.length > 0) return { hits: [], unknown };
      return {
        unknown,
        hits: (await search(query)).map(({ data }) => async () => {
          const {
            raw_url: path,
            excerpt,
            meta: { kind, title, place, id = "", state = "", dates = "[]" },
          } = await data();
          return {
            path,
            kind,
            title,
            place,
            id,
            state,
            dates: JSON.parse(dates) as readonly HitDate[],
            excerpt: piecesOf(excerpt, id),
          };
        }),
      };
    },
  };
}

let engine: Promise<Engine> | undefined;

/** The engine, loaded once. `address` is that of Pagefind's module. */
export function openEngine(address: string): Promise<Engine> {
  return (engine ??= load(address));
}
