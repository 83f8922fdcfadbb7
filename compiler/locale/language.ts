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
  /** As it ends a date: «2024 года». */
  readonly year: (year: number) => string;
  /** What a plan runs over: «на 2024 год», or from one date to another. */
  readonly ofYear: (year: number) => string;
  /** A plan that is called by its id: «1.31». */
  readonly named: (id: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly quotes: readonly [string, string];
}
