/** Entries as they stand in a file, as texts. */
import type { CalendarEntry } from "../../compiler/emit/calendar-body.ts";
import { openSerialiser, type EntryMemory } from "../../compiler/emit/calendar-entry.ts";
import { piecesOf, textIn } from "../../compiler/emit/entry-bytes.ts";

/** The text of each entry, serialised together, with or without its reminder. */
export const serialisedTexts = (entries: readonly CalendarEntry[], alarms: boolean, memory?: EntryMemory): string[] =>
  openSerialiser(() => {}, memory)(entries).map((entry) => textIn(piecesOf([entry], alarms)));
