/** What is found: an item, a section, a term, a rule, a role, a month or a day, another page. */
export type RecordKind = "item" | "section" | "term" | "rule" | "role" | "month" | "day" | "page";

/** A day as `YYYY-MM-DD`, 1 for a control, the words that tell the day, and the day that the plan names where it is another. */
export type RecordDate = readonly [iso: string, control: 0 | 1, text: string, named: string];

/** One thing that can be found: where it stands, what it is found by, what a list of results tells of it. */
export interface SearchRecord {
  /** Below the series, so that the records are the same under every base path. */
  readonly path: string;
  readonly kind: RecordKind;
  readonly title: string;
  /** The section, or the page that it stands on. */
  readonly place: string;
  /** Its other names: who asks for one of them means it. */
  readonly names?: readonly string[];
  readonly text: readonly string[];
  readonly id?: string;
  /** Why there is no date. */
  readonly state?: string;
  readonly dates?: readonly RecordDate[];
  /** The day or the month that it is the page of: `YYYY-MM-DD`, `YYYY-MM`. */
  readonly time?: string;
}

/** All that a series is searched by, as published. */
export interface SearchData {
  readonly language: "ru" | "en";
  /** The months, January first: each by itself and as it stands in a date. */
  readonly months: readonly (readonly [name: string, inDate: string])[];
  readonly records: readonly SearchRecord[];
  /** Groups of words that mean one thing: where one of them stands, the others are found too. */
  readonly synonyms: readonly (readonly string[])[];
}
