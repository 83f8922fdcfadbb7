/**
 * What people would write: `yaml` reads, `luxon` steps from day to day, `ics` writes one calendar. No schema, no checks, no
 * places of mistakes, no chains, no periods of admission, no parties, no traces; weekends are the only days off.
 *
 *   node bench/peers/naive.ts PLAN-FOLDER OUT-FILE
 */
import { createEvents, type DateArray, type EventAttributes } from "ics";
import { DateTime } from "luxon";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

interface Rule {
  readonly text?: string;
  readonly on?: string | string[];
  readonly until?: string;
  readonly from?: string;
  readonly to?: string;
  readonly month?: number | string | (number | string)[];
  readonly every?: string | { readonly unit: string; readonly on?: string };
  readonly each?: Rule[];
}
interface Row {
  readonly id: string;
  readonly activity: string;
  readonly deadline?: Rule;
  readonly control?: { readonly form?: string; readonly deadline?: Rule };
}

const year = 2024;
const day = (text: string): DateTime => DateTime.fromISO(text.length > 5 ? text : `${year}-${text}`);

function lastWorkingDay(month: number): DateTime {
  let found = DateTime.local(year, month).endOf("month").startOf("day");
  while (found.weekday > 5) found = found.minus({ days: 1 });
  return found;
}

function datesOf(rule: Rule): DateTime[] {
  const { on, until, from, to, month, every, each } = rule;
  if (each !== undefined) return each.flatMap(datesOf);
  if (on !== undefined) return [on].flat().map(day);
  if (until !== undefined) return [day(until)];
  if (from !== undefined) return [day(to ?? from)];
  if (month !== undefined)
    return [month].flat().map((entry) => DateTime.local(year, Number(String(entry).split("-").at(-1))).endOf("month"));
  const unit = typeof every === "string" ? every : every?.unit;
  if (unit === "month" || unit === "reporting-period")
    return Array.from({ length: 12 }, (_, index) =>
      typeof every === "object" && every.on === "last-working-day"
        ? lastWorkingDay(index + 1)
        : DateTime.local(year, index + 1).endOf("month"),
    );
  if (unit === "quarter") return [3, 6, 9, 12].map((last) => DateTime.local(year, last).endOf("month"));
  if (unit === "week")
    return Array.from({ length: 52 }, (_, index) => DateTime.local(year).plus({ weeks: index }).endOf("week"));
  return [];
}

const [, , folder = "plan", out = "naive.ics"] = process.argv;
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
  (entry) => entry.isFile() && /^section-\d+\.yaml$/.test(entry.name),
);
const rows = files.flatMap(
  (entry) => (parse(readFileSync(join(entry.parentPath, entry.name), "utf8")) as { items: Row[] }).items,
);
const events = rows.flatMap(({ id, activity, deadline, control }) =>
  [
    ["work", activity, deadline],
    ["control", control?.form ?? activity, control?.deadline],
  ].flatMap(([kind, title, rule]) =>
    (rule === undefined ? [] : datesOf(rule as Rule)).map((date, index): EventAttributes => {
      const start: DateArray = [date.year, date.month, date.day];
      return {
        uid: `${id}-${String(kind)}-${index}@example.org`,
        title: String(title),
        start,
        duration: { days: 1 },
        description: (rule as Rule).text ?? "",
      };
    }),
  ),
);
const { value, error } = createEvents(events);
if (error) throw error;
writeFileSync(out, value ?? "");
