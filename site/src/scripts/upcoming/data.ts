import type { Counted } from "../counted.ts";

/** An item in a line of what is next. */
export interface UpcomingItem {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly who: readonly string[];
  readonly note: string;
  /** The time by which it is due, where it has one: in words, and its instant with the zone of the words. */
  readonly time?: { readonly text: string; readonly iso: string; readonly zone: string };
}

export interface UpcomingLineData {
  readonly control: boolean;
  readonly word: string;
  /** Why the first of its items stands under this day, in one sentence or two. */
  readonly why: string;
  /** Comes every week: it is the answer only where nothing else comes. */
  readonly weekly?: true;
  /** What all items of the line have in common; empty for a line of one item. */
  readonly lead: string;
  /** Stands here only once this day has passed; left out where it stands here from the first. */
  readonly after?: string;
  readonly items: readonly UpcomingItem[];
}

/** A day with its lines, the most telling first. */
export interface UpcomingDayData {
  readonly iso: string;
  readonly number: number;
  readonly month: string;
  readonly weekday: string;
  readonly word: string;
  readonly off: boolean;
  /** The day's own page. */
  readonly page: string;
  /** The page that has all of the day's month. */
  readonly href: string;
  readonly lines: readonly UpcomingLineData[];
}

/** What is next, but for the days, which stand in parts of their own: the browser only chooses from them. */
export interface UpcomingHead {
  readonly language: string;
  readonly timeZone: string;
  readonly first: string;
  readonly planEnd: string;
  readonly last: string;
  /** Whose it is: null for the whole plan. */
  readonly role: { readonly name: string; readonly href: string; readonly subscribe: string } | null;
  /** The sheet that stands in the place of the answer when all is over. */
  readonly over: {
    readonly figure: string;
    readonly title: string;
    readonly text: string;
    readonly then: readonly string[];
    readonly act: string;
    readonly href: string;
  };
  readonly texts: {
    readonly label: string;
    readonly show: string;
    readonly before: string;
    readonly late: string;
    readonly nothing: string;
    readonly impossible: string;
    readonly today: string;
    readonly tomorrow: string;
    readonly inDays: Counted;
    /** How many more stand under the day of the answer. */
    readonly also: string;
    readonly others: Counted;
    /** How many more a day of the list has. */
    readonly more: Counted;
    readonly whole: string;
    readonly whose: string;
    readonly other: string;
    readonly choose: string;
    readonly allOf: string;
    readonly subscribe: string;
    readonly origin: string;
  };
  /** Where the parts are. */
  readonly folder: string;
  /** The parts by the months that they begin with, `YYYY-MM`, in order: each has all days before the next one's. */
  readonly parts: readonly string[];
}
