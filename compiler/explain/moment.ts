import { parseDate, type Day } from "../calendar/day.ts";

/** An instant with its offset (`2024-11-03T18:00-08:00`) as a reader has it: «18:00 3 ноября 2024 года (UTC−08:00)». */
export function momentText(instant: string, date: (day: Day) => string): string {
  const [day = "", rest = ""] = instant.split("T");
  const [clock, offset] = [rest.slice(0, 5), rest.slice(5)];
  const zone = offset === "Z" ? "UTC" : `UTC${offset.replace("-", "\u2212")}`;
  return `${clock} ${date(parseDate(day) ?? 0)} (${zone})`;
}
