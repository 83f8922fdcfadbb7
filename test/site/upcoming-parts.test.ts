/** What is next is told from a few parts of the days as from all of them, whatever the date. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { compile } from "../../compiler/compile.ts";
import { addresseeIds } from "../../compiler/query/audience.ts";
import { site, usePlan, type SeriesSite } from "../../site/src/context/site.ts";
import { upcomingOf } from "../../site/src/data/upcoming.ts";
import { nextOf, nextOn } from "../../site/src/scripts/upcoming/coming.ts";
import type { UpcomingDayData, UpcomingHead, UpcomingLineData } from "../../site/src/scripts/upcoming/data.ts";
import { plan2024 } from "../plan-files.ts";

let series: SeriesSite;
beforeAll(() => {
  const { value } = compile(plan2024());
  usePlan(() => ({ ...value, ledgers: [] }), { base: "/", dev: false } as never);
  series = site().series[0]!;
});

interface Parted {
  readonly head: Pick<UpcomingHead, "parts" | "last">;
  readonly parts: ReadonlyMap<string, readonly UpcomingDayData[]>;
  readonly days: readonly UpcomingDayData[];
}

function partsFor(party: string | null): Parted {
  const { head, part } = upcomingOf(series, party);
  const parts = new Map(head.parts.map((name) => [name, JSON.parse(part(name)) as UpcomingDayData[]]));
  return { head, parts, days: [...parts.values()].flat() };
}

/** Holds what parts tell of a date to what all days tell; returns the parts that were asked for. */
async function compared({ head, parts, days }: Parted, date: string): Promise<string[]> {
  const asked: string[] = [];
  const next = await nextOn(head, date, (part) => {
    asked.push(part);
    return Promise.resolve(parts.get(part));
  });
  expect(next, date).toEqual(nextOf(date > head.last ? [] : days, date));
  return asked;
}

function datesOf({ first, last }: UpcomingHead): string[] {
  const from = parseDate(first)! - 40;
  return Array.from({ length: parseDate(last)! + 10 - from }, (_, index) => isoDate(from + index));
}

test("every date of the plan's time, for everybody and for each role; none is asked for after the last", async () => {
  for (const party of [null, ...addresseeIds(series.plan)]) {
    const parted = partsFor(party);
    for (const date of datesOf(upcomingOf(series, party).head)) {
      const asked = await compared(parted, date);
      expect(asked.length, `${party} ${date}`).toBeLessThanOrEqual(date > parted.head.last ? 0 : 2);
    }
  }
});

test("each part has whole months, from its own to the next part's, and enough of them", () => {
  for (const party of [null, ...addresseeIds(series.plan)]) {
    const { parts } = partsFor(party);
    const names = [...parts.keys()];
    for (const [index, name] of names.entries()) {
      const days = parts.get(name)!;
      expect(days[0]!.iso.slice(0, 7)).toBe(name);
      expect(days.at(-1)!.iso.slice(0, 7) < (names[index + 1] ?? "9999")).toBe(true);
      const entries = days.flatMap(({ lines }) => lines.flatMap(({ items }) => items)).length;
      if (index < names.length - 1) expect(entries).toBeGreaterThanOrEqual(24);
    }
  }
});

test("a part that does not come leaves nothing to tell", async () => {
  const { head } = partsFor("doo");
  expect(await nextOn(head, "2024-04-20", () => Promise.resolve(undefined))).toBeUndefined();
});

const start = parseDate("2024-01-01")!;
const dayIn = fc.integer({ min: 0, max: 400 }).map((index) => isoDate(start + index));
const line = fc.record({
  weekly: fc.boolean(),
  wait: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 3 }),
  items: fc.integer({ min: 1, max: 2 }),
});
const dayWith = fc.record({ iso: dayIn, lines: fc.array(line, { minLength: 1, maxLength: 3 }) });

test("any days, those too on which only what comes every week stands, or what an earlier day was put off to", async () => {
  const some = fc.uniqueArray(dayWith, { selector: ({ iso }) => iso, maxLength: 40 });
  const cuts = fc.uniqueArray(
    dayIn.map((iso) => iso.slice(0, 7)),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(some, cuts, fc.boolean(), dayIn, async (drawn, months, onlyWeekly, date) => {
      const days = drawn
        .toSorted((a, b) => (a.iso < b.iso ? -1 : 1))
        .map(({ iso, lines }) => ({
          iso,
          lines: lines.map(({ weekly, wait, items }, index) => ({
            ...(weekly || onlyWeekly ? { weekly: true } : {}),
            ...(wait === null ? {} : { after: isoDate(parseDate(iso)! - wait) }),
            items: Array.from({ length: items }, (_, at) => ({ id: `${iso} ${index} ${at}` })),
          })) as unknown as readonly UpcomingLineData[],
        })) as unknown as readonly UpcomingDayData[];
      const first = days[0]?.iso.slice(0, 7);
      const names = first === undefined ? [] : [first, ...months.filter((month) => month > first).sort()];
      const parts = Map.groupBy(days, ({ iso }) => names.findLast((name) => name <= iso)!);
      await compared({ head: { parts: [...parts.keys()], last: days.at(-1)?.iso ?? "2024-12-31" }, parts, days }, date);
    }),
  );
});
