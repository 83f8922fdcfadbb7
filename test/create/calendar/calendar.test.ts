/** Working calendars from what others publish: each source by itself, against another, and files that are not what they say. */
import { describe, expect, test } from "vitest";
import { isoDate } from "../../../compiler/calendar/day.ts";
import { calendarFile, calendarOf, unexplained } from "../../../compiler/create/calendar/calendar-file.ts";
import { compareDays } from "../../../compiler/create/calendar/compare-days.ts";
import { readDays } from "../../../compiler/create/calendar/read-days.ts";
import { SourceError, type SourceDays } from "../../../compiler/create/calendar/source-days.ts";
import { compile, isError } from "../../../compiler/compile.ts";
import { plan2024 } from "../../plan-files.ts";

const year = 2024;
const head = { name: "ru", year, weekend: ["sat", "sun"], source: "test", unnamed: "Day off" } as const;

/** The days off of 2024 in Russia (government decree of 10.08.2023 № 1314) as xmlcalendar has them. */
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2024" lang="ru" date="2023.08.17" country="ru">
  <holidays><holiday id="1" title="Новогодние каникулы"/><holiday id="2" title="Рождество"/></holidays>
  <days>
    <day d="01.01" t="1" h="1"/><day d="01.02" t="1" h="1"/><day d="01.03" t="1" h="1"/><day d="01.04" t="1" h="1"/>
    <day d="01.05" t="1" h="1"/><day d="01.06" t="1" h="1"/><day d="01.07" t="1" h="2"/><day d="01.08" t="1" h="1"/>
    <day d="02.22" t="2"/><day d="02.23" t="1"/><day d="03.07" t="2"/><day d="03.08" t="1"/>
    <day d="04.27" t="3"/><day d="04.29" t="1" f="04.27"/><day d="04.30" t="1" f="11.02"/>
    <day d="05.01" t="1"/><day d="05.08" t="2"/><day d="05.09" t="1"/><day d="05.10" t="1" f="01.06"/>
    <day d="06.11" t="2"/><day d="06.12" t="1"/><day d="11.02" t="3"/><day d="11.04" t="1"/>
    <day d="12.28" t="3"/><day d="12.30" t="1" f="12.28"/><day d="12.31" t="1" f="01.07"/>
  </days>
