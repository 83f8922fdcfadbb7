import type { CountingData } from "../../../../compiler/calculate/data.ts";
import type { DayKind } from "../../../../compiler/views/days.ts";

/** The words of the calculator; `{name}` is filled in. */
export interface CalculatorTexts {
  readonly open: string;
  readonly eventDate: string;
  readonly which: string;
  readonly date: string;
  readonly compute: string;
  readonly more: string;
  readonly download: string;
  readonly downloadNote: string;
  readonly recorded: string;
  readonly provisional: string;
  readonly noDate: string;
  readonly impossible: string;
  readonly beyond: string;
  readonly nothing: string;
  readonly noTime: string;
  readonly failed: string;
  readonly badCount: string;
  readonly phrase: string;
  readonly year: string;
  readonly count: string;
  readonly unit: string;
  readonly direction: string;
  readonly read: string;
  readonly choose: string;
  readonly maybe: string;
  readonly unread: string;
  readonly askEvent: string;
  readonly askAnyEvent: string;
  readonly undated: Readonly<Record<"continuous" | "external", string>>;
  readonly noPhrase: string;
  readonly units: Readonly<Record<"working-days" | "calendar-days" | "months", string>>;
  readonly directions: Readonly<Record<"after" | "before", string>>;
  readonly quote: string;
  readonly planBy: string;
  readonly lastWorking: string;
  readonly rolled: string;
  readonly rolledBare: string;
  readonly mark: string;
  readonly control: string;
  readonly eventDay: string;
  readonly eventDayCounted: string;
  readonly end: string;
  readonly kinds: Readonly<Record<DayKind, string>>;
}

/** What the file of a plan's counting holds. */
export interface CountingFile {
  readonly counting: CountingData;
  readonly texts: CalculatorTexts;
}

/** A text with its values. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
