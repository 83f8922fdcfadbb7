/**
 * Phrases of deadlines and what they mean, written from the meaning of the words. Dates are those of 2024; a stretch
 * without a start is open (`/2024-03-01`). `event` is the day that was tried.
 */
export interface Known {
  readonly phrase: string;
  readonly rule: object;
  /** The first windows, in order; `count` says how many there are in all. */
  readonly windows?: readonly string[];
  readonly count?: number;
  readonly event?: string;
}

export const known = (phrase: string, rule: object, windows?: readonly string[], count?: number): Known => ({
  phrase,
  rule,
  ...(windows === undefined ? {} : { windows }),
  ...(windows === undefined ? {} : { count: count ?? windows.length }),
});
export const counted = (phrase: string, rule: object, event: string, end: string): Known => ({
  phrase,
  rule,
  event,
  windows: [`/${end}`],
  count: 1,
});
export const day = (text: string): string => `${text}/${text}`;
