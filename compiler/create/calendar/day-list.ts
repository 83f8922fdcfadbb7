/** A list of days off, a day a line with its name: `2026-12-25 Christmas Day`, `25.12.2026; Christmas Day`. */
import { existingDay, type Day } from "../../calendar/day.ts";
import { SourceError, type SourceDays } from "./source-days.ts";

const shapes = [
  /^"?(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)"?[\s,;:–-]*(?<name>.*)$/u,
  /^"?(?<day>\d\d?)\.(?<month>\d\d)\.(?<year>\d{4})"?[\s,;:–-]*(?<name>.*)$/u,
  /^"?(?<month>\d\d)-(?<day>\d\d)"?(?!\d)[\s,;:–]*(?<name>.*)$/u,
];
const heading = /^"?(?:date|day|дата|день)\b/iu;

export function readDayList(text: string, year: number): SourceDays {
  const off = new Map<Day, string>();
  let [listed, others] = [0, 0];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || (listed + others === 0 && heading.test(line))) return;
    const found = shapes.map((shape) => shape.exec(line)?.groups).find((groups) => groups !== undefined);
    if (found === undefined) throw new SourceError(listed + others === 0 ? "unknown" : "bad-day", index + 1, line);
    const said = found["year"] === undefined ? year : Number(found["year"]);
    const day = existingDay(said, Number(found["month"]), Number(found["day"]));
    if (day === undefined) throw new SourceError("bad-day", index + 1, line);
    if (said !== year) others += 1;
    else {
      listed += 1;
      off.set(day, (found["name"] ?? "").replace(/^"|"$/g, "").trim());
    }
  });
  if (off.size === 0) throw new SourceError(others > 0 ? "no-year" : "no-days", 0, String(year));
  return { kind: "list", off, moved: [], working: new Set(), short: new Set() };
}
