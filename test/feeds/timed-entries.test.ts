/** Deadlines with a time in the feeds, read back by calendars that we did not write. */
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { feedEntries, type FeedEntry } from "../../compiler/feeds/entries.ts";
import { entryMessages } from "../../compiler/feeds/messages/entries.ts";
import { textIn, piecesOf } from "../../compiler/ical/entry-bytes.ts";
import { lintCalendar } from "../../compiler/ical/lint.ts";
import { parseCalendar } from "../../compiler/ical/parse.ts";
import { calendarEnd, calendarStart } from "../../compiler/ical/vcalendar.ts";
import { serialise } from "../../compiler/ical/vevent.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

let entries: readonly FeedEntry[];
let text: string;

beforeAll(() => {
  const { plans } = compile(sourcesOf(join(casesFolder, "good", "hours"))).value;
  entries = feedEntries(plans, "https://plan.example", () => undefined);
  const head = calendarStart({
    prodid: "-//test//test//RU",
    name: "Пробный",
    description: "Пробный",
    timeZone: "Asia/Yekaterinburg",
    refresh: "PT12H",
    colour: { name: "teal", hex: "#008080" },
    source: "https://plan.example/feeds/all.ics",
    url: "https://plan.example/",
  });
  text = head + textIn(piecesOf(serialise(entries), true)) + calendarEnd;
});

const entryOf = (item: string): FeedEntry => entries.find(({ due }) => due.item === item)!;

/** The instants worked out by hand, in UTC: start and end of the entry. */
const instants: readonly (readonly [item: string, start: string, end: string])[] = [
  ["1.1", "2024-09-12T13:00:00.000Z", "2024-09-12T13:00:00.000Z"],
  ["1.2", "2024-06-05T02:00:00.000Z", "2024-06-05T02:00:00.000Z"],
  ["1.3", "2024-06-03T04:00:00.000Z", "2024-06-03T13:00:00.000Z"],
  ["1.4", "2024-04-27T09:30:00.000Z", "2024-04-27T09:30:00.000Z"],
  ["1.5", "2024-11-04T02:00:00.000Z", "2024-11-04T02:00:00.000Z"],
  ["1.6", "2024-11-03T00:00:00.000Z", "2024-11-03T00:00:00.000Z"],
  ["1.9", "2024-09-14T13:00:00.000Z", "2024-09-14T13:00:00.000Z"],
  ["1.10", "2024-04-30T19:00:00.000Z", "2024-04-30T19:00:00.000Z"],
];

describe.each(instants)("item %s", (item, start, end) => {
  test("ical.js reads its instants", () => {
    const { uid } = entryOf(item);
    const found = new ICAL.Component(ICAL.parse(text) as string)
      .getAllSubcomponents("vevent")
      .map((component) => new ICAL.Event(component))
      .find((event) => event.uid === uid)!;
    expect([found.startDate.toJSDate().toISOString(), found.endDate.toJSDate().toISOString()]).toEqual([start, end]);
    expect(found.startDate.isDate).toBe(false);
  });

  test("node-ical reads its instants", () => {
    const found = Object.values(nodeIcal.sync.parseICS(text)).find(
      (component) => component?.type === "VEVENT" && component.uid === entryOf(item).uid,
    ) as { start: Date; end: Date; datetype: string };
    expect([found.start.toISOString(), found.end.toISOString()]).toEqual([start, end]);
    expect(found.datetype).toBe("date-time");
  });
});

test("whole days stay whole days", () => {
  const [, lines = ""] = text.split(`UID:${entryOf("1.7").uid}`.slice(0, 60));
  expect(lines).toContain("DTSTART;VALUE=DATE:20240503");
  expect(entryOf("1.7").instants).toBeUndefined();
});

test("our own reader and linter find nothing wrong", () => {
  expect(lintCalendar(new TextEncoder().encode(text))).toEqual([]);
  expect(parseCalendar(text).get(entryOf("1.2").uid)?.shown).toContain("20240605T020000Z");
});

test("an entry says its time, and the zone where that is not the plan's", () => {
  expect(entryOf("1.1").summary).toContain("18:00");
  expect(entryOf("1.1").summary).not.toContain("Yekaterinburg");
  expect(entryOf("1.2").summary).toContain("19:00 (America/Los_Angeles)");
  expect(entryOf("1.7").summary.startsWith(entryMessages.ru.due)).toBe(true);
});

test("the reminder rings at nine of the working day before", () => {
  // The 12th of September is a Thursday: 9 o'clock of Wednesday is 33 hours before 18:00.
  expect(entryOf("1.1").alarm).toBe(33);
});
