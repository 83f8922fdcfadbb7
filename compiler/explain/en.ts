import { cited } from "./cited.ts";
import { momentText } from "./moment.ts";
import { civilOf, type Day } from "../calendar/day.ts";
import type { Unit } from "../calendar/units.ts";
import type { DayReason } from "../calendar/working-calendar.ts";
import { english } from "../locale/en.ts";
import { counted, dateText, weekdayDate, type Forms } from "../locale/languages.ts";
import type { CountUnit, SkippedDay } from "../resolve/model.ts";
import type { Words } from "./vocabulary.ts";

const date = (day: Day): string => dateText(english, day);
const weekday = (day: Day): string => weekdayDate(english, day);

function reason(given: DayReason): string {
  switch (given.kind) {
    case "weekend":
      return "weekend";
    case "holiday":
      return `${given.name} (${given.source})`;
    case "day-off":
      return `day off moved from ${date(given.movedFrom)} (${given.source})`;
    case "working":
      return `working day: its day off moved to ${date(given.movedTo)} (${given.source})`;
  }
}

const stretch = (start: Day, end: Day): string =>
  start === end ? date(start) : `${dateText(english, start, civilOf(end).year)} – ${date(end)}`;
const month = (day: Day): number => civilOf(day).month - 1;

function unit(kind: Unit, start: Day, end: Day): string {
  const { year } = civilOf(start);
  switch (kind) {
    case "week":
      return `the week of ${stretch(start, end)}`;
    case "month":
      return `${english.months[month(start)]!} ${year}`;
    case "quarter":
      return `Q${Math.floor(month(start) / 3) + 1} ${year}`;
    case "half-year":
      return `H${Math.floor(month(start) / 6) + 1} ${year}`;
    case "year":
      return `${year}`;
  }
}

const workingDays: Forms = ["working day", "working days", "working days"];
const calendarDays: Forms = ["calendar day", "calendar days", "calendar days"];
const monthForms: Forms = ["month", "months", "months"];
const countForms: Readonly<Record<CountUnit, Forms>> = {
  "working-days": workingDays,
  "calendar-days": calendarDays,
  weeks: ["week", "weeks", "weeks"],
  months: monthForms,
  hours: ["hour", "hours", "hours"],
};

const skipping = (skipped: readonly SkippedDay[]): string =>
  skipped.length === 0
    ? ""
    : `. Skipped: ${skipped.map(({ day, reason: why }) => `${weekday(day)} – ${reason(why)}`).join("; ")}`;

const picks = {
  "last-working-day": "the last working day",
  "first-working-day": "the first working day",
  "last-day": "the last calendar day",
  "first-day-after": "the first day after the end",
  "nth-working-day": "the working day asked for",
  "nth-last-working-day": "the working day asked for, from the end",
  "first-working-days": "the first working days, up to",
  "last-working-days": "the last working days, from",
  "last-week": "the week that holds the last day, to Sunday",
  "last-full-week": "the last whole week, to Sunday",
  "last-7-days": "the last seven days",
  "each-day": "each day",
  "each-working-day": "each working day",
  weekday: "the weekday asked for",
  "first-day": "the first calendar day",
  "day-of-month": "the named day",
  "as-of": "a snapshot of this day, it never moves",
  "day-before": "the day before",
  "same-day": "that day itself",
} as const;

