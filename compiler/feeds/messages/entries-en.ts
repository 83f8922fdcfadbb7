import type { Day } from "../../calendar/day.ts";
import { english } from "../../locale/en.ts";
import { dateText, weekdayDate } from "../../locale/languages.ts";
import type { EntryMessages } from "./entry-messages.ts";

const date = (day: Day): string => dateText(english, day);
const weekday = (day: Day): string => weekdayDate(english, day);

/** English. */
export const englishEntryMessages: EntryMessages = {
  cancelled: "CANCELLED",
  leftFeed: "The deadline stands but no longer belongs to this calendar",
  withdrawn: (reason) => `Taken out of the plan: ${reason}`,
  due: "Due",
  starts: "Starts",
  control: "Check",
  controlStarts: "starts",
  number: (id) => `no.\u00a0${id}`,
  conditional: (condition) => `(${condition})`,
  planBy: (day, homeYear) => `plan by ${weekdayDate(english, day, homeYear)}`,
  latestStart: "not later than this day",
  condition: "Condition",
  wording: "Deadline as worded",
  ownWording: "Deadline as worded",
  form: "Form of control",
  responsible: "Responsible",
  controlled: "Checked",
  reading: (parties) => `meaning ${parties}`,
  how: "How it was computed",
  workingBefore: (day) => `last working day: ${weekday(day)}`,
  done: (day, source) => `done on ${date(day)} (${source})`,
  snapshot: "a snapshot of this day, it never moves",
  beforeApproval: (approved) => `before the plan was approved (${date(approved)})`,
};
