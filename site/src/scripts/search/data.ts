/** What is found: an item or a section of the plan, an abbreviation, a rule of counting, a role. */
export type HitKind = "item" | "section" | "term" | "rule" | "role";

/** A day as `YYYY-MM-DD`, 1 for a control, the words that tell the day, and the day that the plan names where it is another. */
export type HitDate = readonly [iso: string, control: 0 | 1, text: string, named: string];

/** What the index keeps of each record for the list of results; Pagefind keeps texts only. */
export type HitMeta = {
  readonly kind: HitKind;
  readonly title: string;
  /** The section, or the page that it stands on. */
  readonly place: string;
  readonly id?: string;
  /** Why there is no date. */
  readonly state?: string;
  /** JSON of `HitDate[]`, by day. */
  readonly dates?: string;
};

/** The words of the list of results, handed over by the page. */
export interface SearchTexts {
  readonly language: string;
  readonly timeZone: string;
  readonly kinds: Readonly<Record<HitKind, string>>;
  readonly searching: string;
  readonly nothing: string;
  /** «Такого слова здесь нет: {words}». */
  readonly unknown: string;
  /** A word that was asked for, in quotes: «{word}». */
  readonly quoted: string;
  readonly failed: string;
  /** «Найдено: {n} пунктов», by plural category. */
  readonly found: Readonly<Record<string, string>>;
  readonly more: string;
  readonly next: string;
  readonly past: string;
  readonly due: string;
  readonly control: string;
  /** A day of another year than the reader's: «{day} {year} года». */
  readonly inYear: string;
}
