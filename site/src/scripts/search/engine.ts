import { excerptOf, type ExcerptPiece } from "../../../../compiler/search/excerpt.ts";
import { find } from "../../../../compiler/search/find.ts";
import { indexRecords, type SearchIndex } from "../../../../compiler/search/index-records.ts";
import type { SearchData, SearchRecord } from "../../../../compiler/search/records.ts";

/** A result, ready to be drawn. */
export interface Hit {
  readonly record: SearchRecord;
  /** A stretch of the text, the found words marked; asked for when it is drawn. */
  readonly excerpt: () => readonly ExcerptPiece[];
}

/** What was found. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly unknown: readonly string[];
  readonly instead: readonly (readonly [asked: string, used: string])[];
  readonly partial: boolean;
}

export type Engine = (query: string, today: string) => Found;

/** A day and the two after it. */
const daysFrom = (today: string): readonly string[] =>
  [0, 1, 2].map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));

function engineOf(index: SearchIndex): Engine {
  return (query, today) => {
    const { hits, ...rest } = find(query, index, daysFrom(today));
    return {
      ...rest,
      hits: hits.map((hit) => ({ record: hit.record, excerpt: () => excerptOf(hit, index.language) })),
    };
  };
}

async function load(address: string): Promise<Engine> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return engineOf(indexRecords((await response.json()) as SearchData));
}

let engine: Promise<Engine> | undefined;

/** The engine, loaded once. `address` is that of the records of the series. */
export function openEngine(address: string): Promise<Engine> {
  return (engine ??= load(address).catch((error: unknown) => {
    engine = undefined;
    throw error;
  }));
}
