import type { Counted } from "../counted.ts";

/** A day that an item's page can answer with, worded. */
export interface CardDayData {
  readonly iso: string;
  /** The day after it. */
  readonly next: string;
  readonly number: number;
  /** «сентября 2024». */
  readonly month: string;
  readonly weekday: string;
  readonly off: boolean;
  /** The time by which it is due, where it has one. */
  readonly time?: { readonly text: string; readonly iso: string; readonly zone: string } | undefined;
  /** What the date is for, where there are several: «апрель 2024 года». */
  readonly what: string;
  readonly why: string;
  readonly anchor: string;
  /** The page of the day. */
  readonly href: string;
}

/** What the script of an item's page chooses from. */
export interface CardData {
  readonly language: string;
  readonly timeZone: string;
  readonly title: string;
  readonly page: string;
  readonly days: readonly CardDayData[];
  readonly texts: {
    readonly today: string;
    readonly tomorrow: string;
    readonly inDays: Counted;
    readonly passed: string;
    readonly allPassed: string;
    /** «Дальше – ещё {n} даты», by plural category. */
    readonly more: Counted;
  };
}
