import { russian } from "../../locale/ru.ts";
import { months } from "../../phrase/ru/words/lexicon.ts";
import { isBlank } from "../recognise/cell-kinds.ts";
import { monthBounds, monthsIn, type IsoBounds } from "../recognise/bounds.ts";
import type { PlanRow } from "../recognise/merged-cells.ts";
import { splitClock, type Clock } from "./clock.ts";

/** Why the words that are read are not those that are printed. */
export type WordsBecause = "month" | "rhythm" | "whole-plan" | "day-of-plan" | "ends" | "as-of";

/** A deadline as it is read: its words with what stands around the cell, and the time of day beside them. */
export interface DeadlineWords {
  /** As printed. */
  readonly printed: string;
  /** What is read as a phrase; empty where the cell names no day. */
  readonly phrase: string;
  /** The two ends of a stretch, each a phrase of its own. */
  readonly ends?: { readonly start: string; readonly end: string };
  readonly clock: Clock | undefined;
  /** What a column of times holds in figures that are no time: «11», of which a sheet made a number. */
  readonly unreadTime?: string;
  /** The dates hold only between these days: a month, by what stands around the cell. */
  readonly within?: IsoBounds | undefined;
  readonly because?: WordsBecause;
}

/** What stands around the rows of a section. */
export interface SectionContext {
  /** The month that the section or the whole plan is about, 1–12. */
  readonly month: number | undefined;
  readonly rhythm: "week" | "month" | "quarter" | "year" | undefined;
  /** The only day that the section's heading names, or the plan's title where the section is about that day. */
  readonly day: string | undefined;
  readonly bounds: IsoBounds;
}

const fullDay = /(?<!\d)(?:\d{1,2}\s+\p{Ll}{3,8}\s+(?:19|20|21)\d{2}|\d{1,2}\.\d{1,2}\.(?:19|20|21)\d{2})(?!\d)/gu;
const dayAlone = /(?<!\d)\d{1,2}\s+(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)\p{Ll}*/giu;
const rhythms: readonly (readonly [RegExp, SectionContext["rhythm"]])[] = [
  [/еженедел|кажд\p{L}+ недел|weekly/iu, "week"],
  [/ежемесяч|кажд\p{L}+ месяц|monthly/iu, "month"],
  [/ежекварт|кажд\p{L}+ квартал|quarterly/iu, "quarter"],
  [/ежегод|кажд\p{L}+ год|annual|yearly/iu, "year"],
];

/** A heading that is nothing but a month: «Сентябрь», «МАРТ 2025 г.», «Раздел 3. Май». */
function monthIn(heading: string): number | undefined {
  const words = heading.toLowerCase().match(/\p{L}+/gu) ?? [];
  const found = words.flatMap((word) => months.get(word.replace(/ё/g, "е")) ?? []);
  const rest = words.filter(
    (word) => !months.has(word) && !/^(?:г|год[ау]?|месяц|раздел|план|на|за|работ[аы]|мероприятия|[ivx]+)$/.test(word),
  );
  return found.length === 1 && rest.length === 0 ? found[0] : undefined;
}

/** The month that bounds are, if they are one. */
const monthOf = ({ from, to }: IsoBounds): number | undefined =>
  from.slice(0, 7) === to.slice(0, 7) ? Number(from.slice(5, 7)) : undefined;

/** What a section's heading and the plan's title say about the rows of the section. */
export function sectionContext(heading: string | undefined, title: string, bounds: IsoBounds): SectionContext {
  const days = heading?.match(fullDay) ?? heading?.match(dayAlone) ?? [];
  const titled = title.match(fullDay) ?? [];
  // «День фестиваля» is the day that the title names.
  const aboutDay =
    heading !== undefined && /^(?:[\dIVX]+[.)]?\s*)?(?:день|ход|программа|проведение|the day)(?=\s|$)/iu.test(heading);
  return {
    month: (heading === undefined ? undefined : monthIn(heading)) ?? monthOf(bounds),
    rhythm: rhythms.find(([pattern]) => heading !== undefined && pattern.test(heading))?.[1],
    day: days.length === 1 ? days[0] : aboutDay && titled.length === 1 ? titled[0] : undefined,
    bounds,
  };
}

const weekday = "(?:понедельник|вторник|сред[аыу]|четверг|пятниц[аыу]|суббот[аыу]|воскресень[ея])";
const bareWeekdays = new RegExp(`^${weekday}(?:\\s*(?:,|и|;)\\s*${weekday})*$`, "iu");
const part =
  /^(?:в\s+)?(?:(?:перв|втор|трет|четв[её]рт|последн|предпоследн)\p{L}{2,3}|[1-4](?:-?\p{L}{1,3})?|I{1,3}|IV)(?:\s+рабоч\p{L}+)?\s+(?:декад\p{L}|половин\p{L}|день|дня|дни|понедельник\p{L}*|вторник\p{L}*|сред\p{L}|четверг\p{L}*|пятниц\p{L}|суббот\p{L}|воскресень\p{L}|недел\p{L})(?:\s+месяца)?$/iu;
const ordinalDay =
  /^((?:до|к|по|не позднее|с|в срок до)\s+)?(\d{1,2})(?:\s*-?\s*(?:го|е|му))?(?:\s*[-–—]\s*(\d{1,2})(?:-?го)?)?(?:\s+числ[аоу](?:\s+месяца)?)?$/iu;
const stretchOfDays = /^с\s+(\d{1,2})(?:-?го)?\s+по\s+(\d{1,2})(?:-?[ое]{1,2})?(?:\s+числ[аоу])?(?:\s+месяца)?$/iu;
const wholeMonth = /^(?:в\s+течени[еи]|весь|на протяжении|в)\s+(?:всего\s+)?месяц[ае]?$/iu;

