import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarEnd, calendarStart } from "../../compiler/ical/vcalendar.ts";
import type { CalendarEntry } from "../../compiler/ical/vevent-body.ts";
import { foldLine, unfold } from "../../compiler/ical/fold.ts";
import { lintCalendar } from "../../compiler/ical/lint.ts";
import { cleanLine, cleanText, clip, escapeText, octetsOf } from "../../compiler/ical/text.ts";
import { emitFeeds } from "./emit-feeds.ts";
import { runs } from "../fuzz-runs.ts";
import { tinyPlans } from "./plans.ts";
import { serialisedTexts } from "../ical/serialised.ts";
import { readComponent, readWithIcalJs } from "../ical/readers/ical-js.ts";
import { readWithNodeIcal } from "../ical/readers/node-ical.ts";
import { expectEach } from "../expect-each.ts";

const head = {
  prodid: "-//test//test//EN",
  name: "Test",
  description: "Test",
  timeZone: "UTC",
  refresh: "PT12H",
  colour: { name: "teal", hex: "#008080" },
  source: "http://localhost/a.ics",
  url: "http://localhost/",
};
const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({
  uid: "test/1@example",
  dtstart: 19783,
  dtend: 19784,
  summary: "Summary",
  description: "Description",
  url: "http://localhost/",
  categories: ["A"],
  status: "CONFIRMED",
  sequence: 0,
  changed: 19766,
  alarm: 15,
  ...more,
});
function written(more: Partial<CalendarEntry>): string {
  const text = [calendarStart(head), ...serialisedTexts([entry(more)], true), calendarEnd].join("");
  expect(lintCalendar(new TextEncoder().encode(text))).toEqual([]);
  return text;
}

const hostile: readonly (readonly [string, string])[] = [
  ["a line break that begins another entry", "Title\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil@example\r\nSUMMARY:evil"],
  ["a lone CR", "Title\rATTACH:http://evil.example/"],
  ["a lone LF and what looks like a fold", "Title\n folded\r\n\tfolded"],
  ["separators of lines and paragraphs", "a\u2028b\u2029c\u0085d\u000be\u000cf"],
  ["characters of the format", "a;b,c\\d:e\"f'g\\n\\N\\;\\,\\\\"],
  ["a backslash at the end", "a\\"],
  ["control characters", "a\u0000b\u0001c\u0007d\u001be\u007ff\u009fg"],
  ["marks that turn the direction", "a\u202eb\u202cc\u2066d\u2069e\u200ff\u061cg\ufeffh"],
  ["half of a character", "a\ud83d b \udc00c"],
  ["emoji at every place of a fold", "👨‍👩‍👧‍👦🏳️‍🌈".repeat(40)],
  ["combining marks at every place of a fold", "й́̂̃".repeat(60)],
  ["5,000 letters without a space", "Ы".repeat(5000)],
  ["5,000 letters and commas", "Ы, ".repeat(1700)],
  ["markup and formulas", '=HYPERLINK("http://evil.example") <script>alert(1)</script> &amp; %0D%0A'],
  ["our own marks", "\u0001summary\u0001 \u0001description\u0001"],
  ["nothing but spaces around", "  a\t b  "],
];

