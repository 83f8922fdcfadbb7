/** The shape of what entries of a feed say, in one language. */
import type { Day } from "../../calendar/day.ts";

/** What entries of a feed say. */
export interface EntryMessages {
  readonly due: string;
  /** Before the words of an entry that was withdrawn. */
  readonly cancelled: string;
  /** Why an entry is gone from some feeds while it holds for others. */
  readonly leftFeed: string;
  readonly withdrawn: (reason: string) => string;
  readonly starts: string;
  readonly control: string;
  /** Before the title of a control that only begins on that day. */
  readonly controlStarts: string;
  readonly number: (id: string) => string;
  readonly conditional: (condition: string) => string;
  /** Where the last day is a day off; the year is told when it is not `homeYear`. */
  readonly planBy: (day: Day, homeYear: number) => string;
  readonly latestStart: string;
  readonly condition: string;
  readonly wording: string;
  readonly form: string;
  readonly responsible: string;
  readonly controlled: string;
  readonly reading: (parties: string) => string;
  readonly how: string;
  readonly workingBefore: (day: Day) => string;
  readonly snapshot: string;
  readonly beforeApproval: (approved: Day) => string;
}
