import type { DayKind } from "../../create/calendar/compare-days.ts";
import type { SourceFault } from "../../create/calendar/source-days.ts";
import type { LanguageCode } from "../../locale/languages.ts";

interface CalendarMessages {
  readonly faults: Readonly<Record<SourceFault, string>>;
  readonly kinds: Readonly<Record<DayKind, string>>;
  readonly unnamed: string;
  readonly unexplained: string;
  readonly taken: string;
  readonly written: string;
  readonly provisional: string;
  readonly same: string;
  readonly different: string;
  readonly differs: string;
}

/** What `srok calendar` says, by language. */
export const calendarMessages: Readonly<Record<LanguageCode, CalendarMessages>> = {
  ru: {
    faults: {
      unknown: "это не XML xmlcalendar, не CSV производственного календаря, не .ics и не список дней: «{value}»",
      broken: "файл оборван или испорчен",
      "other-year": "это календарь на {value} год, а нужен {year}",
      "no-year": "про {year} год здесь ничего нет",
      "no-days": "здесь нет ни одного дня",
      "bad-day": "такого дня нет: «{value}»",
      repeats: "праздник «{value}» повторяется по правилу (RRULE): нужен файл, где дни года названы",
      total: "рабочих дней за год столько не выходит: {value}",
    },
    kinds: { working: "рабочий", short: "короткий", off: "выходной" },
    unnamed: "Нерабочий день",
    unexplained:
      "по этим выходным работают, а на какой день перенесён отдых, не сказано: {days}. Возьмите для --from источник с переносами (XML xmlcalendar), а этот – для --against",
    taken: "{path} уже есть: удалите его или назовите другой календарь (--calendar)",
    written: "Записано: {path}",
    provisional: "Календарь предварительный: когда выйдет акт, назовите его (--decree) или впишите в файл.",
    same: "С {other} сходится каждый день.",
    different: "Расходятся {from} и {other}, дней: {count}",
    differs: "{day}: {here} – {there}",
  },
  en: {
    faults: {
      unknown: "this is no XML of xmlcalendar, no CSV of a production calendar, no .ics and no list of days: “{value}”",
      broken: "the file is torn or broken",
      "other-year": "this is the calendar of {value}, and that of {year} is needed",
      "no-year": "it says nothing of {year}",
      "no-days": "it has no day",
      "bad-day": "there is no such day: “{value}”",
      repeats: "the holiday “{value}” recurs by a rule (RRULE): a file is needed that names the days of the year",
      total: "the working days of the year do not come to that: {value}",
    },
    kinds: { working: "working", short: "short", off: "off" },
    unnamed: "Day off",
    unexplained:
      "these weekend days are worked, and to which day the rest was moved is not said: {days}. Take a source with moves (XML of xmlcalendar) for --from, and this one for --against",
    taken: "{path} exists: delete it or name another calendar (--calendar)",
    written: "Written: {path}",
    provisional: "The calendar is provisional: when its act is out, name it (--decree) or write it into the file.",
    same: "Every day agrees with {other}.",
    different: "{from} and {other} differ on days: {count}",
    differs: "{day}: {here} – {there}",
  },
};
