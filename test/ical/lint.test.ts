import { createEvents } from "ics";
import { describe, expect, test } from "vitest";
import { calendarFaults, faultText, type CalendarFaultCode } from "../../compiler/ical/fault.ts";
import { lintCalendar } from "../../compiler/ical/lint.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { realPlans, row, tinyPlans } from "../feeds/plans.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sound = emitFeeds(tinyPlans({ items: row("{ text: до 1 марта, until: 03-01 }") })).find(
  ({ path }) => path === "feeds/school-alarms.ics",
)!.text;
const codes = (file: string | Uint8Array): CalendarFaultCode[] =>
  lintCalendar(typeof file === "string" ? bytes(file) : file).map(({ code }) => code);

/** The sound file with one thing changed; what is looked for must be there. */
function changed(find: string, replacement: string): string {
  expect(sound).toContain(find);
  return sound.replace(find, () => replacement);
}

/** The sound file as octets, with a text of it replaced by octets. */
function withOctets(find: string, octets: readonly number[]): Uint8Array {
  const at = Buffer.from(sound).indexOf(find);
  const before = Buffer.from(sound).subarray(0, at);
  return new Uint8Array(
    Buffer.concat([before, Buffer.from(octets), Buffer.from(sound).subarray(at + Buffer.byteLength(find))]),
  );
}

const entry = /BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/.exec(sound)![0];
/** The sound file with that many entries, each with a uid of its own. */
const many = (count: number): string => {
  const entries = Array.from({ length: count }, (_, index) => entry.replace("UID:", `UID:${index}/`));
  return sound.replace(entry, () => entries.join(""));
};

/** A fault, how a file comes by it, and every code that the linter then reports. */
const faults: Readonly<
  Record<CalendarFaultCode, readonly (readonly [string | Uint8Array, readonly CalendarFaultCode[]])[]>
