import { faultText } from "../../phrase/faults.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import type { Question } from "../draft/dated.ts";
import type { WordsBecause } from "../draft/deadline-words.ts";

type Asked = Exclude<Question["code"], "unread" | "several" | "no-calendar" | "words-unused" | "time-unread">;

/** What has to be asked of a deadline, by language. */
const asked: Readonly<Record<Asked, Readonly<Record<LanguageCode, string>>>> = {
  "which-year": { ru: "в каком году плана?", en: "in which year of the plan?" },
  outside: {
    ru: "этот срок лежит вне времени плана: верны ли срок и название плана?",
    en: "this deadline lies outside the plan’s time: are deadline and title right?",
  },
  "partly-outside": {
    ru: "срок выходит за время плана: где он кончается?",
    en: "the deadline goes beyond the plan’s time: where does it end?",
  },
  "no-day": { ru: "какой день?", en: "which day?" },
  "ends-unread": {
    ru: "начало и окончание не складываются в срок: какие это дни?",
    en: "start and end make no stretch: which days are they?",
  },
  "no-bounds": { ru: "на какое время этот план?", en: "what time is this plan for?" },
};

const unread: Readonly<Record<LanguageCode, (what: string, word: string) => string>> = {
  ru: (what, word) => `какие это дни? ${what}: «${word}»`,
  en: (what, word) => `which days are these? ${what}: “${word}”`,
};
const unused: Readonly<Record<LanguageCode, (word: string) => string>> = {
  ru: (word) => `какие это дни? в сроке не учтено: «${word}»`,
  en: (word) => `which days are these? this was not used: “${word}”`,
};
const time: Readonly<Record<LanguageCode, (word: string) => string>> = {
  ru: (word) => `в котором часу? время напечатано как «${word}»`,
  en: (word) => `at what time? it is printed as “${word}”`,
};
const several: Readonly<Record<LanguageCode, (list: readonly string[]) => string>> = {
  ru: (list) => `что имеется в виду: ${list.map((phrase) => `«${phrase}»`).join(" или ")}?`,
  en: (list) => `which is meant: ${list.map((phrase) => `“${phrase}”`).join(" or ")}?`,
};
const noCalendar: Readonly<Record<LanguageCode, (year: number) => string>> = {
  ru: (year) => `календаря на ${year} год нет: какой это день?`,
  en: (year) => `there is no calendar of ${year}: which day is it?`,
};

const doubles: Readonly<Record<LanguageCode, (first: string, second: string) => string>> = {
  ru: (first, second) => `одна ли это сторона: «${first}» и «${second}»?`,
  en: (first, second) => `are these one party: “${first}” and “${second}”?`,
};

/** What is asked of two names that may be one party's. */
export const doublesText = (first: string, second: string, language: LanguageCode): string =>
  doubles[language](first, second);

/** What was added to the words of a cell, or left out of them, by language; `several` where nothing was. */
const reasons: Readonly<Record<WordsBecause | "several", Readonly<Record<LanguageCode, string>>>> = {
  month: { ru: "месяц взят из заголовка раздела", en: "the month is that of the section’s heading" },
  rhythm: {
    ru: "сам срок не говорит, что повторяется: так понят заголовок раздела или день недели без числа",
    en: "the deadline itself does not say that it repeats: the section’s heading or a day of the week without a date does",
  },
  "whole-plan": { ru: "понято как всё время плана", en: "understood as the whole time of the plan" },
  "day-of-plan": { ru: "день взят из названия", en: "the day is that of the title" },
  ends: { ru: "начало и окончание стоят в двух графах", en: "start and end stand in two columns" },
  "as-of": {
    ru: "день, на который берут данные, сроком не считается",
    en: "the day that figures are taken of is no deadline",
  },
  several: {
    ru: "слова читаются и иначе, или год плана не назван: взято самое обычное",
    en: "the words can be read otherwise, or the plan’s year is not named: the most usual was taken",
  },
};

/** Why a deadline that has days is to be checked all the same. */
export const reasonText = (because: WordsBecause | undefined, language: LanguageCode): string =>
  reasons[because ?? "several"][language];

/** A question in words. */
export function questionText(question: Question, language: LanguageCode): string {
  switch (question.code) {
    case "unread":
      return unread[language](faultText(question.fault, language), question.fault.word);
    case "words-unused":
      return unused[language](question.word);
    case "time-unread":
      return time[language](question.word);
    case "several":
      return several[language](question.phrases);
    case "no-calendar":
      return noCalendar[language](question.year);
    default:
      return asked[question.code][language];
  }
}
