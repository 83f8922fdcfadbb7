/** What each kind of change does to an entry that subscribers hold: SEQUENCE, LAST-MODIFIED, status, and what the news say. */
import { expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { tinyPlans } from "../feeds/plans.ts";
import { stampedIn } from "./subscriber.ts";

const row = (deadline: string, cites = ""): string =>
  `  - { id: "1.1", activity: Заказать, responsible: [school], deadline: ${deadline}${cites === "" ? "" : `, corrected: [${cites}]`} }`;
const withdrawn = (cites: string): string =>
  row("{ text: неделя, from: 05-06, to: 05-10 }", cites).replace(" }", " }, withdrawn: { reason: не нужно }");
const week = "{ text: неделя, from: 05-06, to: 05-10 }";
const summer = "{ text: лето, from: 06-01, to: 08-31 }";

/** `day items`, then what the feed holds: `key start..end sequence status last-modified`, and the news. */
function play(steps: readonly (readonly [day: string, items: string])[], file = "feeds/school.ics"): string[][] {
  let ledgers: SourceFile[] = [];
  return steps.map(([day, items]) => {
    const plans = tinyPlans({ items });
    const { value, diagnostics } = checkPublications(plans, ledgers, { today: parseDate(day)! });
    expect(diagnostics.filter(({ code }) => code !== "feed-ends" && code !== "feed-shrinks")).toEqual([]);
    const { after, news, history } = value[0]!;
    ledgers = after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }));
    const feed = emitFeeds(plans, history).find(({ path }) => path === file);
    const held = feed === undefined ? [] : [...stampedIn(feed.text).values()];
    return [
      ...held.map(
        ({ uid, start, end, sequence, status, modified }) =>
          `${uid.replace(/.*\/|@.*/g, "")} ${start}${end === start ? "" : `..${end}`} ${sequence} ${status} ${modified}`,
      ),
      ...news.map(({ kind, uid }) => `news: ${kind}${uid === "" ? "" : ` ${uid.replace(/.*\/|@.*/g, "")}`}`),
    ];
  });
}

const first = "1 2024-05-06..2024-05-10 0 CONFIRMED 2024-02-01T00:00:00Z";

test("a stretch of which the end alone moves has moved", () => {
  expect(
    play([
      ["2024-02-01", row(week)],
      ["2024-03-01", row("{ text: неделя, from: 05-06, to: 05-12 }", "неделя")],
    ]),
  ).toEqual([
    [first, "news: year"],
    ["1 2024-05-06..2024-05-12 1 CONFIRMED 2024-03-01T00:00:00Z", "news: moved 1"],
  ]);
});

test("withdrawn, forgotten after 60 days, brought back: the number goes on from where it was", () => {
  const back = row(week, "исключено, возвращено");
  expect(
    play([
      ["2024-02-01", row(week)],
      ["2024-03-01", withdrawn("исключено")],
      ["2024-04-30", withdrawn("исключено")],
      ["2024-05-01", withdrawn("исключено")],
      ["2024-06-01", back],
      ["2024-06-02", back],
    ]),
  ).toEqual([
    [first, "news: year"],
    ["1 2024-05-06..2024-05-10 1 CANCELLED 2024-03-01T00:00:00Z", "news: withdrawn 1"],
    ["1 2024-05-06..2024-05-10 1 CANCELLED 2024-03-01T00:00:00Z"],
    [],
    ["1 2024-05-06..2024-05-10 2 CONFIRMED 2024-06-01T00:00:00Z", "news: restored 1"],
    ["1 2024-05-06..2024-05-10 2 CONFIRMED 2024-06-01T00:00:00Z"],
  ]);
});

test("the beginning of a stretch that becomes short goes without a word, and comes back as another edition of itself", () => {
  const [, short, long] = play([
    ["2024-02-01", row(summer)],
    ["2024-03-01", row(week, "неделя")],
    ["2024-04-01", row(summer, "неделя, лето")],
  ]);
  expect(short).toEqual(["1 2024-05-06..2024-05-10 1 CONFIRMED 2024-03-01T00:00:00Z", "news: moved 1"]);
  expect(long).toEqual([
    "1-start 2024-06-01 1 CONFIRMED 2024-04-01T00:00:00Z",
    "1 2024-08-31 2 CONFIRMED 2024-04-01T00:00:00Z",
    "news: restored 1-start",
    "news: moved 1",
  ]);
});

test("twice on one day: a second later, so that who read between takes the later one", () => {
  expect(
    play([
      ["2024-02-01", row(week)],
      ["2024-03-01", row("{ text: неделя, from: 05-06, to: 05-12 }", "раз")],
      ["2024-03-01", row(week, "раз, два")],
    ]).at(-1),
  ).toEqual(["1 2024-05-06..2024-05-10 2 CONFIRMED 2024-03-01T00:00:01Z", "news: moved 1"]);
});

test("another text below the same summary: only the day of the change is new, and the news keep silent", () => {
  const named = (title: string): string =>
    row(week, title === "" ? "" : "слова").replace(
      "activity: Заказать",
      `activity: Заказать и сверить${title}, short: Заказать`,
    );
  expect(
    play([
      ["2024-02-01", named("")],
      ["2024-03-01", named(" всё")],
    ]).at(-1),
  ).toEqual(["1 2024-05-06..2024-05-10 0 CONFIRMED 2024-03-01T00:00:00Z"]);
});

test("given to another party: cancelled for the first, new to the second, the same entry for all", () => {
  const steps = [
    ["2024-02-01", row(week)],
    ["2024-03-01", row(week, "садам").replace("[school]", "[nursery]")],
    ["2024-04-01", row(week, "садам, школам")],
  ] as const;
  expect(play(steps)).toEqual([
    [first, "news: year"],
    ["1 2024-05-06..2024-05-10 1 CANCELLED 2024-03-01T00:00:00Z"],
    ["1 2024-05-06..2024-05-10 2 CONFIRMED 2024-04-01T00:00:00Z"],
  ]);
  expect(play(steps, "feeds/nursery.ics")).toEqual([
    ["news: year"],
    ["1 2024-05-06..2024-05-10 0 CONFIRMED 2024-03-01T00:00:00Z"],
    ["1 2024-05-06..2024-05-10 1 CANCELLED 2024-04-01T00:00:00Z"],
  ]);
});