> = {
  "not-utf8": [
    [withOctets("VERSION:2.0", [...Buffer.from("VERSION:2.0\r\nX-LATIN:"), 0xcf, 0xeb, 0xe0, 0xed]), ["not-utf8"]],
  ],
  "split-character": [[withOctets("Срок", [0xd0, 13, 10, 32, 0xa1, ...Buffer.from("рок")]), ["split-character"]]],
  "line-too-long": [
    [sound.replace(/\r\n /g, ""), ["line-too-long", "line-too-long", "line-too-long", "line-too-long"]],
    [changed("VERSION:2.0", `VERSION:2.0\r\nX-LONG:${"x".repeat(69)}`), ["line-too-long"]],
  ],
  "bare-lf": [[changed("VERSION:2.0\r\n", "VERSION:2.0\n"), ["bare-lf"]]],
  "bare-cr": [[changed("VERSION:2.0\r\n", "VERSION:2.0\r\nX-A:a\rb\r\n"), ["bare-cr"]]],
  "no-final-break": [[sound.slice(0, -2), ["no-final-break"]]],
  "empty-line": [[changed("VERSION:2.0\r\n", "VERSION:2.0\r\n\r\n"), ["empty-line"]]],
  "control-character": [[changed("VERSION:2.0\r\n", "VERSION:2.0\r\nX-A:a\u0007b\r\n"), ["control-character"]]],
  "hidden-character": [
    [`\ufeff${sound}`, ["hidden-character", "malformed-line", "not-a-calendar", "unbalanced"]],
    ...["\u202e", "\u200f", "\u0085", "\u2028"].map(
      (character) => [changed("VERSION:2.0", `VERSION:2.0\r\nX-A:a${character}b`), ["hidden-character"]] as const,
    ),
  ],
  "malformed-line": [[changed("VERSION:2.0\r\n", "VERSION:2.0\r\nno property\r\n"), ["malformed-line"]]],
  "not-a-calendar": [
    ["", ["no-entries", "not-a-calendar"]],
    [sound + sound, ["not-a-calendar", "duplicate-uid"]],
    [`VERSION:2.0\r\n${sound}`, ["not-a-calendar"]],
  ],
  unbalanced: [
    [changed("END:VALARM\r\n", ""), ["unbalanced", "unbalanced", "unbalanced", "unbalanced", "unbalanced"]],
    [changed("END:VCALENDAR\r\n", ""), ["unbalanced"]],
  ],
  "unknown-component": [
    [changed("END:VCALENDAR", "BEGIN:VTODO\r\nUID:a\r\nEND:VTODO\r\nEND:VCALENDAR"), ["unknown-component"]],
  ],
  "unknown-property": [
    [changed("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH"), ["unknown-property"]],
    [changed("SEQUENCE:0", "SEQUENCE:0\r\nRDATE:20240101"), ["unknown-property"]],
  ],
  "missing-property": [
    ...[
      "VERSION:2.0",
      "DTSTAMP:20240115T000000Z",
      "SEQUENCE:0",
      "STATUS:CONFIRMED",
      "TRANSP:TRANSPARENT",
      "ACTION:DISPLAY",
    ].map((line) => [changed(`${line}\r\n`, ""), ["missing-property"]] as const),
    [changed("UID:", "X-UID:"), ["missing-property"]],
    [sound.replace(/SUMMARY:[^]*?\r\n(?! )/, ""), ["missing-property"]],
  ],
  "repeated-property": [[changed("SEQUENCE:0", "SEQUENCE:0\r\nSEQUENCE:1"), ["repeated-property"]]],
  "bad-escape": [
    ...["a,b", "a;b", "a\\tb", "a\\"].map((text) => [changed("PRODID:", `PRODID:${text}x`), ["bad-escape"]] as const),
    [changed("CATEGORIES:", "CATEGORIES:,"), ["bad-escape"]],
    [changed("CATEGORIES:", "CATEGORIES:a\\x"), ["bad-escape"]],
  ],
  "bad-date": [
    [changed("DTSTART;VALUE=DATE:20240301", "DTSTART;VALUE=DATE:20240231"), ["bad-date"]],
    [changed("DTEND;VALUE=DATE:20240302", "DTEND;VALUE=DATE:2024-03-02"), ["bad-date"]],
    [changed("DTEND;VALUE=DATE:20240302", "DTEND;VALUE=DATE:20230229"), ["bad-date"]],
  ],
  "bad-time": [
    [changed("DTSTAMP:20240115T000000Z", "DTSTAMP:20240115T000000"), ["bad-time"]],
    [changed("DTSTAMP:20240115T000000Z", "DTSTAMP:20240115"), ["bad-time"]],
    [changed("LAST-MODIFIED:20240115T000000Z", "LAST-MODIFIED:20240115T240000Z"), ["bad-time"]],
    [changed("LAST-MODIFIED:20240115T000000Z", "LAST-MODIFIED:20230229T000000Z"), ["bad-time"]],
  ],
  "bad-duration": [
    ...["-P7DT", "PT", "P", "P1H", "-PT1D", "P1W2D", "20240101T000000", "P1DT"].map(
      (value) => [changed("TRIGGER:-PT15H", `TRIGGER:${value}`), ["bad-duration"]] as const,
    ),
    [changed("X-PUBLISHED-TTL:PT12H", "X-PUBLISHED-TTL:12h"), ["bad-duration"]],
  ],
  "bad-value": [
    [changed("SEQUENCE:0", "SEQUENCE:-1"), ["bad-value"]],
    [changed("SEQUENCE:0", "SEQUENCE:2147483648"), ["bad-value"]],
    [changed("STATUS:CONFIRMED", "STATUS:TENTATIVE"), ["bad-value"]],
    [changed("DTSTART;VALUE=DATE:", "DTSTART:"), ["bad-value"]],
    [changed("REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:"), ["bad-value"]],
    [changed("VERSION:2.0", "VERSION:1.0"), ["bad-value"]],
    [changed("URL:http://localhost/roles", "URL:http://local host/roles"), ["bad-value"]],
    [changed("TRANSP:TRANSPARENT", "TRANSP:OPAQUE"), ["bad-value"]],
    [changed("X-WR-TIMEZONE:Asia/Yekaterinburg", "X-WR-TIMEZONE:"), ["bad-value"]],
  ],
  "end-before-start": [
    [changed("DTEND;VALUE=DATE:20240302", "DTEND;VALUE=DATE:20240301"), ["end-before-start"]],
    [changed("DTEND;VALUE=DATE:20240302", "DTEND;VALUE=DATE:20240229"), ["end-before-start"]],
  ],
  "duplicate-uid": [[changed("END:VCALENDAR", `${entry}END:VCALENDAR`), ["duplicate-uid"]]],
  "no-entries": [[sound.replace(entry, ""), ["no-entries"]]],
};

