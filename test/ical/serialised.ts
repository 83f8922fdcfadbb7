/** Entries as they stand in a file, as texts. */
import type { CalendarEntry } from "../../compiler/ical/vevent-body.ts";
import { serialise } from "../../compiler/ical/vevent.ts";
import { piecesOf, textIn } from "../../compiler/ical/entry-bytes.ts";

/** The text of each entry, serialised together, with or without its reminder. */
export const serialisedTexts = (entries: readonly CalendarEntry[], alarms: boolean): string[] =>
  serialise(entries).map((entry) => textIn(piecesOf([entry], alarms)));
