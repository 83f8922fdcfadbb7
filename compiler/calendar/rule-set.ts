/** The classes of deadline ends that a rule set may roll differently. */
export type RollClass = "until" | "within" | "before" | "last-day" | "first-day-after" | "named";
export type RollMode = "none" | "beside" | "next" | "previous";

/** A point of a rule set: what is chosen, and the article of law that it follows. */
export interface Point<T> {
  readonly value: T;
  readonly source: string;
  readonly note?: string | undefined;
}

/**
 * How time limits are counted, as data. The shape follows the points on which laws differ: whether the day of the
 * event counts, whether «до D» includes D, what becomes of an end that falls on a day off, what a chain goes on from.
 */
export interface RuleSet {
  readonly id: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly "event-day": Point<"excluded" | "included">;
  readonly "until-day": Point<"included" | "excluded">;
  readonly "minimum-working-days"?: (Point<number> & { readonly "from-days": number }) | undefined;
  readonly chain: Point<"nominal" | "rolled">;
  readonly "day-ends": Point<string>;
  readonly roll: Readonly<Record<RollClass, Point<RollMode>>>;
}

/** Whether a rule set follows an act: some point of it names its source. */
export const hasLaw = (rules: RuleSet): boolean =>
  [rules["event-day"], rules["until-day"], rules.chain, rules["day-ends"], ...Object.values(rules.roll)].some(
    ({ source }) => source !== "",
  );
