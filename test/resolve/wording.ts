import { isWorked, plusDays, workedAfter, workedFrom } from "../calendar/official-days.ts";

/**
 * What a wording gives in a year, written a second time for the tests: ISO texts and counting day by day, nothing of the
 * compiler's arithmetic. Days are written MM-DD.
 */
export interface Expected {
  readonly start: string | null;
  readonly end: string;
  readonly rolled?: string;
  readonly planBy?: string;
  readonly conditional?: string;
  readonly after?: string;
}
export type Wording = (year: number) => readonly Expected[];

const two = (n: number): string => String(n).padStart(2, "0");
const monthStart = (year: number, month: number): string => `${year}-${two(month)}-01`;
const monthEnd = (year: number, month: number): string =>
  plusDays(month === 12 ? `${year + 1}-01-01` : monthStart(year, month + 1), -1);
const everyMonth = Array.from({ length: 12 }, (_, index) => index + 1);

/** ГК РФ ст. 193 by analogy: the day stays, its neighbours stand beside it; none before the start. */
function besides(start: string | null, end: string): Expected {
  if (isWorked(end)) return { start, end };
  const planBy = workedFrom(end, -1);
  return { start, end, rolled: workedFrom(end, 1), ...(start === null || planBy >= start ? { planBy } : {}) };
}

/** «6 сентября» · «12, 23 августа». */
export const on =
  (...days: string[]): Wording =>
  (year) =>
    days.map((day) => ({ start: `${year}-${day}`, end: `${year}-${day}` }));
/** «1 июня – 31 августа», a named period; «с 1 апреля» with the end that it runs to. */
export const range =
  (...pairs: (readonly [from: string, to: string])[]): Wording =>
  (year) =>
    pairs.map(([from, to]) => ({ start: `${year}-${from}`, end: `${year}-${to}` }));
/** «1 сентября – 31 мая»: every instance that meets the year. */
export const wraps =
  (from: string, to: string): Wording =>
  (year) =>
    [year - 1, year].map((first) => ({ start: `${first}-${from}`, end: `${first + 1}-${to}` }));
/** «до 1 марта» · «не позднее 1 апреля». */
export const until =
  (...days: string[]): Wording =>
  (year) =>
    days.map((day) => besides(null, `${year}-${day}`));
/** «апрель» · «Февраль – март Сентябрь – ноябрь». */
export const months =
  (...list: (number | readonly [number, number])[]): Wording =>
  (year) =>
    list
      .map((entry) => (typeof entry === "number" ? ([entry, entry] as const) : entry))
      .map(([from, to]) => ({ start: monthStart(year, from), end: monthEnd(year, to) }));
/** «ежемесячно». */
export const monthly: Wording = months(...everyMonth);
/** «Ежеквартально». */
export const quarterly: Wording = months([1, 3], [4, 6], [7, 9], [10, 12]);
/** «1 раз в неделю», «еженедельно»: ISO weeks cut at the bounds. */
export const weekly =
  (from = "01-01", to = "12-31"): Wording =>
  (year) => {
    const found: Expected[] = [];
    for (let start = `${year}-${from}`; start <= `${year}-${to}`;) {
      const weekday = (new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7;
      const end = plusDays(start, 6 - weekday);
      found.push({ start, end: end > `${year}-${to}` ? `${year}-${to}` : end });
      start = plusDays(end, 1);
    }
    return found;
  };
/** «ежемесячно на 1 число»: a snapshot, never shifted. */
export const firsts: Wording = on(...everyMonth.map((month) => `${two(month)}-01`));
/** «последний рабочий день месяца». */
export const lastWorkingDays: Wording = (year) =>
  everyMonth.map((month) => workedFrom(monthEnd(year, month), -1)).map((day) => ({ start: day, end: day }));
/** «последний календарный день отчетного периода (начиная с февраля)». */
export const monthEnds: Wording = (year) =>
  everyMonth
    .slice(1)
    .map((month) => monthEnd(year, month))
    .map((day) => besides(day, day));
/** «первое число месяца, следующего за отчетным кварталом». */
export const afterQuarters: Wording = (year) =>
  [`${year}-04-01`, `${year}-07-01`, `${year}-10-01`, `${year + 1}-01-01`].map((day) => besides(day, day));
/** «в течение 2-х рабочих дней с момента завершения отчетного периода (начиная с февраля)». */
export const afterMonthEnds =
  (count: number): Wording =>
  (year) =>
    monthEnds(year).map(({ end }) => ({ start: null, end: workedAfter(end, count), after: end }));
/** «в течение N рабочих дней с момента …», the event being at the latest the end of another deadline. */
export const afterThat =
  (count: number, other: Wording): Wording =>
  (year) =>
    other(year).map(({ end }) => ({ start: null, end: workedAfter(end, count), after: end }));
/** What holds only on a condition. */
export const provided =
  (conditional: string, wording: Wording): Wording =>
  (year) =>
    wording(year).map((window) => ({ ...window, conditional }));
export const all =
  (...wordings: Wording[]): Wording =>
  (year) =>
    wordings.flatMap((wording) => wording(year));
