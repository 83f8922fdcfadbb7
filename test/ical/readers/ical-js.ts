import ICAL from "ical.js";
import type { ReadEntry } from "./entry.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The calendar as ical.js (Thunderbird's) reads it. */
export function readComponent(ics: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(ics) as ConstructorParameters<typeof ICAL.Component>[0]);
}

export function readWithIcalJs(ics: string): ReadEntry[] {
  return readComponent(ics)
    .getAllSubcomponents("vevent")
    .map((component) => {
      const event = new ICAL.Event(component);
      const last = event.endDate.clone();
      last.adjust(-1, 0, 0, 0);
      return {
        uid: text(event.uid),
        start: event.startDate.toString(),
        end: last.toString(),
        summary: text(event.summary),
      };
    });
}
