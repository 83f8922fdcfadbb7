import { cited } from "./cited.ts";
import { momentText } from "./moment.ts";
import { civilOf, type Day } from "../calendar/day.ts";
import type { Unit } from "../calendar/units.ts";
import type { DayReason } from "../calendar/working-calendar.ts";
import { counted, dateText, weekdayDate, type Forms } from "../locale/languages.ts";
import { russian } from "../locale/ru.ts";
import type { CountUnit, SkippedDay } from "../resolve/model.ts";
import type { Words } from "./vocabulary.ts";

const date = (day: Day): string => dateText(russian, day);
const weekday = (day: Day): string => weekdayDate(russian, day);
const roman = ["I", "II", "III", "IV"];
/** A title in quotation marks, unless it stands in its own. */
export const quote = (text: string): string => (/^«.*»$/.test(text) ? text : `«${text}»`);

function reason(given: DayReason): string {
  switch (given.kind) {
    case "weekend":
      return "выходной";
    case "holiday":
      return `${given.name} (${given.source})`;
    case "day-off":
      return `выходной, перенесён с ${date(given.movedFrom)} (${given.source})`;
    case "working":
      return `рабочий день: выходной перенесён на ${date(given.movedTo)} (${given.source})`;
  }
}

/** «1–7 апреля 2024 года», «29 апреля – 5 мая 2024 года». */
function stretch(start: Day, end: Day): string {
  const [a, b] = [civilOf(start), civilOf(end)];
  if (start === end) return date(start);
  if (a.year === b.year && a.month === b.month) return `${a.day}–${date(end)}`;
  return a.year === b.year
    ? `${dateText(russian, start, a.year)}\u00a0– ${date(end)}`
    : `${date(start)}\u00a0– ${date(end)}`;
}

const month = (day: Day): number => civilOf(day).month - 1;
const year = (day: Day): number => civilOf(day).year;

function unit(kind: Unit, start: Day, end: Day): string {
  switch (kind) {
    case "week":
      return `неделя ${stretch(start, end)}`;
    case "month":
      return `${russian.months[month(start)]!} ${year(start)}\u00a0года`;
    case "quarter":
      return `${roman[Math.floor(month(start) / 3)]!}\u00a0квартал ${year(start)}\u00a0года`;
    case "half-year":
      return `${roman[Math.floor(month(start) / 6)]!}\u00a0полугодие ${year(start)}\u00a0года`;
    case "year":
      return `${year(start)}\u00a0год`;
  }
}

function during(kind: Unit, start: Day, end: Day): string {
  switch (kind) {
    case "week":
      return `на неделе ${stretch(start, end)}`;
    case "month":
      return `в течение ${russian.monthsInDate[month(start)]!}`;
    case "quarter":
      return `в течение ${roman[Math.floor(month(start) / 3)]!}\u00a0квартала`;
    case "half-year":
      return `в течение ${roman[Math.floor(month(start) / 6)]!}\u00a0полугодия`;
    case "year":
      return `в течение ${year(start)}\u00a0года`;
  }
}

const workingDays: Forms = ["рабочий день", "рабочих дня", "рабочих дней"];
const calendarDays: Forms = ["календарный день", "календарных дня", "календарных дней"];
const weekForms: Forms = ["неделя", "недели", "недель"];
const monthsForms: Forms = ["месяц", "месяца", "месяцев"];

const countForms: Readonly<Record<CountUnit, Forms>> = {
  "working-days": workingDays,
  "calendar-days": calendarDays,
  weeks: weekForms,
  months: monthsForms,
  hours: ["час", "часа", "часов"],
};

/** Skipped days in words; a run of days with one reason is one stretch. */
function skippedText(skipped: readonly SkippedDay[]): string {
  const runs: { start: Day; end: Day; why: string }[] = [];
  for (const { day, reason: why } of skipped) {
    const last = runs.at(-1);
    const text = reason(why);
    if (last !== undefined && last.why === text && last.end === day - 1) last.end = day;
    else runs.push({ start: day, end: day, why: text });
  }
  return runs
    .map(({ start, end, why }) => `${start === end ? weekday(start) : stretch(start, end)} – ${why}`)
    .join("; ");
}

const skipping = (skipped: readonly SkippedDay[]): string =>
  skipped.length === 0 ? "" : `. Пропущены: ${skippedText(skipped)}`;

const picks = {
  "last-working-day": "последний рабочий день",
  "first-working-day": "первый рабочий день",
  "last-day": "последний календарный день",
  "nth-working-day": "рабочий день по счёту",
  "nth-last-working-day": "рабочий день по счёту с конца",
  "first-working-days": "первые рабочие дни, последний из них",
  "last-working-days": "последние рабочие дни, первый из них",
  "last-week": "неделя, в которой последний день, до воскресенья",
  "last-full-week": "последняя целая неделя, до воскресенья",
  "last-7-days": "последние семь дней",
  "each-day": "каждый день",
  "each-working-day": "каждый рабочий день",
  weekday: "день недели",
  "first-day": "первый календарный день",
  "first-day-after": "первый день после конца",
  "day-of-month": "названное число",
  "as-of": "сведения на это число, дата не переносится",
  "day-before": "день накануне",
  "same-day": "сам этот день",
} as const;

