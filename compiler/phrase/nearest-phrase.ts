import { nearest } from "../source/nearest.ts";
import { phraseOf } from "./print/canonical.ts";
import type { Fault } from "./faults.ts";
import { cardinals, months, ordinals, unitWords, weekdays } from "./rows/lexicon.ts";
import type { Read } from "./interpretation.ts";
import { stems } from "./names.ts";

/** Phrases of every form: what is proposed where no single word is at fault. */
export const samples: readonly string[] = [
  "6 сентября",
  "12, 23 августа",
  "1 апреля – 6 сентября",
  "с 1 по 15 октября",
  "с 1 апреля",
  "до 1 марта",
  "не позднее 1 апреля",
  "апрель",
  "февраль – март",
  "I квартал",
  "II полугодие",
  "первая декада марта",
  "последний рабочий день месяца",
  "первый понедельник месяца",
  "еженедельно по средам",
  "каждый понедельник",
  "каждую пятницу",
  "1 и 15 числа каждого месяца",
  "до 10 числа каждого месяца",
  "не позднее 5 числа месяца, следующего за отчетным",
  "ежемесячно",
  "ежеквартально",
  "еженедельно",
  "ежегодно до 1 сентября",
  "не реже одного раза в квартал",
  "ежемесячно на 1 число",
  "в течение 3 рабочих дней после получения заявки",
  "в течение 30 календарных дней со дня получения заявки",
  "в месячный срок со дня получения заявки",
  "не позднее чем за 10 рабочих дней до начала мероприятия",
  "за 3 рабочих дня до окончания месяца",
  "в день зачисления",
  "до начала мероприятия",
  "в течение учебного года",
  "в течение года",
  "ежедневно",
  "в соответствии с порядком приема",
  "первое число месяца, следующего за отчетным кварталом",
  "до конца месяца",
  "до конца года",
];

const vocabulary: readonly string[] = [
  ...months.keys(),
  ...weekdays.keys(),
  ...unitWords.keys(),
  ...cardinals.keys(),
  ...ordinals.keys(),
  "до",
  "с",
  "по",
  "после",
  "не",
  "позднее",
  "ранее",
  "в",
  "течение",
  "рабочих",
  "рабочего",
  "рабочий",
  "календарных",
  "календарный",
  "дней",
  "дня",
  "день",
  "числа",
  "число",
  "каждого",
  "каждый",
  "месяца",
  "следующего",
  "за",
  "отчетным",
  "ежемесячно",
  "еженедельно",
  "ежеквартально",
  "ежегодно",
  "ежедневно",
  "последний",
  "первый",
  "раз",
  "реже",
  "начала",
  "окончания",
  "конца",
  "декада",
  "срок",
  "со",
  "момента",
  "соответствии",
  "понедельник",
].filter((word) => word.length > 1);

/** Words that were mistyped are few; more corrections than this would be another phrase. */
const mostCorrections = 3;

/** The phrase with its unreadable word put right, as often as it takes. */
function corrected(text: string, fault: Fault, read: (text: string) => Read): string | undefined {
  let [phrase, trouble] = [text, fault];
  for (let round = 0; round < mostCorrections && trouble.code === "unread" && /\p{L}/u.test(trouble.word); round++) {
    const word = nearest(trouble.word.toLowerCase(), vocabulary);
    if (word === undefined || word === trouble.word.toLowerCase()) return undefined;
    phrase = `${phrase.slice(0, trouble.at)}${word}${phrase.slice(trouble.at + trouble.word.length)}`;
    const again = read(phrase);
    if (again.fault === undefined) return phrase;
    trouble = again.fault;
  }
  return undefined;
}

/** «в начале апреля» names no day; a decade of it does, and the end of it. */
const partsNamed: readonly (readonly [words: RegExp, instead: string])[] = [
  [/(^|\s)в начале(?=\s)/iu, "$1в первой декаде"],
  [/(^|\s)в середине(?=\s)/iu, "$1во второй декаде"],
  [/(^|\s)(?:в (?:начале|середине|конце)|до середины)(?=\s)/iu, "$1до конца"],
];

