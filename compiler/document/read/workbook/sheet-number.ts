import { civilOf, dayOf, twoDigits, weekdayOf } from "../../../calendar/day.ts";
import { languages } from "../../../locale/languages.ts";

const { months, monthsInDate, monthsShort, weekdays, weekdaysShort } = languages.ru;

/** The formats that a workbook names by number alone (ECMA-376 part 1, §18.8.30), as a Russian Excel shows them. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "dd.mm.yyyy",
  15: "dd.mmm.yy",
  16: "dd.mmm",
  17: "mmm.yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd.mm.yyyy h:mm",
  46: "[h]:mm:ss",
};

export const builtInFormat = (id: number): string => builtIn[id] ?? "General";

/** The parts of a date's format: runs of one letter, words in quotes, single signs. */
const tokens = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(y+|m+|d+|h+|s+)|(.)/giu;

/** A moment by what a format may show of it. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The day and time of a serial number (ECMA-376 part 1, §18.17.4); undefined where there is none. */
function momentOf(serial: number, is1904: boolean): Moment | undefined {
  // To the second, so that 9:59:59.9999 is ten o'clock.
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  if (days < 0 || days > 2_958_465) return undefined;
  // The first system has a 29 February 1900, which never was: days before it are one later.
  const first = is1904 ? dayOf(1904, 1, 1) : days < 60 ? dayOf(1899, 12, 31) : dayOf(1899, 12, 30);
  const day = first + days;
  const rest = seconds - days * 86_400;
  return {
    ...civilOf(day),
    weekday: weekdayOf(day),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
  };
}

function datePart(token: string, moment: Moment, isMinute: boolean, hasDay: boolean): string | undefined {
  const { year, month, day, weekday, hour, minute, second } = moment;
  const padded = (n: number): string => (token.length === 1 ? String(n) : twoDigits(n));
  switch (token[0]) {
    case "y":
      return token.length <= 2 ? twoDigits(year % 100) : String(year);
    case "d":
      if (token.length > 3) return weekdays[weekday - 1];
      return token.length === 3 ? weekdaysShort[weekday - 1] : padded(day);
    case "h":
      return padded(hour);
    case "s":
      return padded(second);
    default:
  }
  if (isMinute) return padded(minute);
  if (token.length === 3) return monthsShort[month - 1];
  return token.length < 3 ? padded(month) : (hasDay ? monthsInDate : months)[month - 1];
}

/** Whether a format shows a day or a time, not a number. */
function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, "").replace(/general/gi, ""));
}

function dateText(format: string, moment: Moment): string {
  const found = [...format.matchAll(tokens)].map(([all, quoted, escaped, run, sign]) => ({
    run: run?.toLowerCase(),
    words: quoted ?? escaped ?? sign ?? (/^[_*]/.test(all) ? " " : ""),
  }));
  const runs = found.flatMap(({ run }) => run ?? []);
  const hasDay = runs.some((run) => run[0] === "d" && run.length < 3);
  let [at, text] = [-1, ""];
  for (const { run, words } of found) {
    if (run === undefined) {
      text += words;
      continue;
    }
    at += 1;
    // «m» is minutes after hours and before seconds.
    const isMinute = run[0] === "m" && run.length < 3 && (runs[at - 1]?.[0] === "h" || runs[at + 1]?.[0] === "s");
    text += datePart(run, moment, isMinute, hasDay) ?? "";
  }
  return text.trim();
}

/** A number without the rest that binary fractions leave: fifteen digits, as a workbook shows them. */
const plain = (value: number): string => String(Number(value.toPrecision(15)));

/** The number of a cell as its format shows it: «01.03.2025», «1.10», «50%». */
export function shownNumber(value: number, format: string, is1904: boolean): string {
  const own = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0]!;
  if (isDateFormat(own)) {
    const moment = momentOf(value, is1904);
    // A clock of twelve hours and the eras of other calendars: a day is shown whole.
    const known = !/am\/pm|a\/p|\[h+\]|\[m+\]|\[s+\]/i.test(own);
    if (moment !== undefined) return dateText(known ? own : value < 1 ? "hh:mm" : "dd.mm.yyyy", moment);
  }
  return pictured(value, own) ?? plain(value);
}

/** A number by the picture of its figures: «0.00», «#,##0.00_р_.», «00":"00»; undefined where the picture has more to it. */
function pictured(value: number, format: string): string | undefined {
  const picture = format.replace(/\[[^\]]*\]|[_*]./gu, "").trim();
  const parted = /^(#*0+)(?:"([^"]*)"|\\(.)|:)(0+)$/u.exec(picture);
  if (parted !== null && Number.isInteger(value) && value >= 0) {
    const [, whole, quotedSign, sign, rest] = parted;
    const figures = String(value).padStart(whole!.replace(/#/g, "").length + rest!.length, "0");
    return `${figures.slice(0, -rest!.length)}${quotedSign ?? sign ?? ":"}${figures.slice(-rest!.length)}`;
  }
  const digits = /^(#,##)?(0+)(?:\.(0+))?(%?)$/.exec(picture);
  if (digits === null || (digits[1] !== undefined && Math.abs(value) >= 1000)) return undefined;
  const [, , whole, decimals, percent] = digits;
  const shown = (percent === "" ? value : value * 100).toFixed(decimals?.length ?? 0);
  const width = whole!.length + (decimals === undefined ? 0 : decimals.length + 1);
  return `${value < 0 ? shown : shown.padStart(width, "0")}${percent}`;
}
