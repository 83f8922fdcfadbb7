/** What a value was meant to be that is written as people write it and not as a plan does. */
import type { Unit } from "../../calendar/units.ts";
import { allLatin } from "../../source/look-alikes.ts";
import { parseTypedDate, parseMonthName, isoDateText, monthDayText } from "./parse-typed-date.ts";
import type { Path } from "../yaml/parsed-yaml.ts";

/** What to propose, `separated` where it is several names, `day` where it is one in the place of an event; `fix` where nothing else can be meant; `last` where the day meant is beyond its month, whose last day it is. */
export interface ValueSuggestion {
  readonly suggestion?: string | undefined;
  readonly separated?: string;
  readonly day?: string;
  readonly fix?: string | undefined;
  readonly last?: number;
}

/** Keys that give a name; elsewhere a name refers to what has it. */
export const defining: ReadonlySet<string | number> = new Set(["id", "slug"]);

/** Keys that hold a unit of the calendar or a repeating period. */
const recurring: ReadonlySet<string | number> = new Set(["every", "unit"]);
/** Units of the calendar as people name them. */
const unitNames: ReadonlyMap<string, Unit> = new Map([
  ["неделя", "week"],
  ["месяц", "month"],
  ["квартал", "quarter"],
  ["полугодие", "half-year"],
  ["год", "year"],
]);

const daysInARow = /^\d\d-\d\d(?:\s*[,;]\s*\d\d-\d\d)+$/;

/** What a day, date, month or name that is written otherwise should be; `fix` where nothing else can be meant. */
export function suggestValue(kind: string, written: string, path: Path): ValueSuggestion {
  if (kind === "month") {
    const month = parseMonthName(written);
    return month === undefined ? {} : { suggestion: String(month), fix: String(month) };
  }
  if (kind === "slug") {
    // «mouo; oo» in a list is two names whose comma is missing.
    if (/^\d+$/.test(String(path.at(-1)))) {
      const names = written.split(/[\s;]+/);
      if (names.length > 1 && names.every((each) => /^[a-z][a-z0-9-]*$/.test(each)))
        return { separated: names.join(", "), fix: names.join(", ") };
    }
    if (/^\d\d-\d\d$/.test(written)) return { day: `{ day: ${written} }` };
    const unit = recurring.has(path.at(-1) ?? "") ? unitNames.get(written.toLowerCase()) : undefined;
    if (unit !== undefined) return { suggestion: unit, fix: unit };
    const small = written.toLowerCase();
    if (small !== written && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(small)) return { suggestion: small, fix: small };
    const name = allLatin(written);
    return { suggestion: name, fix: name };
  }
  if (kind !== "day" && kind !== "date") return {};
  if (kind === "day" && path.at(-1) === "on" && daysInARow.test(written)) {
    const list = `[${written.replace(/\s*[,;]\s*/g, ", ")}]`;
    return { suggestion: list, fix: list };
  }
  const meant = parseTypedDate(written);
  if (meant === undefined) return {};
  if (meant.beyond !== undefined) return { last: meant.beyond };
  const suggestion = kind === "day" ? monthDayText(meant) : isoDateText(meant);
  // A plan's day has no year: whether the one that was written is the plan's, a person sees.
  return { suggestion, fix: kind === "day" && meant.year !== undefined ? undefined : suggestion };
}
