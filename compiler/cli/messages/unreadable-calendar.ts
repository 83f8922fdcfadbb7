import type { CalendarParseFault } from "../../ical/parse.ts";
import type { LanguageCode } from "../../locale/languages.ts";

const russian: Readonly<Record<CalendarParseFault, string>> = {
  "no-begin": "вместо BEGIN:VCALENDAR в начале стоит «{value}»",
  "no-end": "файл обрывается на «{value}»",
  line: "строка «{value}» – не свойство календаря",
  "no-uid": "у записи нет UID",
  twice: "запись {value} стоит дважды",
  sequence: "SEQUENCE – не число: «{value}»",
  date: "в DTSTART или DTEND нет дня: «{value}»",
};

const english: Readonly<Record<CalendarParseFault, string>> = {
  "no-begin": "it begins with “{value}”, not with BEGIN:VCALENDAR",
  "no-end": "it breaks off at “{value}”",
  line: "“{value}” is no property of a calendar",
  "no-uid": "an entry has no UID",
  twice: "entry {value} is there twice",
  sequence: "SEQUENCE is no number: “{value}”",
  date: "DTSTART or DTEND is no day: “{value}”",
};

/** Why a published calendar cannot be read, by language; `{value}` is the text at fault. */
export const unreadableCalendarMessages: Readonly<Record<LanguageCode, Readonly<Record<CalendarParseFault, string>>>> =
  {
    ru: russian,
    en: english,
  };
