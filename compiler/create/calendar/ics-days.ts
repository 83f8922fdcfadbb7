/** A calendar of holidays: an entry a day or a stretch, without times. */
import { civilOf, type Day } from "../../calendar/day.ts";
import { unfold } from "../../ical/fold.ts";
import { parseDateValue } from "../../ical/values.ts";
import { SourceError, type SourceDays } from "./source-days.ts";

const unescaped = (text: string): string =>
  text
    .replace(/\\n/gi, " ")
    .replace(/\\([,;\\])/g, "$1")
    .trim();

/** The first value of each property of an entry, with its parameters. */
type Properties = ReadonlyMap<string, { readonly value: string; readonly parameters: string }>;

function dayOfProperty(properties: Properties, name: string): Day | undefined {
  const found = properties.get(name);
  if (found === undefined) return undefined;
  const day = parseDateValue(found.value);
  if (day === undefined) throw new SourceError("bad-day", 0, `${name}:${found.value}`);
  return day;
}

export function readIcsDays(text: string, year: number): SourceDays {
  const lines = unfold(text.replace(/\r?\n/g, "\r\n"));
  if (lines.at(-1)?.trim() !== "END:VCALENDAR") throw new SourceError("broken", lines.length);
  const entries: Properties[] = [];
  let open: Map<string, { value: string; parameters: string }> | undefined;
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] = /^([A-Za-z0-9-]+)((?:;[^:]*)?):(.*)$/s.exec(line) ?? [];
    if (name === "BEGIN" && value === "VEVENT") open = new Map();
    else if (name === "END" && value === "VEVENT" && open !== undefined) {
      entries.push(open);
      open = undefined;
    } else if (open !== undefined && name !== "" && !open.has(name)) open.set(name, { value, parameters });
  }
  const off = new Map<Day, string>();
  for (const entry of entries) {
    if (entry.get("STATUS")?.value === "CANCELLED") continue;
    const summary = unescaped(entry.get("SUMMARY")?.value ?? "");
    if (entry.has("RRULE")) throw new SourceError("repeats", 0, summary);
    const start = dayOfProperty(entry, "DTSTART");
    if (start === undefined) throw new SourceError("bad-day", 0, summary);
    const end = dayOfProperty(entry, "DTEND") ?? start + 1;
    for (let day = start; day < Math.max(end, start + 1); day++)
      if (civilOf(day).year === year) off.set(day, [off.get(day), summary].filter(Boolean).join(", "));
  }
  if (off.size === 0) throw new SourceError(entries.length === 0 ? "no-days" : "no-year", 0, String(year));
  return { kind: "ics", off, moved: [], working: new Set(), short: new Set() };
}
