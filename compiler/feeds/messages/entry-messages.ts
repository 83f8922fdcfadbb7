/** The texts of entries in one language. */
import type { Day } from "../../calendar/day.ts";

/** Texts of entries. */
export interface EntryMessages {
  readonly due: string;
  /** Stands before the summary of a cancelled entry. */
  readonly cancelled: string;
  /** The reason of a cancellation in one feed of an entry that others still hold. */
  readonly leftFeed: string;
  readonly withdrawn: (reason: string) => string;
  readonly starts: string;
  readonly control: string;
  /** Before the title of a control that only begins on that day. */
  readonly controlStarts: string;
  readonly number: (id: string) => string;
  readonly conditional: (condition: string) => string;
  /** The safe day, where the last day is a day off; with the year where it is not `homeYear`. */
  readonly planBy: (day: Day, homeYear: number | undefined) => string;
  readonly latestStart: string;
  readonly condition: string;
  readonly wording: string;
  /** The same in a plan that no order approves. */
  readonly ownWording: string;
  readonly form: string;
  readonly responsible: string;
  readonly controlled: string;
  readonly reading: (parties: string) => string;
  readonly how: string;
  readonly workingBefore: (day: Day) => string;
  readonly snapshot: string;
  /** The item is done: on which day, and where that is known from. */
  readonly done: (day: Day, source: string) => string;
  readonly beforeApproval: (approved: Day) => string;
}