describe("the linter", () => {
  const cases = (Object.keys(calendarFaults) as CalendarFaultCode[]).flatMap((code) =>
    faults[code].map(([file, expected], index) => [`${code} ${index + 1}`, file, expected] as const),
  );
  test.each(cases)("tells %s and nothing else", (name, file, expected) => {
    expect(expected).toContain(name.split(" ")[0]);
    const found = codes(file);
    // What follows from the same fault may be told more than once.
    expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
  });

  test("says where, and what was found there", () => {
    const file = changed("SEQUENCE:0", "SEQUENCE:x");
    const line = file.split("\r\n").indexOf("SEQUENCE:x") + 1;
    expect(lintCalendar(bytes(file)).map(faultText)).toEqual([
      `line ${line}: a value of another kind than the property asks for (SEQUENCE:x) [bad-value]`,
    ]);
  });

  test.each(["PT1H", "-PT168H", "P7D", "P1DT12H", "+P2W", "PT1H30M", "PT30S", "-P1DT1M"])(
    "takes the duration %s",
    (value) => {
      expect(codes(changed("TRIGGER:-PT15H", `TRIGGER:${value}`))).toEqual([]);
    },
  );

  test.each([30, 1000])("takes a sound file, even one of %i entries", (count) => {
    expect(codes(many(count).replace(/DESCRIPTION:[^]*?(?=\r\n[A-Z])/g, "DESCRIPTION:a"))).toEqual([]);
  });

  test("finds nothing in any feed of the plan of 2024", () => {
    for (const { path, text } of emitFeeds(realPlans())) expect(lintCalendar(bytes(text)), path).toEqual([]);
  });
});

describe("what ics writes by itself", () => {
  const raw = (attributes: object): CalendarFaultCode[] => {
    const { error, value } = createEvents([
      { uid: "a", title: "Срок", start: [2024, 3, 1], end: [2024, 3, 2], ...attributes },
    ]);
    expect(error).toBeNull();
    return codes(value ?? "");
  };

  test.each([
    ["folds by characters", { description: "Срок ".repeat(60) }, "line-too-long"],
    ["leaves categories unescaped", { categories: ["a;b"] }, "bad-escape"],
    [
      "leaves the text of a reminder unescaped",
      { alarms: [{ action: "display", description: "a, b", trigger: { hours: 1, before: true } }] },
      "bad-escape",
    ],
    [
      "writes days of a reminder wrongly",
      { alarms: [{ action: "display", description: "a", trigger: { days: 7, before: true } }] },
      "bad-duration",
    ],
    ["lets a bare CR through", { description: "a\rb" }, "bare-cr"],
    ["lets control characters through", { description: "a\u0007b" }, "control-character"],
    ["does not look whether a day exists", { start: [2024, 2, 31] }, "bad-date"],
    ["does not look whether the end is after the start", { end: [2024, 2, 1] }, "end-before-start"],
    ["says METHOD unasked", {}, "unknown-property"],
  ] as const)("%s", (_, attributes, code) => {
    expect(raw(attributes)).toContain(code);
  });
});
