import type { SearchData } from "./records.ts";
import type { SearchLanguage } from "./language.ts";
import { plain, wordsOf, type Word } from "./words.ts";

/** One thing that a query asks for. */
export type Wanted =
  | { readonly kind: "id"; readonly text: string; readonly id: string }
  /** A day or a month of any year: the figures of `MM-DD` or `MM`, and the year where one is named. */
  | {
      readonly kind: "time";
      readonly text: string;
      readonly month: number;
      readonly day?: number;
      readonly year?: number;
    }
  | { readonly kind: "word"; readonly text: string; readonly stem: string };

/** What a query is read with. */
export interface Asking {
  readonly language: SearchLanguage;
  readonly months: SearchData["months"];
  /** The reader's days as `YYYY-MM-DD`, today first. */
  readonly days: readonly string[];
}

const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

function timeOf(text: string, iso: string): Wanted {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  return { kind: "time", text, year, month, day };
}

/** A day in figures: `30.04`, `30.04.2024`. An item's number is the same to look at and comes first where there is such an item. */
function figures(text: string): Wanted | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?$/.exec(text) ?? [];
  if (day === undefined || !isDay(Number(day), Number(month))) return undefined;
  return {
    kind: "time",
    text,
    day: Number(day),
    month: Number(month),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** What stands at a place of the query, and how many words it takes. */
function wantedAt(
  words: readonly Word[],
  at: number,
  { language, months, days }: Asking,
  ids: ReadonlySet<string>,
): [Wanted, number] {
  const [word, next, third] = [words[at]!, words[at + 1], words[at + 2]];
  const text = plain(word.text);
  if (/^\d+\.\d/.test(text)) {
    const known = ids.has(text) ? undefined : figures(text);
    return [known ?? { kind: "id", text: word.text, id: text }, 1];
  }
  const relative = language.relative.get(text);
  if (relative !== undefined && days[relative] !== undefined) return [timeOf(word.text, days[relative]), 1];
  const inDate = next === undefined ? undefined : language.month(plain(next.text), months);
  const year = (each: Word | undefined): { year: number } | undefined =>
    each !== undefined && /^(?:19|20|21)\d\d$/.test(each.text) ? { year: Number(each.text) } : undefined;
  // «30 апреля», «первое сентября».
  if (/^\d{1,2}$/.test(word.stem) && inDate !== undefined && isDay(Number(word.stem), inDate)) {
    const named = year(third);
    const time: Wanted = {
      kind: "time",
      text: `${word.text} ${next!.text}`,
      day: Number(word.stem),
      month: inDate,
      ...named,
    };
    return [time, named === undefined ? 2 : 3];
  }
  const month = language.month(text, months);
  if (month === undefined) return [{ kind: "word", text: word.text, stem: word.stem }, 1];
  const named = year(next);
  return [{ kind: "time", text: word.text, month, ...named }, named === undefined ? 1 : 2];
}

/** Reads a query: numbers of items, days and months, words. What says nothing by itself is left out where something else is asked. */
export function ask(query: string, asking: Asking, ids: ReadonlySet<string>): readonly Wanted[] {
  const iso = /\b(\d{4}-\d{2}-\d{2})\b/.exec(query);
  if (iso !== null) return [timeOf(iso[0], iso[0]), ...ask(query.replace(iso[0], " "), asking, ids)];
  const words = wordsOf(query, asking.language);
  const wanted: Wanted[] = [];
  for (let at = 0; at < words.length;) {
    const [each, taken] = wantedAt(words, at, asking, ids);
    wanted.push(each);
    at += taken;
  }
  const { idle, numberOf } = asking.language;
  const isIdle = (each: Wanted): boolean =>
    each.kind === "word" && (idle.has(plain(each.text)) || numberOf.has(plain(each.text)));
  const said = wanted.filter((each) => !isIdle(each));
  return said.length > 0 ? said : wanted;
}
