import { IANAZone } from "luxon";
import type { LanguageCode } from "../locale/languages.ts";
import { forges, noCalendar, type Answers, type Release } from "./answers.ts";
import { isSlug, slugOf } from "../document/draft/slug.ts";

/** A question of the making of a plan; its option on the command line is `--flag`. */
export interface Question {
  readonly key: keyof Answers;
  readonly flag: string;
  readonly text: Readonly<Record<LanguageCode, string>>;
  /** What an empty answer means; undefined where there has to be one. `suffix` is a text that nobody else has. */
  readonly fallback: (known: Partial<Answers>, context: Context) => string | undefined;
  /** What fits, in words, for an answer that does not. */
  readonly expected: (context: Context) => Readonly<Record<LanguageCode, string>>;
  readonly fits: (answer: string, context: Context) => boolean;
}

/** What the answers depend on beside one another. */
export interface Context {
  readonly release: Pick<Release, "calendars">;
  /** The zone of the person who answers. */
  readonly timeZone: string;
  readonly year: number;
  readonly suffix: string;
}

const oneLine = (text: string): boolean => text.length <= 300 && !/\p{C}/u.test(text) && text.trim() !== "";
const line = { ru: "одна строка текста", en: "one line of text" };
const everywhere = (text: string): Readonly<Record<LanguageCode, string>> => ({ ru: text, en: text });
const calendarsOf = ({ release }: Context): string[] => [...Object.keys(release.calendars), noCalendar];

/** All questions in the order in which they are asked: each may rest on the answers before it. */
export const questions: readonly Question[] = [
  {
    key: "language",
    flag: "lang",
    text: { ru: "Язык плана: ru или en", en: "Language of the plan: ru or en" },
    fallback: () => undefined,
    expected: () => everywhere("ru, en"),
    fits: (answer) => answer === "ru" || answer === "en",
  },
  {
    key: "title",
    flag: "title",
    text: { ru: "Название плана без года", en: "Title of the plan, without its year" },
    fallback: ({ language }) => (language === "en" ? "Work plan" : "План работы"),
    expected: () => line,
    fits: oneLine,
  },
  {
    key: "organisation",
    flag: "organisation",
    text: { ru: "Чей это план (организация)", en: "Whose plan it is (organisation)" },
    fallback: () => undefined,
    expected: () => line,
    fits: oneLine,
  },
  {
    key: "slug",
    flag: "slug",
    text: {
      ru: "Имя плана латиницей (войдёт в адреса и в записи календарей; потом не меняется)",
      en: "Name of the plan for addresses and calendar entries (it never changes)",
    },
    fallback: ({ title, organisation }) => slugOf(`${title} ${organisation}`, undefined),
    expected: () => ({ ru: "строчные латинские буквы, цифры, дефис", en: "lower-case letters, digits, hyphens" }),
    fits: isSlug,
  },
  {
    key: "domain",
    flag: "domain",
    text: {
      ru: "Домен организации (войдёт в записи календарей; потом не меняется; нет домена – пустая строка)",
      en: "Domain of the organisation (part of calendar entries, never changes; leave empty if there is none)",
    },
    fallback: ({ slug }, { suffix }) => `${slug}-${suffix}.invalid`,
    expected: () => everywhere("school5.example"),
    fits: (answer) => answer.length <= 250 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(answer),
  },
  {
    key: "timeZone",
    flag: "time-zone",
    text: { ru: "Часовой пояс", en: "Time zone" },
    fallback: (_, { timeZone }) => timeZone,
    expected: () => everywhere("Europe/Moscow, Asia/Yekaterinburg, UTC …"),
    fits: (answer) =>
      /^(UTC|[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_-]+)+)$/.test(answer) && (answer === "UTC" || IANAZone.isValidZone(answer)),
  },
  {
    key: "calendar",
    flag: "calendar",
    text: {
      ru: `Производственный календарь страны (${noCalendar} – только выходные)`,
      en: `Working calendar of the country (${noCalendar}: weekends only)`,
    },
    fallback: ({ language }, { release }) =>
      language !== undefined && language in release.calendars ? language : noCalendar,
    expected: (context) => everywhere(calendarsOf(context).join(", ")),
    fits: (answer, context) => calendarsOf(context).includes(answer),
  },
  {
    key: "year",
    flag: "year",
    text: { ru: "Год", en: "Year" },
    fallback: (_, { year }) => String(year),
    expected: () => everywhere("1900…2198"),
    fits: (answer) => /^\d{4}$/.test(answer) && Number(answer) >= 1900 && Number(answer) <= 2198,
  },
  {
    key: "forge",
    flag: "forge",
    text: {
      ru: "Где будет хранилище: github, gitlab или none",
      en: "Where the repository will be: github, gitlab or none",
    },
    fallback: () => "none",
    expected: () => everywhere(forges.join(", ")),
    fits: (answer) => (forges as readonly string[]).includes(answer),
  },
];

/** An answer as the plan has it: a year is a number. */
export const answerValue = ({ key }: Question, answer: string): string | number =>
  key === "year" ? Number(answer) : answer.trim();
