import { civilOf, weekdayOf, type Day } from "../calendar/day.ts";
import { homeYear, isYear, wholeYear, type Bounds } from "../calendar/bounds.ts";
import { english } from "./en.ts";
import { russian } from "./ru.ts";
import type { Forms, Language, LanguageCode } from "./language.ts";

export type { Forms, Language, LanguageCode } from "./language.ts";

/** The languages by code. */
export const languages: Readonly<Record<LanguageCode, Language>> = { ru: russian, en: english };

/** A text in the quotes of a language: «срок», “deadline”. */
export function quoted(text: string, code: LanguageCode): string {
  const [open, close] = languages[code].quotes;
  return `${open}${text}${close}`;
}

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

/** «1–7 апреля», «29 апреля – 5 мая»: from a day to a later one; a year is named when it is not `homeYear`. */
export function daysBetween(language: Language, start: Day, end: Day, homeYear?: number): string {
  const [a, b] = [civilOf(start), civilOf(end)];
  if (a.year === b.year && a.month === b.month) return `${a.day}–${dateText(language, end, homeYear)}`;
  return `${dateText(language, start, a.year === b.year ? a.year : homeYear)}\u00a0– ${dateText(language, end, homeYear)}`;
}

/** What a plan runs over: «на 2024 год», «с 1 сентября 2024 года по 31 августа 2025 года». */
export function boundsText(language: Language, bounds: Bounds): string {
  const year = wholeYear(bounds);
  if (year !== undefined) return language.ofYear(year);
  const { from, to } = bounds;
  return language.fromTo(dateText(language, from, homeYear(bounds)), dateText(language, to));
}

/** A plan by its id, as it stands after «план»: «2024 года», «1.31». */
export const planName = (language: Language, id: string): string =>
  isYear(id) ? language.year(Number(id)) : language.named(id);
