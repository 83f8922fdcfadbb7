import { filled } from "../source/filled.ts";
import type { LanguageCode } from "../locale/languages.ts";

/** Why a phrase is not read, by language. `{name}` is filled from the fault's values. */
const faultWording = {
  empty: { ru: "фраза пуста", en: "the phrase is empty" },
  "too-long": {
    ru: "фраза длиннее {limit} знаков: сроки так не пишут",
    en: "the phrase is longer than {limit} characters",
  },
  unread: { ru: "здесь фраза перестаёт читаться", en: "the phrase cannot be read from here on" },
  unfinished: {
    ru: "фраза обрывается: после этого слова чего-то не хватает",
    en: "the phrase breaks off after this word",
  },
  "no-such-day": { ru: "такого дня нет", en: "there is no such day" },
  "wrong-weekday": { ru: "этот день приходится на другой день недели", en: "this day is another day of the week" },
  reversed: { ru: "конец раньше начала", en: "the end is before the start" },
  "bad-count": { ru: "считать можно от 1 до {limit}", en: "counts go from 1 to {limit}" },
  "no-such-part": { ru: "такой части нет: всего их {limit}", en: "there are only {limit} such parts" },
  "bad-year": { ru: "год должен быть от 1900 до 2199", en: "a year is from 1900 to 2199" },
  "no-end": { ru: "сказано, после чего, а до какого дня – нет", en: "it is said after what, and not until which day" },
  "which-year": {
    ru: "список возвращается назад, а какого года эти дни – не сказано",
    en: "the list goes back, and the year of these days is not said",
  },
  "as-of": {
    ru: "это то, за что или на какой день отчитываются; к какому дню – не сказано",
    en: "this is what is reported on; by which day is not said",
  },
  "exact-count": {
    ru: "сказано, через сколько, а не до какого дня",
    en: "it is said after how long, and not until which day",
  },
  clock: {
    ru: "время названо, а дня, к которому оно относится, нет",
    en: "a time is named, and no day that it belongs to",
  },
  "at-once": { ru: "сказано «сразу», а день не назван", en: "it says “at once” and names no day" },
  vague: { ru: "день здесь не назван", en: "no day is named here" },
  "several-times": {
    ru: "сколько раз – сказано, а когда – нет; один раз за период читается",
    en: "how many times is said, and when is not; once a period can be read",
  },
  "unknown-period": { ru: "когда этот период, неизвестно: в плане его нет", en: "no period of the plan has this name" },
  "day-or-month": {
    ru: "первое число может быть и днём, и месяцем",
    en: "which number is the day and which the month is not said: write the month as a word",
  },
  "zone-not-then": {
    ru: "в этот день там другое время: летнее вместо зимнего или наоборот",
    en: "this zone's time is not in force there on that day: it is summer time, or it is not",
  },
  "zones-differ": {
    ru: "это два разных момента: времена двух поясов не сходятся",
    en: "these are two moments: the times of the two zones do not agree",
  },
  "which-series": {
    ru: "с какого дня считать, не сказано: подходит не один ряд дней",
    en: "more than one series of days fits: from which day it is counted is not said",
  },
  "one-day": {
    ru: "после «не позднее» нужен один день, а не промежуток",
    en: "“not later than” needs one day, not a stretch",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<LanguageCode, string>>>>;

export type PhraseFaultCode = keyof typeof faultWording;

/** Why and where a phrase is not read: UTF-16 offset and the words there, and the nearest phrase that is read. */
export interface PhraseFault {
  readonly code: PhraseFaultCode;
  readonly at: number;
  readonly word: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly nearest?: string | undefined;
}

/** A fault as a sentence. */
export function faultText({ code, values }: Pick<PhraseFault, "code" | "values">, language: LanguageCode): string {
  return filled(faultWording[code][language], values);
}
