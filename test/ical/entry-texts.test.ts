import { describe, expect, test } from "vitest";
import { entriesIn, withoutRepetition } from "../../compiler/ical/entry-texts.ts";
import { importFile } from "../../compiler/ical/vcalendar.ts";
import { lintCalendar } from "../../compiler/ical/lint.ts";
import { compile } from "../../compiler/compile.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { plan2024 } from "../plan-files.ts";

const { plans } = compile(plan2024()).value;
const feeds = new Map(emitFeeds(plans).map(({ path, text }) => [path, text]));
const feed = (name: string): string => feeds.get(`feeds/${name}.ics`)!;

describe("a calendar of several roles, put together from their feeds", () => {
  test.each(plans[0]!.series.profiles.map(({ data }) => [data.id, data.parties] as const))(
    "%s: the entries of its profile, byte for byte",
    (id, parties) => {
      for (const end of ["", "-alarms"]) {
        const together = withoutRepetition(parties.map((party) => entriesIn(feed(`${party}${end}`))));
        const own = feed(`${id}${end}`);
        expect(together.length).toBeGreaterThan(100);
        expect(together.map(({ text }) => text).join("")).toBe(
          own.slice(own.indexOf("BEGIN:VEVENT"), own.indexOf("END:VCALENDAR")),
        );
      }
    },
  );

  test("is a sound file", () => {
    const entries = withoutRepetition([entriesIn(feed("ooo")), entriesIn(feed("dol-alarms"))]);
    const file = importFile(
      "-//srok//x//RU",
      entries.map(({ text }) => text),
    );
    // A file for import has neither a name nor an address to fetch again.
    const own = ({ detail = "" }: { readonly detail?: string }): boolean => !detail.startsWith("VCALENDAR ");
    expect(lintCalendar(new TextEncoder().encode(file)).filter(own)).toEqual([]);
  });

  test("says what its lines say, unfolded and without escapes", () => {
    const [first] = entriesIn(feed("ooo"));
    expect(first).toMatchObject({
      uid: "gis-obrazovanie/2024/1.3.2/work/2023-2024-start@chelyabinsk-oblast.srok.invalid",
      start: "20230901",
      end: "20230902",
      cancelled: false,
      sequence: 0,
      url: "http://localhost/2024/items/1.3.2/",
    });
    const commas = entriesIn(feed("ooo")).filter(({ summary }) => summary.includes(","));
    expect(commas.length).toBeGreaterThan(5);
    expect(commas.filter(({ summary }) => summary.includes("\\"))).toEqual([]);
  });
});

describe("an entry that two files have otherwise", () => {
  const at = (sequence: number, description: string): string =>
    `BEGIN:VEVENT\r\nUID:a@b\r\nDTSTART:20240427T040000Z\r\nSUMMARY:Срок\\; раз\r\nSEQUENCE:${sequence}\r\nDESCRIPTION:${description}\r\nSTATUS:${sequence > 1 ? "CANCELLED" : "CONFIRMED"}\r\nEND:VEVENT\r\n`;
  test.each([
    ["the newer is kept", [at(1, "длинное описание"), at(2, "а")], at(2, "а")],
    ["of equals the one that says more", [at(1, "а"), at(1, "аб")], at(1, "аб")],
  ])("%s", (_, files, kept) => {
    for (const order of [files, files.toReversed()])
      expect(withoutRepetition(order.map(entriesIn)).map(({ text }) => text)).toEqual([kept]);
    expect(entriesIn(kept)[0]!.summary).toBe("Срок; раз");
  });
});
