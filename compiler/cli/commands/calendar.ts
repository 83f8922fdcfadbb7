import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { weekdayNames, type Weekday } from "../../calendar/day.ts";
import { calendarFile, calendarOf, unexplained, type CalendarHead } from "../../create/calendar/calendar-file.ts";
import { compareDays, type DayDifference } from "../../create/calendar/compare-days.ts";
import { readDays } from "../../create/calendar/read-days.ts";
import { SourceError, type SourceDays } from "../../create/calendar/source-days.ts";
import { decode } from "../../document/read/decode.ts";
import { languages, weekdayDate } from "../../locale/languages.ts";
import { isoDate, type Day } from "../../calendar/day.ts";
import { writeNew } from "../files/write-new.ts";
import { calendarMessages } from "../messages/calendar-messages.ts";
import { filled, type Localized } from "../messages/messages.ts";
import {
  dayOption,
  flagOption,
  planFolder,
  requiredOption,
  stringOption,
  textOption,
  type Options,
} from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";

const usage: Localized = {
  ru: `srok calendar ГОД --from ФАЙЛ – файл рабочего календаря из того, что опубликовано

  --from ФАЙЛ       XML проекта xmlcalendar, CSV производственного календаря из открытых данных, .ics с праздниками
                    или список дней: «2026-12-25 Рождество», день в строке
  --against ФАЙЛ    сверить с другим источником и назвать расхождения
  --calendar ИМЯ    имя календаря – имя папки (по умолчанию own)
  --decree ТЕКСТ    акт, которым год утверждён; без него календарь предварительный (provisional)
  --decree-date ДАТА   дата акта
  --source ТЕКСТ    откуда дни (по умолчанию имя файла)
  --weekend ДНИ     выходные дни недели (по умолчанию sat,sun)
  --dry-run         только показать

Выход: 0 – записано, 1 – источники расходятся (файл записан) или файл не то, чем назван, 2 – неверная команда.`,
  en: `srok calendar YEAR --from FILE – the file of a working calendar from what is published

  --from FILE       XML of xmlcalendar, CSV of the open data of production calendars, an .ics of holidays, or a list of
                    days: “2026-12-25 Christmas Day”, a day a line
  --against FILE    hold it against another source and name the differences
  --calendar NAME   the name of the calendar – its folder's (default own)
  --decree TEXT     the act that approves the year; without one the calendar is provisional
  --decree-date DATE   the day of the act
  --source TEXT     where the days are from (default the file's name)
  --weekend DAYS    days off of the week (default sat,sun)
  --dry-run         only show it

Exit status: 0 – written, 1 – the sources differ (the file is written) or a file is not what it says, 2 – wrong usage.`,
};

/** The days of a year in a file. Throws a SystemError with the place where the file is not what it says. */
function daysIn(path: string, year: number, terminal: Terminal): SourceDays {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new SystemError(filled(terminal.messages.cannotRead, { path }));
  }
  try {
    return readDays(decode(bytes).text, year);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { fault, line, value } = error;
    const place = line === 0 ? path : `${path}:${line}`;
    throw new SystemError(
      `${place}: ${filled(calendarMessages[terminal.language].faults[fault], { value, year: String(year) })}`,
    );
  }
}

function weekendOf(options: Options, terminal: Terminal): Weekday[] {
  const names = (textOption(options, "weekend") ?? "sat,sun").split(",").map((name) => name.trim());
  const unknown = names.find((name) => !(weekdayNames as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      filled(terminal.messages.badValue, { name: "--weekend", value: unknown, expected: weekdayNames.join(", ") }),
    );
  return names as Weekday[];
}

function headOf(year: number, options: Options, terminal: Terminal): CalendarHead {
  const name = textOption(options, "calendar") ?? "own";
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new UsageError(filled(terminal.messages.badValue, { name: "--calendar", value: name, expected: "own" }));
  const decree = textOption(options, "decree");
  const date = dayOption(options, "decree-date", terminal);
  if (decree === undefined && date !== undefined)
    throw new UsageError(filled(terminal.messages.missingArgument, { name: "--decree" }));
  return {
    name,
    year,
    weekend: weekendOf(options, terminal),
    source: textOption(options, "source") ?? basename(requiredOption(options, "from", terminal)),
    decree: decree === undefined ? undefined : { title: decree, date: date === undefined ? undefined : isoDate(date) },
    unnamed: calendarMessages[terminal.language].unnamed,
  };
}

const dayText = (day: Day, { language }: Terminal): string => weekdayDate(languages[language], day);

function differenceLine({ day, here, there }: DayDifference, terminal: Terminal): string {
  const { kinds, differs } = calendarMessages[terminal.language];
  return `  ${filled(differs, { day: dayText(day, terminal), here: kinds[here], there: kinds[there] })}`;
}

/** What the two sources say differently, in lines; none where they agree. */
function differences(days: SourceDays, head: CalendarHead, other: string, terminal: Terminal): readonly string[] {
  const there = daysIn(other, head.year, terminal);
  const found = compareDays(
    head.year,
    { days, calendar: calendarOf(days, head) },
    { days: there, calendar: calendarOf(there, head) },
  );
  return found.map((difference) => differenceLine(difference, terminal));
}

/** `srok calendar YEAR --from FILE`: writes a year of a working calendar, and holds it against another source. */
export const calendar: Command = {
  name: "calendar",
  usage,
  options: {
    from: stringOption,
    against: stringOption,
    calendar: stringOption,
    decree: stringOption,
    "decree-date": stringOption,
    source: stringOption,
    weekend: stringOption,
    "dry-run": flagOption,
  },
  positionals: ["YEAR"],
  run({ options, positionals }, terminal) {
    const own = calendarMessages[terminal.language];
    const year = Number(positionals[0]);
    if (!/^(?:19|20|21)\d\d$/.test(positionals[0] ?? ""))
      throw new UsageError(
        filled(terminal.messages.badValue, { name: "YEAR", value: positionals[0] ?? "", expected: "1900–2199" }),
      );
    const from = requiredOption(options, "from", terminal);
    const head = headOf(year, options, terminal);
    const days = daysIn(from, year, terminal);
    const left = unexplained(days);
    if (left.length > 0)
      throw new SystemError(
        `${from}: ${filled(own.unexplained, { days: left.map((day) => dayText(day, terminal)).join(", ") })}`,
      );
    const other = textOption(options, "against");
    const lines = other === undefined ? [] : differences(days, head, other, terminal);
    const text = calendarFile(days, head);
    const path = `calendars/${head.name}/${year}.yaml`;
    const place = join(planFolder(options), path);
    if (options["dry-run"] === true) terminal.print(text.trimEnd());
    else {
      if (existsSync(place)) throw new UsageError(filled(own.taken, { path: place }));
      writeNew(planFolder(options), new Map([[path, text]]), terminal);
      terminal.print(filled(own.written, { path: place }));
    }
    if (head.decree === undefined) terminal.print(own.provisional);
    if (other !== undefined)
      terminal.print(
        lines.length === 0
          ? filled(own.same, { other })
          : [filled(own.different, { from, other, count: String(lines.length) }), ...lines].join("\n"),
      );
    return lines.length === 0 ? 0 : 1;
  },
};