/** A phrase inside a month that its section names: «последняя декада», «до 20 числа», «в течение месяца». */
function inMonth(phrase: string, month: number): string | undefined {
  const of = russian.monthsInDate[month - 1]!;
  if (wholeMonth.test(phrase)) return russian.months[month - 1]!;
  if (part.test(phrase)) return `${phrase.replace(/\s+месяца$/i, "")} ${of}`;
  const stretch = stretchOfDays.exec(phrase);
  if (stretch !== null) return `с ${stretch[1]} по ${stretch[2]} ${of}`;
  const day = ordinalDay.exec(phrase);
  if (day === null) return undefined;
  const days = day[3] === undefined ? day[2] : `${day[2]}–${day[3]}`;
  return `${day[1] ?? ""}${days} ${of}`;
}

const inRhythm: Readonly<Record<"week" | "month" | "quarter" | "year", (phrase: string) => string | undefined>> = {
  week: (phrase) => (bareWeekdays.test(phrase) ? `каждый ${phrase}` : undefined),
  month: (phrase) => {
    if (/^(?:до|к|не позднее|в срок до)\s+\d{1,2}(?:\s*-?го)?(?:\s+числа)?$/i.test(phrase))
      return `ежемесячно ${phrase}${/числ/.test(phrase) ? "" : " числа"}`;
    return part.test(phrase) && !/месяца$/.test(phrase) ? `${phrase} месяца` : undefined;
  },
  quarter: () => undefined,
  year: () => undefined,
};

/** Deadlines that last as long as the plan: «в течение полугодия» in a plan of a half-year. */
const whole =
  /^(?:в\s+течени[еи]|на протяжении|весь|в период)\s+(?:всего\s+)?(?:(?:срока|периода)\s+(?:реализации|действия)\s+)?(?<unit>плана|учебного года|уч\.?\s*года|года|полугодия|квартала|периода)$/iu;
function lastsAsThePlan(phrase: string, bounds: IsoBounds): boolean {
  const unit = whole.exec(phrase)?.groups?.["unit"]?.toLowerCase();
  if (unit === undefined) return false;
  const length = monthsIn(bounds);
  if (unit.startsWith("уч")) return length === 12 && bounds.from.slice(5) === "09-01";
  return (
    unit === "плана" ||
    unit === "периода" ||
    (unit === "полугодия" && length === 6) ||
    (unit === "квартала" && length === 3)
  );
}

/** The month in the plan: of two years the one that it is in. */
function monthOfPlan(month: number, { from, to }: IsoBounds): IsoBounds {
  const isNext = month < Number(from.slice(5, 7)) && from.slice(0, 4) !== to.slice(0, 4);
  return monthBounds(Number(from.slice(0, 4)) + (isNext ? 1 : 0), month, month);
}

/** The day that figures are taken of is no deadline, where one stands beside it. */
const asOf = /^(?<deadline>.*(?:до|не позднее|к|в срок)\s.*?)[\s,(]*по состоянию на\s[^,;]+$/iu;

/** A longer text is no phrase. */
const longestPhrase = 1000;

const blank = (text: string | undefined): boolean => text === undefined || isBlank(text);

/** The words of a row's deadline, to be read; undefined where the cell is empty or holds a dash. */
export function deadlineWords(row: PlanRow, context: SectionContext): DeadlineWords | undefined {
  const words = wordsWithoutTime(row, context);
  const isUnread = words !== undefined && /\d/.test(row.time ?? "") && splitClock(row.time!, true).clock === undefined;
  return isUnread ? { ...words, unreadTime: row.time! } : words;
}

function wordsWithoutTime({ cells, ends, time }: PlanRow, context: SectionContext): DeadlineWords | undefined {
  const printed = cells.deadline;
  // What nobody would write as a deadline is not looked into.
  if (printed.length > longestPhrase) return { printed, phrase: printed, clock: undefined };
  if (ends !== undefined && !blank(ends.start) && !blank(ends.end))
    return { printed, phrase: "", ends, clock: undefined, because: "ends" };
  const text = ends === undefined ? printed : blank(ends.start) ? ends.end : `с ${ends.start}`;
  if (blank(text) && blank(time)) return undefined;
  const inTime = blank(time) ? undefined : splitClock(time!, true).clock;
  const split = splitClock(blank(text) ? "" : text);
  const clock = inTime ?? split.clock;
  const words = split.words.replace(/\s*\.$/, "");
  const base = { printed, clock };
  const dated = asOf.exec(words)?.groups?.["deadline"];
  if (dated !== undefined) return { ...base, phrase: dated, because: "as-of" };
  if (words === "")
    return context.day === undefined
      ? { ...base, phrase: "" }
      : { ...base, phrase: context.day, because: "day-of-plan" };
  if (lastsAsThePlan(words, context.bounds)) return { ...base, phrase: "постоянно", because: "whole-plan" };
  const rhythm = context.rhythm === undefined ? undefined : inRhythm[context.rhythm](words);
  if (rhythm !== undefined) return { ...base, phrase: rhythm, because: "rhythm" };
  const month = context.month === undefined ? undefined : inMonth(words, context.month);
  if (month !== undefined) return { ...base, phrase: month, because: "month" };
  if (bareWeekdays.test(words)) return { ...base, phrase: `каждый ${words}`, because: "rhythm" };
  return {
    ...base,
    phrase: words,
    within: context.month === undefined ? undefined : monthOfPlan(context.month, context.bounds),
  };
}
