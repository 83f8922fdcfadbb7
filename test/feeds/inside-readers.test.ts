import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { feedEntries } from "../../compiler/feeds/entries.ts";
import { emitFeeds } from "./emit-feeds.ts";
import { dueWindowsOfFeed, expectedEntries } from "./expected-entries.ts";
import { realPlans, realPlansOf } from "./plans.ts";
import { asLines } from "../ical/readers/entry.ts";
import { readComponent, readWithIcalJs } from "../ical/readers/ical-js.ts";
import { readWithNodeIcal } from "../ical/readers/node-ical.ts";

const readers = [
  ["ical.js", readWithIcalJs],
  ["node-ical", readWithNodeIcal],
] as const;
const files = emitFeeds(realPlans());
const written = new Map(
  feedEntries(realPlans(), "http://localhost", () => undefined).map((entry) => [entry.uid, entry]),
);

describe.each(readers)("%s", (_, read) => {
  test.each(files)("$path holds exactly what the plan says", ({ path, text }) => {
    const dueWindows = dueWindowsOfFeed(realPlans()[0]!, basename(path, ".ics").replace(/-alarms$/, ""));
    const expected = dueWindows
      .flatMap(expectedEntries)
      .map((entry) => ({ ...entry, summary: written.get(entry.uid)?.summary ?? "?" }));
    expect(asLines(read(text))).toEqual(asLines(expected));
  });

  test("two years: a window that both contain is one entry", () => {
    const later = realPlansOf(2025);
    const plans = [...realPlans(), ...later];
    const uids = new Set(plans.flatMap((plan) => plan.dueWindows.flatMap(expectedEntries)).map(({ uid }) => uid));
    const text = emitFeeds(plans).find(({ path }) => path === "feeds/all.ics")!.text;
    const found = read(text).map(({ uid }) => uid);
    expect(found.length).toBe(new Set(found).size);
    expect(new Set(found)).toEqual(uids);
  });
});

describe("ical.js", () => {
  test("gives back description, address, section and stamps as they went in", () => {
    const events = readComponent(files.find(({ path }) => path === "feeds/all.ics")!.text).getAllSubcomponents(
      "vevent",
    );
    expect(events.length).toBe(written.size);
    for (const event of events) {
      const entry = written.get(String(event.getFirstPropertyValue("uid")))!;
      expect(event.getFirstPropertyValue("description")).toBe(entry.description);
      expect(event.getFirstPropertyValue("url")).toBe(entry.url);
      expect(event.getFirstProperty("categories")?.getValues()).toEqual(entry.categories);
      expect(String(event.getFirstPropertyValue("dtstamp"))).toBe("2024-02-13T00:00:00Z");
      expect(String(event.getFirstPropertyValue("last-modified"))).toBe("2024-02-13T00:00:00Z");
      expect(event.getFirstPropertyValue("sequence")).toBe(0);
    }
  });

  test("the variant with reminders differs by one reminder an entry and the calendar's name alone", () => {
    const [plain, alarms] = ["feeds/doo.ics", "feeds/doo-alarms.ics"].map(
      (path) => files.find((file) => file.path === path)!.text,
    );
    const without = alarms!.replace(/BEGIN:VALARM\r\n[^]*?END:VALARM\r\n/g, "");
    const body = (text: string): string => text.slice(text.indexOf("BEGIN:VEVENT"));
    expect(body(without)).toBe(body(plain!));
    for (const event of readComponent(alarms!).getAllSubcomponents("vevent")) {
      const [alarm, ...more] = event.getAllSubcomponents("valarm");
      expect(more).toEqual([]);
      expect(alarm?.getFirstPropertyValue("action")).toBe("DISPLAY");
      expect(String(alarm?.getFirstPropertyValue("trigger"))).toMatch(/^-P/);
    }
  });
});