describe("hostile texts", () => {
  test.each(hostile)("%s: read back as cleaned, in one entry", (_, text) => {
    const ics = written({ summary: `S ${text}`, description: `D ${text}`, categories: [`C ${text}`] });
    const [event, ...more] = readComponent(ics).getAllSubcomponents("vevent");
    expect(more).toEqual([]);
    expect(event!.getFirstPropertyValue("summary")).toBe(cleanLine(`S ${text}`));
    expect(event!.getFirstPropertyValue("description")).toBe(cleanText(`D ${text}`));
    expect(event!.getFirstProperty("categories")!.getValues()).toEqual([cleanLine(`C ${text}`)]);
    expect(
      event!
        .getAllProperties()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      "categories",
      "description",
      "dtend",
      "dtstamp",
      "dtstart",
      "last-modified",
      "sequence",
      "status",
      "summary",
      "transp",
      "uid",
      "url",
      "x-microsoft-cdo-busystatus",
    ]);
    expect(readWithNodeIcal(ics).map(({ uid }) => uid)).toEqual(["test/1@example"]);
  });

  // A plan that holds the other signs of this kind, or lost letters, is refused (bidi-control, not-utf8).
  const inPlans = hostile.map(
    ([name, text]) => [name, text.toWellFormed().replace(/[\u202a-\u202e\u2066-\u2069\ufffd]/g, "\u200f")] as const,
  );
  test.each(inPlans)("%s: in every text of a plan", (_, text) => {
    const quoted = JSON.stringify(text.toWellFormed());
    const plans = tinyPlans({
      items: `  - { id: "1.1", activity: ${quoted}, responsible: [school], deadline: { text: ${quoted}, until: 03-01, subject: ${quoted} }, control: { form: ${quoted}, deadline: { text: ${quoted}, on: 03-04 } } }`,
      section: `{ id: "1", number: I, title: ${quoted} }`,
      series: [
        ["title: План работы с пособиями", `title: ${quoted}`],
        ["name: План пособий", `name: ${quoted}`],
      ],
      files: {
        "parties.yaml": `parties:\n  - { id: school, label: ${quoted}, name: ${quoted} }\n  - { id: inspector, label: Инспектор, name: Инспектор }\n`,
      },
    });
    const files = emitFeeds(plans, { site: "https://plan.example" });
    expect(files).toHaveLength(5);
    for (const { text: ics } of files) {
      for (const { summary } of readWithIcalJs(ics)) expect(octetsOf(summary)).toBeLessThan(1200);
      expectEach(readWithIcalJs(ics), ({ uid }) => /^demo\/2024\/1\.1\/(work|control)\/1@demo\.example$/.test(uid));
    }
  });

  test("a long condition and form leave the description within 2 kB, its link whole", () => {
    const long = "Ы".repeat(900);
    const plans = tinyPlans({
      items: `  - { id: "1.1", activity: ${long}, responsible: [school], deadline: { text: ${long}, from: 06-01, to: 06-05, extended: { to: 06-09, if: ${long} } }, control: { form: ${long}, deadline: { text: ${long}, on: 03-04, subject: ${long} } } }`,
    });
    const all = emitFeeds(plans, { site: "https://plan.example" }).find(({ path }) => path === "feeds/all.ics")!.text;
    for (const event of readComponent(all).getAllSubcomponents("vevent")) {
      const description = String(event.getFirstPropertyValue("description"));
      expect(octetsOf(description)).toBeLessThanOrEqual(2048);
      expect(description.endsWith("\nhttps://plan.example/2024/items/1.1/")).toBe(true);
      expect(octetsOf(String(event.getFirstPropertyValue("summary")))).toBeLessThan(3000);
    }
  });
});

const anything = fc.string({ unit: "binary", maxLength: 400 });

describe("any text", () => {
  test("survives the way through ical.js", () => {
    fc.assert(
      fc.property(anything, anything, (summary, description) => {
        const ics = written({ summary: `s${summary}`, description: `d${description}`, categories: [`c${summary}`] });
        const event = readComponent(ics).getFirstSubcomponent("vevent")!;
        expect(event.getFirstPropertyValue("summary")).toBe(cleanLine(`s${summary}`));
        expect(event.getFirstPropertyValue("description")).toBe(cleanText(`d${description}`));
        expect(event.getFirstProperty("categories")!.getValues()).toEqual([cleanLine(`c${summary}`)]);
      }),
      runs(300),
    );
  });

  test("is cleaned once and for all, and keeps every letter, digit and sign", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        const kept = (value: string): string => value.replace(/[^\p{L}\p{N}\p{S}\p{P}\p{M}]/gu, "");
        expect(kept(clean)).toBe(kept(text.toWellFormed()));
      }),
      runs(100),
    );
  });

  test("is folded into lines of at most 75 octets that unfold to it", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const line = `X-A:${escapeText(cleanText(text))}`;
        const folded = foldLine(line);
        expect(unfold(folded)).toEqual([line]);
        for (const part of folded.slice(0, -2).split("\r\n")) {
          expect(octetsOf(part)).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
      runs(100),
    );
  });

  test("is clipped to its limit, at a whole character", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 8, max: 300 }), (text, limit) => {
        const clipped = clip(text.toWellFormed(), limit);
        expect(octetsOf(clipped)).toBeLessThanOrEqual(limit);
        expect(clipped.isWellFormed()).toBe(true);
        expect(octetsOf(clipped)).toBe(Buffer.byteLength(clipped));
      }),
      runs(100),
    );
  });
});