/** Russian. */
export const russianWords: Words = {
  reason,
  unit,
  during,
  days: (kind, count) => counted(russian, count, countForms[kind]),
  clock: (clocks, other) => (other === null ? clocks : `${clocks} (${other.zone}; по времени плана – ${other.own})`),
  gap: { sameDay: "в тот же день", earlier: "раньше", until: "до этого дня" },
  steps: {
    named: ({ start, end }) => (start === end ? `день назван: ${weekday(start)}` : `названо: ${stretch(start, end)}`),
    until: ({ day, included, source }) =>
      `последний день назван: ${weekday(day)}; сам день ${included ? "входит" : "не входит"} в срок${cited(source)}`,
    "open-end": ({ day, item }) =>
      item === undefined
        ? `конец не назван: до конца года плана, ${date(day)}`
        : `конец не назван: до конца срока пункта ${item}, ${date(day)}`,
    extended: ({ condition, start, end }) => `продление ${quote(condition)}: ${stretch(start, end)}`,
    period: ({ title, start, end, source, startIs, editorial }) =>
      `период ${quote(title)}: ${stretch(start, end)} (${source})${startIs === "latest" ? `; ${date(start)} – самая поздняя дата начала` : ""}${editorial ? "; границы – соглашение редакции" : ""}`,
    unit: ({ unit: kind, start, end }) => unit(kind, start, end),
    cut: ({ start, end }) => `в границах периода: ${stretch(start, end)}`,
    event: ({ title, day, source, item, tried }) =>
      `${title}: ${weekday(day)}${item === undefined ? "" : ` – самое позднее, конец срока пункта ${item}`}${cited(source)}${tried ? " – дата для примера" : ""}`,
    "period-start": ({ title, day, source }) => `начало периода ${quote(title)}: ${weekday(day)}${cited(source)}`,
    "period-end": ({ title, day, source }) => `конец периода ${quote(title)}: ${weekday(day)}${cited(source)}`,
    count: ({ unit: kind, count, direction, to, eventDay, source, skipped }) =>
      `${direction === "after" ? "плюс" : "минус"} ${russianWords.days(kind, count)}, день события ${eventDay === "excluded" ? "не считается" : "считается"}${cited(source)}: ${weekday(to)}${skipping(skipped)}`,
    pick: ({ pick, day, skipped }) => `${picks[pick]}: ${weekday(day)}${skipping(skipped)}`,
    item: ({ item, title, edge, day }) =>
      `${edge === "start" ? "начало" : "конец"} срока пункта ${item} ${quote(title)}: ${weekday(day)}`,
    choose: ({ which, day, other }) =>
      `из сроков тот, который ${which === "earliest" ? "раньше" : "позже"}: ${weekday(day)}${other === undefined ? "; дня другого ещё нет" : `, другой – ${weekday(other)}`}`,
    calendar: ({ calendar, parties }) =>
      `рабочий календарь «${calendar}»${parties.length === 0 ? ", указан в пункте" : ` (${parties.join(", ")})`}`,
    time: ({ at, zone, utc }) =>
      `время ${at} (${zone})${zone === "UTC" ? "" : `, по всемирному – ${momentText(utc, date)}`}`,
    "whole-days": () => "дни считаются целыми, время события в счёте не участвует",
    hours: ({ count, direction, since, until }) =>
      `${direction === "after" ? "плюс" : "минус"} ${russianWords.days("hours", count)} от ${momentText(since, date)}: ${momentText(until, date)}`,
    between: ({ start, end }) => `от одного срока до другого: ${stretch(start, end)}`,
    except: ({ start, end }) => `без дней, которые исключены: ${stretch(start, end)}`,
    interval: ({ nth, from }) => `каждый ${nth}-й раз, считая с ${date(from)}`,
    minimum: ({ count, day, source }) =>
      `в сроке не меньше ${counted(russian, count, ["рабочего дня", "рабочих дней", "рабочих дней"])}${cited(source)}: ${weekday(day)}`,
    roll: ({ mode, day, reason: why, rolled, planBy, source }) => {
      const off = `${weekday(day)} – ${reason(why)}`;
      if (mode === "next") return `${off}; срок переносится на ${weekday(rolled ?? day)}${cited(source)}`;
      if (mode === "previous") return `${off}; срок переносится на ${weekday(planBy ?? day)}${cited(source)}`;
      return `${off}${planBy === undefined ? "" : `; успеть до ${weekday(planBy)}`}${rolled === undefined ? "" : `; ближайший следующий рабочий день – ${weekday(rolled)}${cited(source)}`}`;
    },
  },
  asked: {
    ownDate: "дата указана вами",
    exampleDate: "дата для примера",
    dayOf: (event) => `день ${event === "" ? "события" : event}`,
    countFrom: (unit, count, direction, day) =>
      `${russianWords.days(unit, count)} ${direction === "after" ? "после" : "до"} ${date(day)}`,
  },
  state: { dated: "с датой", "on-event": "по событию", continuous: "постоянно", external: "по срокам другого акта" },
};
