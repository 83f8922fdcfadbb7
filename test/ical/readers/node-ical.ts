import ical from "node-ical";
import type { ReadEntry } from "./entry.ts";

const two = (n: number): string => String(n).padStart(2, "0");
/** node-ical gives a whole day as midnight of the machine's zone. */
const localDate = (date: Date, days = 0): string => {
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};
const text = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value !== null && "val" in value
      ? String(value.val)
      : "";

export function readWithNodeIcal(ics: string): ReadEntry[] {
  return Object.values(ical.sync.parseICS(ics)).flatMap((component): ReadEntry[] => {
    if (component === undefined || component.type !== "VEVENT") return [];
    const { uid, start, end, summary } = component;
    return [{ uid, start: localDate(start), end: localDate(end ?? start, -1), summary: text(summary) }];
  });
}
