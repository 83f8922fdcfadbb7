import type { SearchLanguage } from "./language.ts";
import { searchLanguages } from "./languages.ts";
import type { SearchData, SearchRecord } from "./records.ts";
import { plain, wordsOf } from "./words.ts";

/** Where a word of a record stands, the weightiest place first. */
export type Place = "name" | "title" | "text" | "synonym";

/** A record with its stems by the weightiest place of each. */
export interface Indexed {
  readonly record: SearchRecord;
  readonly order: number;
  readonly places: ReadonlyMap<string, Place>;
  /** Its title and its other names, each as the stems of its words. */
  readonly called: ReadonlySet<string>;
  /** How many different stems its title has. */
  readonly titleLength: number;
}

/** What a series is searched in. */
export interface SearchIndex {
  readonly language: SearchLanguage;
  readonly months: SearchData["months"];
  readonly records: readonly Indexed[];
  readonly ids: ReadonlySet<string>;
  /** How many records have a stem. */
  readonly counts: ReadonlyMap<string, number>;
  /** A word for each stem, as it stands in a record: the shortest. */
  readonly spelled: ReadonlyMap<string, string>;
}

const stemsOf = (text: string, language: SearchLanguage): string[] => wordsOf(text, language).map(({ stem }) => stem);

/** Whether the stems of a phrase stand one after another in a text: both with a blank around each. */
const line = (stems: readonly string[]): string => ` ${stems.join(" ")} `;

function indexRecord(
  record: SearchRecord,
  order: number,
  synonyms: readonly (readonly string[])[],
  language: SearchLanguage,
): Indexed {
  const places = new Map<string, Place>();
  const put = (stems: readonly string[], place: Place): void =>
    stems.forEach((stem) => void (places.has(stem) || places.set(stem, place)));
  const own = [...(record.names ?? []), record.title, ...record.text].map((text) => line(stemsOf(text, language)));
  for (const name of record.names ?? []) put(stemsOf(name, language), "name");
  const title = stemsOf(record.title, language);
  put(title, record.kind === "role" ? "name" : "title");
  for (const text of record.text) put(stemsOf(text, language), "text");
  for (const group of synonyms)
    if (group.some((phrase) => own.some((text) => text.includes(phrase))))
      for (const phrase of group) put(phrase.trim().split(" "), "synonym");
  const called = new Set([record.title, ...(record.names ?? [])].map((name) => stemsOf(name, language).join(" ")));
  return { record, order, places, called, titleLength: new Set(title).size };
}

/** Makes the index of a series; a thousand records take some tens of milliseconds. */
export function indexRecords({ language: code, months, records, synonyms }: SearchData): SearchIndex {
  const language = searchLanguages[code];
  const groups = synonyms.map((group) => group.map((phrase) => line(stemsOf(phrase, language))));
  const indexed = records.map((record, order) => indexRecord(record, order, groups, language));
  const counts = new Map<string, number>();
  for (const { places } of indexed) for (const stem of places.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const spelled = new Map<string, string>();
  const texts = [...records.flatMap(({ names = [], title, text }) => [...names, title, ...text]), ...synonyms.flat()];
  for (const text of texts)
    for (const { stem, text: word } of wordsOf(text, language)) {
      const known = spelled.get(stem);
      if (known === undefined || word.length < known.length) spelled.set(stem, plain(word));
    }
  return {
    language,
    months,
    records: indexed,
    ids: new Set(records.flatMap(({ id }) => id ?? [])),
    counts,
    spelled,
  };
}
