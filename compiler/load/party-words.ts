/** Words of an order that name parties: «МОУО, ОО (частные)», «РМЦ, МОЦ/ Исполнитель услуг». */
import { lookAlike } from "../source/look-alikes.ts";
import { nearest } from "../source/nearest.ts";
import type { Series } from "./workspace.ts";
import { memoizeByKey } from "../source/memoize.ts";

interface Token {
  /** In one spelling: lower case, «е» for «ё», one kind of quotation marks. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

const quotationMark = /["“”„«»]/;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map(({ 0: sign, index }) => ({
    norm: quotationMark.test(sign) ? '"' : sign.normalize("NFC").toLowerCase().replaceAll("ё", "е"),
    start: index,
    end: index + sign.length,
  }));
}

/** What stands between two parties, besides spaces and line breaks. */
const separators: ReadonlySet<string> = new Set([",", ";", "/", "|", "и", "and"]);

/** A name of one party; of several where they are called the same. */
interface Name {
  readonly tokens: readonly string[];
  readonly ids: readonly string[];
}

/** Words of a text that name no party, or more than one. */
export interface UnreadWords {
  readonly start: number;
  readonly end: number;
  /** The parties that are called so; none where the words name nobody. */
  readonly ids: readonly string[];
}

/** The parties that a text names, in its order and each once, and the words of it that name none. */
export interface PartiesRead {
  readonly parties: readonly string[];
  readonly unread: readonly UnreadWords[];
}

/** Reads words into the parties of a series. */
export interface PartyWords {
  readonly read: (text: string) => PartiesRead;
  readonly ids: { readonly has: (id: string) => boolean };
  /** The parties' labels with commas: what a list of them looks like in an order. */
  readonly write: (parties: readonly string[]) => string;
  /** The name that was probably meant; `alike` where it differs only in letters that look the same. */
  readonly suggest: (word: string) => { readonly alike?: string; readonly suggestion?: string | undefined };
}

type Parties = Pick<Series, "parties" | "glossary">;

/** Every name by its first word, the longest first. A label is not taken by another party's name, nor a name by a term of the glossary. */
function namesByFirstWord({ parties, glossary }: Parties): ReadonlyMap<string, readonly Name[]> {
  const sources: readonly (readonly (readonly [name: string, id: string])[])[] = [
    parties.map(({ data }) => [data.label, data.id]),
    parties.map(({ data }) => [data.name, data.id]),
    glossary.data.terms.flatMap(({ term, party }) => (party === undefined ? [] : [[term, party] as const])),
  ];
  const names = new Map<string, Name>();
  for (const source of sources) {
    const own = new Map<string, Name>();
    for (const [text, id] of source) {
      const tokens = tokensOf(text).map(({ norm }) => norm);
      const key = tokens.join(" ");
      if (tokens.length > 0 && !names.has(key))
        own.set(key, { tokens, ids: [...new Set([...(own.get(key)?.ids ?? []), id])] });
    }
    for (const [key, name] of own) names.set(key, name);
  }
  const longestFirst = [...names.values()].sort((a, b) => b.tokens.length - a.tokens.length);
  return Map.groupBy(longestFirst, ({ tokens }) => tokens[0]!);
}

/** Returns the reader of words for the parties of a series. Words are read once, however often they return. */
export function partyWords(series: Parties): PartyWords {
  const byFirstWord = namesByFirstWord(series);
  const labels = new Map(series.parties.map(({ data }) => [data.id, data.label]));
  const spellings = [...new Set(series.parties.flatMap(({ data }) => [data.label, data.name]))];
  const nameAt = (tokens: readonly Token[], at: number): Name | undefined =>
    byFirstWord
      .get(tokens[at]!.norm)
      ?.find((name) => name.tokens.every((norm, offset) => tokens[at + offset]?.norm === norm));

  const read = memoizeByKey((text: string): PartiesRead => {
    const tokens = tokensOf(text);
    const parties = new Set<string>();
    const unread: UnreadWords[] = [];
    for (let at = 0; at < tokens.length;) {
      const name = nameAt(tokens, at);
      const { start, norm } = tokens[at]!;
      if (name !== undefined) {
        const end = tokens[at + name.tokens.length - 1]!.end;
        if (name.ids.length === 1) parties.add(name.ids[0]!);
        else unread.push({ start, end, ids: name.ids });
        at += name.tokens.length;
      } else if (separators.has(norm)) at += 1;
      else {
        do at += 1;
        while (at < tokens.length && !separators.has(tokens[at]!.norm) && nameAt(tokens, at) === undefined);
        unread.push({ start, end: tokens[at - 1]!.end, ids: [] });
      }
    }
    return { parties: [...parties], unread };
  });
  return {
    ids: labels,
    read,
    write: (parties) => parties.map((id) => labels.get(id) ?? id).join(", "),
    suggest: (word) => {
      const alike = spellings.find((spelling) => lookAlike(spelling, word));
      return alike === undefined ? { suggestion: nearest(word, spellings) } : { alike };
    },
  };
}