/** English. */
export const englishWords: Words = {
  reason,
  unit,
  during: (kind, start, end) => `during ${unit(kind, start, end)}`,
  days: (kind, count) => counted(english, count, countForms[kind]),
  clock: (clocks, other) => (other === null ? clocks : `${clocks} (${other.zone}; in the plan’s time ${other.own})`),
  gap: { sameDay: "the same day", earlier: "earlier", until: "until that day" },
  steps: {
    named: ({ start, end }) => (start === end ? `named day: ${weekday(start)}` : `named: ${stretch(start, end)}`),
    until: ({ day, included, source }) =>
      `named last day: ${weekday(day)}, ${included ? "included" : "not included"}${cited(source)}`,
    "open-end": ({ day, item }) =>
      item === undefined
        ? `no end is named: to the end of the plan year, ${date(day)}`
        : `no end is named: to the end of item ${item}, ${date(day)}`,
    extended: ({ condition, start, end }) => `extension (${condition}): ${stretch(start, end)}`,
    period: ({ title, start, end, source, startIs, editorial }) =>
      `period “${title}”: ${stretch(start, end)} (${source})${startIs === "latest" ? `; ${date(start)} is the latest start` : ""}${editorial ? "; bounds by editorial convention" : ""}`,
    unit: ({ unit: kind, start, end }) => unit(kind, start, end),
    cut: ({ start, end }) => `within the bounds of the period: ${stretch(start, end)}`,
    event: ({ title, day, source, item, tried }) =>
      `${title}: ${weekday(day)}${item === undefined ? "" : `, at the latest: the end of item ${item}`}${cited(source)}${tried ? ", a date to try" : ""}`,
    "period-start": ({ title, day, source }) => `the start of “${title}”: ${weekday(day)}${cited(source)}`,
    "period-end": ({ title, day, source }) => `the end of “${title}”: ${weekday(day)}${cited(source)}`,
    count: ({ unit: kind, count, direction, to, eventDay, source, skipped }) =>
      `${direction === "after" ? "plus" : "minus"} ${englishWords.days(kind, count)}, the day of the event ${eventDay === "excluded" ? "not counted" : "counted"}${cited(source)}: ${weekday(to)}${skipping(skipped)}`,
    pick: ({ pick, day, skipped }) => `${picks[pick]}: ${weekday(day)}${skipping(skipped)}`,
    item: ({ item, title, edge, day }) => `the ${edge} of item ${item}, “${title}”: ${weekday(day)}`,
    choose: ({ which, day, other }) =>
      `the ${which === "earliest" ? "earlier" : "later"} of the deadlines: ${weekday(day)}${other === undefined ? "; the other has no day yet" : `, the other is ${weekday(other)}`}`,
    calendar: ({ calendar, parties }) =>
      `the working calendar “${calendar}”${parties.length === 0 ? ", named by the item" : ` (${parties.join(", ")})`}`,
    time: ({ at, zone, utc }) =>
      `the time ${at} (${zone})${zone === "UTC" ? "" : `, universal time ${momentText(utc, date)}`}`,
    "whole-days": () => "whole days are counted, the time of the event takes no part",
    hours: ({ count, direction, since, until }) =>
      `${direction === "after" ? "plus" : "minus"} ${englishWords.days("hours", count)} from ${momentText(since, date)}: ${momentText(until, date)}`,
    between: ({ start, end }) => `from one deadline to the other: ${stretch(start, end)}`,
    except: ({ start, end }) => `without the days that are left out: ${stretch(start, end)}`,
    interval: ({ nth, from }) => `one in ${nth}, counted from ${date(from)}`,
    minimum: ({ count, day, source }) =>
      `at least ${englishWords.days("working-days", count)}${cited(source)}: ${weekday(day)}`,
    roll: ({ mode, day, reason: why, rolled, planBy, source }) => {
      const off = `${weekday(day)} – ${reason(why)}`;
      if (mode === "next" || mode === "previous")
        return `${off}; moves to ${weekday((mode === "next" ? rolled : planBy) ?? day)}${cited(source)}`;
      return `${off}${planBy === undefined ? "" : `; plan by ${weekday(planBy)}`}${rolled === undefined ? "" : `; the next working day is ${weekday(rolled)}${cited(source)}`}`;
    },
  },
  asked: {
    ownDate: "the date that you gave",
    exampleDate: "an example",
    dayOf: (event) => (event === "" ? "the day of the event" : event),
    countFrom: (unit, count, direction, day) => `${englishWords.days(unit, count)} ${direction} ${date(day)}`,
  },
  state: { dated: "dated", "on-event": "on an event", continuous: "all the time", external: "by another act" },
};
