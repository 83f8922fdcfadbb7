import { readDayList } from "./day-list.ts";
import { readIcsDays } from "./ics-days.ts";
import { isProductionCsv, readProductionCsv } from "./production-csv.ts";
import type { SourceDays } from "./source-days.ts";
import { readXmlCalendar } from "./xmlcalendar.ts";

/** What a text is, by how it begins; its name decides nothing. */
const readers: readonly { readonly is: (text: string) => boolean; readonly read: typeof readDayList }[] = [
  { is: (text) => text.startsWith("<"), read: readXmlCalendar },
  { is: (text) => /^BEGIN:VCALENDAR\r?$/im.test(text.slice(0, 200)), read: readIcsDays },
  { is: isProductionCsv, read: readProductionCsv },
  { is: () => true, read: readDayList },
];

/** The days of a year as a file has them. Throws a SourceError where it is not what it says, or has nothing of that year. */
export function readDays(text: string, year: number): SourceDays {
  const trimmed = text.replace(/^\ufeff/, "").trimStart();
  return readers.find(({ is }) => is(trimmed))!.read(trimmed.trimEnd(), year);
}
