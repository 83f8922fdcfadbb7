/** What a calendar is put together by: loaded with the first role that is ticked. */
export { entriesIn, withoutRepetition } from "../../../../compiler/ical/entry-texts.ts";
export { importFile } from "../../../../compiler/ical/vcalendar.ts";
