/** XML of xmlcalendar: `<day d="04.29" t="1" f="04.27"/>`; t is 1 for a day off, 2 for a short day, 3 for a weekend day that is worked. */
import { SaxesParser } from "saxes";
import { existingDay, type Day } from "../../calendar/day.ts";
import { SourceError, type SourceDays } from "./source-days.ts";

interface Element {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a text, in order. Throws a SourceError where it is no XML, or declares entities of its own. */
function elementsOf(text: string): Element[] {
  const parser = new SaxesParser({ fragment: false });
  const found: Element[] = [];
  const broken = (): never => {
    throw new SourceError("broken", parser.line);
  };
  parser.on("doctype", broken);
  parser.on("error", broken);
  parser.on("opentag", ({ name, attributes }) => {
    found.push({ name, line: parser.line, attributes: attributes as Record<string, string> });
  });
  parser.write(text).close();
  return found;
}

const kinds = ["1", "2", "3"];

export function readXmlCalendar(text: string, year: number): SourceDays {
  const elements = elementsOf(text);
  const root = elements.find(({ name }) => name === "calendar");
  if (root === undefined) throw new SourceError("unknown", elements[0]?.line ?? 1);
  const { year: said = "" } = root.attributes;
  if (said !== String(year)) throw new SourceError("other-year", root.line, said);
  const dayIn = (value: string, line: number): Day => {
    const [month, day] = /^(\d\d)\.(\d\d)$/.exec(value)?.slice(1).map(Number) ?? [];
    const found = month === undefined || day === undefined ? undefined : existingDay(year, month, day);
    if (found === undefined) throw new SourceError("bad-day", line, value);
    return found;
  };
  const titles = new Map(
    elements
      .filter(({ name }) => name === "holiday")
      .map(({ attributes: { id = "", title = "" } }) => [id, title] as const),
  );
  const days = elements
    .filter(({ name }) => name === "day")
    .map(({ attributes: { d = "", t = "", h, f }, line }) => {
      if (!kinds.includes(t)) throw new SourceError("bad-day", line, t);
      return { day: dayIn(d, line), kind: t, name: titles.get(h ?? "") ?? "", from: f && dayIn(f, line) };
    });
  if (days.length === 0) throw new SourceError("no-days", root.line);
  const moved = days.flatMap(({ day, kind, from }) =>
    kind === "1" && typeof from === "number" ? [{ from, to: day }] : [],
  );
  const targets = new Set(moved.map(({ to }) => to));
  return {
    kind: "xmlcalendar",
    off: new Map(days.filter(({ day, kind }) => kind === "1" && !targets.has(day)).map(({ day, name }) => [day, name])),
    moved,
    working: new Set(days.filter(({ kind }) => kind === "3").map(({ day }) => day)),
    short: new Set(days.filter(({ kind }) => kind === "2").map(({ day }) => day)),
  };
}
