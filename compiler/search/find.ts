import { nearest, slipOf } from "../source/nearest.ts";
import { ask, type Wanted } from "./ask.ts";
import type { Indexed, Place, SearchIndex } from "./index-records.ts";
import type { SearchRecord } from "./records.ts";

/** A record that answers, with the stems that it was found by. */
export interface Hit {
  readonly record: SearchRecord;
  readonly stems: ReadonlySet<string>;
}

/** What answers a query, best first. */
export interface Found {
  readonly hits: readonly Hit[];
  /** Words that stand nowhere, in any form. */
  readonly unknown: readonly string[];
  /** Words that stand nowhere, each with the one that was looked for in its place. */
  readonly instead: readonly (readonly [asked: string, used: string])[];
  /** No record has all that was asked for. */
  readonly partial: boolean;
}

const weights: Readonly<Record<Place, number>> = { name: 5, title: 4, text: 2, synonym: 1.5 };
/** A word that begins with what was typed counts less than the word itself. */
const begun = 0.6;
const fewestBegun = 3;

/** Which stems of the index a wanted word is: itself, those that begin with it, or that it is a longer form of. */
function stemsLike(stem: string, { counts }: SearchIndex): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (counts.has(stem)) found.set(stem, 1);
  if (stem.length < fewestBegun || /^\d/.test(stem)) return found;
  for (const known of counts.keys())
    if (
      known !== stem &&
      (known.startsWith(stem) || (known.length > 4 && stem.startsWith(known) && stem.length - known.length < 3))
    )
      found.set(known, begun);
  return found;
}

/** A day or a month. */
type Time = Pick<Extract<Wanted, { kind: "time" }>, "month" | "year"> & { readonly day?: number | undefined };

/** How well a record answers one thing that was asked for; 0 where it does not. */
type Matcher = (indexed: Indexed, stems: Set<string>) => number;

const isWithin = (iso: string, { month, day, year }: Time): boolean => {
  const [y, m, d] = iso.split("-").map(Number);
  return m === month && (day === undefined || d === day) && (year === undefined || y === year);
};

function timeMatcher(time: Time): Matcher {
  const page = time.day === undefined ? "month" : "day";
  return ({ record }) => {
    if (record.kind === "month" && record.time !== undefined && isWithin(record.time, { ...time, day: undefined }))
      return page === "month" ? 30 : 10;
    if (record.time !== undefined && isWithin(record.time, time)) return page === "day" ? 30 : 1;
    return record.dates?.some(([iso]) => isWithin(iso, time)) === true ? 3 : 0;
  };
}

const idMatcher =
  (id: string): Matcher =>
  ({ record }) =>
    record.id === id ? 30 : 0;

function wordMatcher(like: ReadonlyMap<string, number>): Matcher {
  return ({ places }, stems) => {
    let best = 0;
    for (const [stem, share] of like) {
      const place = places.get(stem);
      if (place === undefined) continue;
      stems.add(stem);
      best = Math.max(best, share * weights[place]);
    }
    return best;
  };
}

/** Who is meant comes first: a role all of whose words are asked for; sections and rules tell about items. */
const kindBonus: Readonly<Record<SearchRecord["kind"], number>> = {
  role: 8,
  month: 4,
  day: 4,
  page: 4,
  item: 1,
  section: 0.5,
  term: -8,
  rule: -2,
};
/** The query is one of its names, to the word. */
const exactly = 12;

interface Reading {
  readonly matchers: readonly { readonly match: Matcher; readonly rarity: number }[];
  readonly unknown: readonly string[];
  readonly instead: readonly (readonly [string, string])[];
}

/** Shorter words are one letter from too many others. */
const fewestMistyped = 4;

/** The word that a mistyped one most likely is; one that begins with another letter is one letter away and no other is. */
function meant(stem: string, { counts }: SearchIndex): string | undefined {
  const known = [...counts.keys()].filter(({ length }) => length >= fewestMistyped);
  return (
    nearest(
      stem,
      known.filter((each) => each[0] === stem[0]),
    ) ?? slipOf(stem, known)
  );
}

function read(wanted: readonly Wanted[], index: SearchIndex): Reading {
  const [matchers, unknown, instead] = [
    [] as { match: Matcher; rarity: number }[],
    [] as string[],
    [] as [string, string][],
  ];
  const rarity = (stems: Iterable<string>): number =>
    Math.log(1 + index.records.length / Math.max(1, ...[...stems].map((stem) => index.counts.get(stem) ?? 0)));
  for (const each of wanted) {
    if (each.kind === "id") matchers.push({ match: idMatcher(each.id), rarity: 9 });
    else if (each.kind === "time") matchers.push({ match: timeMatcher(each), rarity: 9 });
    else {
      const like = stemsLike(each.stem, index);
      const close =
        like.size > 0 || each.stem.length < fewestMistyped || /^\d/.test(each.stem)
          ? undefined
          : meant(each.stem, index);
      if (close !== undefined) instead.push([each.text, index.spelled.get(close) ?? close]);
      const used = close === undefined ? like : new Map([[close, 1]]);
      if (used.size === 0) unknown.push(each.text);
      else matchers.push({ match: wordMatcher(used), rarity: rarity(used.keys()) });
    }
  }
  return { matchers, unknown, instead };
}

/** The records that answer a query (`days`: the reader's, today first): those that have all of it, else those that have the most of what is rare. */
export function find(query: string, index: SearchIndex, days: readonly string[]): Found {
  const wanted = ask(query, { language: index.language, months: index.months, days }, index.ids);
  const { matchers, unknown, instead } = read(wanted, index);
  const asked = wanted.map((each) => (each.kind === "word" ? each.stem : "")).join(" ");
  const scored = index.records.flatMap((indexed) => {
    const stems = new Set<string>();
    let [score, met, rarity] = [0, 0, 0];
    for (const matcher of matchers) {
      const weight = matcher.match(indexed, stems);
      if (weight === 0) continue;
      met += 1;
      rarity += matcher.rarity;
      score += weight * Math.min(3, matcher.rarity);
    }
    if (met === 0) return [];
    const titled = [...stems].filter((stem) => ["name", "title"].includes(indexed.places.get(stem) ?? "")).length;
    const named = indexed.record.kind !== "role" || [...stems].every((stem) => indexed.places.get(stem) === "name");
    const kind = named ? kindBonus[indexed.record.kind] : 0;
    const whole = met === matchers.length;
    const bonus = (whole ? kind : 0) + (indexed.called.has(asked) ? exactly : 0);
    return [
      {
        indexed,
        stems,
        met,
        telling: rarity + kind / 4,
        whole,
        score: score + bonus + (3 * titled) / Math.max(1, indexed.titleLength),
      },
    ];
  });
  const all = scored.filter(({ whole }) => whole);
  const shown = all.length > 0 ? all : scored.filter(({ met }) => met * 2 >= matchers.length);
  const partial = shown.length > 0 && (all.length === 0 || unknown.length > 0);
  shown.sort(
    (a, b) =>
      b.met - a.met || (partial ? b.telling - a.telling : 0) || b.score - a.score || a.indexed.order - b.indexed.order,
  );
  return { hits: shown.map(({ indexed: { record }, stems }) => ({ record, stems })), unknown, instead, partial };
}