</calendar>`;
/** The same year as the open data has it: 248 working days. */
const csv = `Год/Месяц,Январь,Февраль,Март,Апрель,Май,Июнь,Июль,Август,Сентябрь,Октябрь,Ноябрь,Декабрь,Всего рабочих дней
2024,"1,2,3,4,5,6,7,8,13,14,20,21,27,28","3,4,10,11,17,18,22*,23,24,25","2,3,7*,8,9,10,16,17,23,24,30,31","6,7,13,14,20,21,28,29+,30+","1,4,5,8*,9,10+,11,12,18,19,25,26","1,2,8,9,11*,12,15,16,22,23,29,30","6,7,13,14,20,21,27,28","3,4,10,11,17,18,24,25,31","1,7,8,14,15,21,22,28,29","5,6,12,13,19,20,26,27","3,4,9,10,16,17,23,24,30","1,7,8,14,15,21,22,29,30+,31+",248
`;
const ics = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "DTSTART;VALUE=DATE:20240329",
  "SUMMARY:Good Friday",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "DTSTART;VALUE=DATE:20241225",
  "DTEND;VALUE=DATE:20241227",
  "SUMMARY:Christmas\\, Boxing Day",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "DTSTART;VALUE=DATE:20230101",
  "SUMMARY:Last year",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

const dated = (days: SourceDays): { days: SourceDays; calendar: ReturnType<typeof calendarOf> } => ({
  days,
  calendar: calendarOf(days, head),
});
const names = ({ off }: SourceDays): string[] => [...off].map(([day, name]) => `${isoDate(day)} ${name}`.trim());

describe("a source is read", () => {
  test("XML of xmlcalendar, and the file that comes of it gives the totals of the approved calendar", () => {
    const days = readDays(xml, year);
    expect(days.moved.map(({ from, to }) => `${isoDate(from)} → ${isoDate(to)}`)).toContain("2024-04-27 → 2024-04-29");
    const text = calendarFile(days, { ...head, decree: { title: "Постановление № 1314", date: "2023-08-10" } });
    expect(text).toContain("status: approved");
    expect(text).toContain("workdays: [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21]");
    expect(text).toContain("short-days: [2024-02-22, 2024-03-07, 2024-05-08, 2024-06-11]");
    const sources = plan2024().map((file) =>
      file.path.endsWith("calendars/ru/2024.yaml") ? { path: file.path, text } : file,
    );
    const { value, diagnostics } = compile(sources);
    expect(diagnostics.filter(isError)).toEqual([]);
    const approved = compile(plan2024()).value.plans[0]!.calendar;
    const made = value.plans[0]!.calendar;
    const first = [...approved.years.keys()].length;
    expect(first).toBe([...made.years.keys()].length);
    for (let at = 0; at < 366; at++) {
      const day = 19_723 + at;
      expect(made.isWorking(day), isoDate(day)).toBe(approved.isWorking(day));
    }
  });

  test("CSV of open data: days off that are no weekend, weekends that are worked, the total", () => {
    const days = readDays(csv, year);
    expect(days.total).toBe(248);
    expect([...days.working].map(isoDate)).toEqual(["2024-04-27", "2024-11-02", "2024-12-28"]);
    expect(unexplained(days)).toHaveLength(3);
    expect(unexplained(readDays(xml, year))).toEqual([]);
  });

  test("a calendar of holidays", () => {
    expect(names(readDays(ics, year))).toEqual([
      "2024-03-29 Good Friday",
      "2024-12-25 Christmas, Boxing Day",
      "2024-12-26 Christmas, Boxing Day",
    ]);
  });

  test("a list of days", () => {
    const list =
      "# bank holidays\ndate,name\n2024-01-01, New Year's Day\n25.12.2024; Christmas\n12-26 Boxing Day\n2025-01-01 Next year\n";
    expect(names(readDays(list, year))).toEqual([
      "2024-01-01 New Year's Day",
      "2024-12-25 Christmas",
      "2024-12-26 Boxing Day",
    ]);
    const text = calendarFile(readDays(list, year), head);
    expect(text).toContain("status: provisional");
    expect(text).toContain("workdays: [22, 21, 21, 22, 23, 20, 23, 22, 21, 23, 21, 20]");
  });
});

describe("two sources are compared", () => {
  test("the XML and the CSV of one year agree", () => {
    expect(compareDays(year, dated(readDays(xml, year)), dated(readDays(csv, year)))).toEqual([]);
  });

  test("each day that differs is told", () => {
    const other = csv.replace("11*,12,15", "12,15").replace('"6,7,13', '"5,6,7,13').replace(",248", "");
    const found = compareDays(year, dated(readDays(xml, year)), dated(readDays(other, year)));
    expect(found.map(({ day, here, there }) => `${isoDate(day)} ${here} ${there}`)).toEqual([
      "2024-04-05 working off",
      "2024-06-11 short working",
    ]);
  });
});

/** What a file is wrong in, and the line. */
test.each([
  ["<html><body/></html>", "unknown", 1],
  ["<calendar year='2024'><days><day d='01.01' t='1'/>", "broken", 1],
  ["<!DOCTYPE calendar [<!ENTITY a 'b'>]><calendar year='2024'/>", "broken", 1],
  ['<calendar year="2023"><days><day d="01.01" t="1"/></days></calendar>', "other-year", 1],
  ['<calendar year="2024">\n<days><day d="02.30" t="1"/></days></calendar>', "bad-day", 2],
  ['<calendar year="2024"><days/></calendar>', "no-days", 1],
  [csv.replace("2024,", "2023,"), "no-year", 0],
  [csv.replace("22*,23", "22*,32"), "bad-day", 2],
  [csv.replace(",248", ",247"), "total", 2],
  [ics.replace("END:VCALENDAR", ""), "broken", 14],
  [ics.replaceAll("2024", "2023"), "no-year", 0],
  [ics.replace("SUMMARY:Good", "RRULE:FREQ=YEARLY\r\nSUMMARY:Good"), "repeats", 0],
  ["PK\u0003\u0004 a spreadsheet", "unknown", 1],
  ["", "no-days", 0],
  ["2024-01-01 New Year\n2024-02-30 No day", "bad-day", 2],
  ["2024-01-01 New Year\nand some more", "bad-day", 2],
  ["2023-01-01 Last year", "no-year", 0],
])("%j is refused: %s in line %i", (text, fault, line) => {
  let error: unknown;
  try {
    readDays(text, year);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ fault, line });
});

describe("the working days of the months", () => {
  const without = (pattern: RegExp): ReturnType<typeof compile> =>
    compile(
      plan2024().map((file) =>
        file.path.endsWith("calendars/ru/2024.yaml") ? { path: file.path, text: file.text.replace(pattern, "") } : file,
      ),
    );

  test("may be left out where no decree approves the year", () => {
    const { diagnostics } = without(/^(?:decree|workdays|decree-date):.*\n(?: {2}.*\n)*/gm);
    expect(diagnostics.filter(isError)).toEqual([]);
  });

  test("are asked for beside a decree", () => {
    const { diagnostics } = without(/^workdays:.*\n(?: {2}.*\n)*/gm);
    expect(diagnostics.filter(isError)).toHaveLength(1);
  });
});
