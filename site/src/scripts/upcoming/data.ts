/** An item in a line of «Ближайшее». */
export interface UpcomingItem {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly who: readonly string[];
  readonly note: string;
}

export interface UpcomingLineData {
  readonly control: boolean;
  readonly word: string;
  /** What all items of the line have in common; empty for a line of one item. */
  readonly lead: string;
  /** Stands here only once this day has passed; left out where it stands here from the first. */
  readonly after?: string;
  readonly items: readonly UpcomingItem[];
}

/** Flags of a day in the strip. */
export const dayFlags = { off: 1, workingWeekend: 2, work: 4, control: 8 } as const;

/** A day of the strip: date, day of the month, weekday, word for what is special about it, flags. */
export type StripDay = readonly [iso: string, number: number, weekday: string, word: string, flags: number];

/** What a page's `near.json` holds: the browser only chooses from it. */
export interface UpcomingData {
  readonly language: string;
  readonly timeZone: string;
  readonly first: string;
  readonly yearEnd: string;
  readonly last: string;
  readonly texts: {
    readonly label: string;
    readonly show: string;
    readonly strip: string;
    readonly before: string;
    readonly after: string;
    readonly late: string;
    readonly nothing: string;
    readonly impossible: string;
    readonly today: string;
    readonly tomorrow: string;
    /** «через {n} день», by plural category. */
    readonly inDays: Readonly<Record<string, string>>;
    readonly work: string;
    readonly control: string;
  };
  readonly days: readonly {
    readonly iso: string;
    readonly number: number;
    readonly month: string;
    readonly weekday: string;
    readonly word: string;
    readonly off: boolean;
    readonly lines: readonly UpcomingLineData[];
  }[];
  readonly strip: readonly StripDay[];
}