/** The phrase with a day in place of what names none, or without the word that cannot be read; then in its canonical form. */
function shortened(text: string, { at, word }: Fault, read: (text: string) => Read): string | undefined {
  const without = `${text.slice(0, at)} ${text.slice(at + word.length)}`.replace(/\s+/g, " ").trim();
  const upTo = text
    .slice(0, at)
    .replace(/[\s,;:–(-]+$/, "")
    .trim();
  const named = partsNamed.flatMap(([words, instead]) => (words.test(text) ? [text.replace(words, instead)] : []));
  const readable = named.find((phrase) => read(phrase).readings?.length === 1);
  return (
    readable ??
    [without, upTo]
      .filter((phrase) => phrase !== "")
      .map((phrase) => canonical(phrase, read))
      .find((phrase) => phrase !== undefined)
  );
}

/** What is left of a phrase may lack the right case: the canonical phrase of its only meaning has it. */
function canonical(phrase: string, read: (text: string) => Read): string | undefined {
  const { readings } = read(phrase);
  if (readings?.length !== 1) return undefined;
  const { rule, events } = readings[0];
  const written =
    events.every((words) => words === "") && events.length > 0 ? undefined : phraseOf(rule, { event: events[0] });
  return written !== undefined && read(written).fault === undefined ? written : phrase;
}

/** The same phrase with its numbers put right: reversed ones swapped, a day that does not exist the last one, nothing at least one. */
function renumbered(text: string, { code, at, word }: Fault, read: (text: string) => Read): string | undefined {
  const numbers = [...word.matchAll(/\d+/g)].filter(([digits]) => digits.length < 4);
  const replaced = (index: number, value: string, inside = word): string =>
    `${inside.slice(0, numbers[index]!.index)}${value}${inside.slice(numbers[index]!.index + numbers[index]![0].length)}`;
  const candidates: Readonly<Partial<Record<Fault["code"], () => string[]>>> = {
    reversed: () => (numbers.length < 2 ? [] : [replaced(0, numbers[1]![0], replaced(1, numbers[0]![0]))]),
    "no-such-day": () => [
      ...(numbers.length < 2 ? [] : [replaced(0, numbers[1]![0], replaced(1, numbers[0]![0]))]),
      ...numbers.flatMap((_, index) => ["31", "30", "29", "28", "1"].map((value) => replaced(index, value))),
    ],
    "bad-count": () => (numbers.length === 0 ? [] : ["2", "1000"].map((value) => replaced(0, value))),
  };
  return (candidates[code]?.() ?? [])
    .map((repaired) => `${text.slice(0, at)}${repaired}${text.slice(at + word.length)}`)
    .find((phrase) => read(phrase).fault === undefined);
}

/** What to write where the words are known and no last day follows from them. */
const rewritten: Readonly<Partial<Record<Fault["code"], readonly (readonly [words: RegExp, instead: string])[]>>> = {
  "no-end": [
    [/(^|\s)после(?=\s)/iu, "$1в течение 3 рабочих дней после"],
    [/(^|\s)по окончании(?=\s)/iu, "$1в течение 3 рабочих дней после окончания"],
    [/(^|\s)по завершении(?=\s)/iu, "$1в течение 3 рабочих дней после завершения"],
  ],
  "exact-count": [
    [/(^|\s)(?:через|спустя)(?=\s)/iu, "$1не позднее чем через"],
    [/(^|\s)по истечении(?=\s)/iu, "$1в течение"],
  ],
  "at-once": [[/^.*$/su, "не позднее следующего рабочего дня после получения заявки"]],
  hours: [[/^.*$/su, "в течение суток после получения заявки"]],
  clock: [[/\s*(?:в\s+)?\d{1,2}(?:[.:]\d\d|\s?час\S*)/iu, ""]],
  "several-times": [
    [/раз в (?:3|три|трех|трёх) месяц\S*/iu, "раз в квартал"],
    [/раз в (?:6|шесть|шести) месяц\S*/iu, "раз в полугодие"],
    [/^.*раз в .* (?:год|лет)\S*$/iu, "ежегодно"],
    [/^.*раз в .* недел\S*$/iu, "еженедельно"],
    [/(?:не (?:реже|менее) )?[\p{L}\d-]+ раза? в год/iu, "один раз в полугодие"],
    [/дважды в год/iu, "один раз в полугодие"],
    [/(?:не (?:реже|менее) )?(?:[\p{L}\d-]+ раза?|дважды|трижды) в /iu, "один раз в "],
  ],
};

const rewordedBy = (text: string, { code }: Fault, read: (text: string) => Read): string | undefined =>
  (rewritten[code] ?? [])
    .flatMap(([words, instead]) => (words.test(text) ? [text.replace(words, instead)] : []))
    .find((phrase) => read(phrase).fault === undefined);

const wordStems = (text: string): string[] => stems(text.slice(0, 300)).filter((word) => !/^\d+$/.test(word));

/** The sample that shares most words with the phrase. */
function similar(text: string): string | undefined {
  const words = new Set(wordStems(text));
  let best: { sample: string; shared: number } | undefined;
  for (const sample of samples) {
    const own = wordStems(sample);
    const shared = own.filter((word) => words.has(word)).length / (own.length + 2);
    if (shared > (best?.shared ?? 0)) best = { sample, shared };
  }
  return best?.sample;
}

/** What most deadlines are. */
const lastResort = "до 1 марта";

/** The nearest phrase that can be read: one word put right, one word less, else the sample that is most like it. */
export function nearestPhrase(text: string, fault: Fault, read: (text: string) => Read): string | undefined {
  if (fault.code === "too-long") return undefined;
  return (
    rewordedBy(text, fault, read) ??
    renumbered(text, fault, read) ??
    corrected(text, fault, read) ??
    shortened(text, fault, read) ??
    similar(text) ??
    lastResort
  );
}
