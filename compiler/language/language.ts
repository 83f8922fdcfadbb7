import { civilOf, weekdayOf, type Day } from "../calendar/day.ts";
import { english } from "./en.ts";
import { russian } from "./ru.ts";

export type LanguageCode = "ru" | "en";

/** The forms of a counted noun: one, few, many (Russian); English uses `one` and `many`. */
export type Forms = readonly [one: string, few: string, many: string];

/** Names of days and months and the rules of number, as tables: what is printed never depends on the machine's locale. */
export interface Language {
  readonly code: LanguageCode;
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly weekdaysShort: readonly string[];
  /** January first; the name by itself («апрель»). */
  readonly months: readonly string[];
  /** January first; as it stands in a date («апреля»). */
  readonly monthsInDate: readonly string[];
  readonly monthsShort: readonly string[];
  readonly form: (n: number) => 0 | 1 | 2;
  readonly date: (day: number, monthInDate: string) => string;
  readonly year: (year: number) => string;
  readonly quotes: readonly [string, string];
}

export const languages: Readonly<Record<LanguageCode, Language>> = { ru: russian, en: english };

/** A number with its noun: «3 рабочих дня». The space does not break. */
export function counted(language: Language, n: number, forms: Forms): string {
  return `${n}\u00a0${forms[language.form(n)]}`;
}

/** «27 апреля», with the year when it is not `homeYear`: «10 января 2025 года». */
export function dateText(language: Language, day: Day, homeYear?: number): string {
  const { year, month, day: d } = civilOf(day);
  const text = language.date(d, language.monthsInDate[month - 1]!);
  return year === homeYear ? text : `${text}\u00a0${language.year(year)}`;
}

/** «сб 27 апреля»: a date with its short weekday. */
export function weekdayDate(language: Language, day: Day, homeYear?: number): string {
  return `${language.weekdaysShort[weekdayOf(day) - 1]!}\u00a0${dateText(language, day, homeYear)}`;
}
