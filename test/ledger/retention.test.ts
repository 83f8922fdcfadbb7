/** What feeds keep follows from the published years alone: older entries go without a word, and nothing of it is a loss. */
import { expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { tinyPlans } from "../feeds/plans.ts";
import { heldIn } from "./subscriber.ts";

const monthly =
  '  - { id: "1.1", activity: Сверить, responsible: [school], deadline: { text: ежемесячно, every: month } }';
/** Later years are small, so that what goes with an earlier one would be a loss if it counted. */
const once =
  '  - { id: "1.1", activity: Сверить, responsible: [school], deadline: { text: до 20 декабря, until: 12-20 } }';
const gone =
  '  - { id: "1.2", activity: Отменить, responsible: [school], deadline: { text: до 30 декабря, until: 12-30 }';
const order = (year: number): string =>
  `year: ${year}\nauthority: A\nkind: ПРИКАЗ\ndate: ${year}-01-15\nnumber: "1"\nplace: B\ntitle: C\npreamble: D\nclauses: [{ number: "1.", text: E }]\nsignature: { post: F, name: G }\nplan-title: H\n`;
const file = (items: string): string => `section: { id: "1", number: I, title: Пособия }\nitems:\n${items}\n`;

/** The plans of some years, and whether that of 2024 has its second row withdrawn. */
function plansOf(years: readonly number[], withdrawn: boolean): readonly ResolvedPlan[] {
  const items = `${monthly}\n${gone}${withdrawn ? ", withdrawn: { reason: не нужно }, corrected: [исключено]" : ""} }`;
  const later = years
    .filter((year) => year !== 2024)
    .flatMap(
      (year) =>
        [
          [`${year}/order.yaml`, order(year)],
          [`${year}/section-1.yaml`, file(once)],
        ] as const,
    );
  return tinyPlans({
    items,
    files: Object.fromEntries(later),
    series: [["publisher: Ведомство", "publisher: Ведомство\nfeeds: { overview-months: 2 }"]],
  }).filter(({ id }) => years.includes(Number(id)));
}

const steps = [
  { on: "2024-02-01", plans: plansOf([2024], false) },
  { on: "2024-12-25", plans: plansOf([2024], true) },
  { on: "2025-01-20", plans: plansOf([2024, 2025], true) },
  { on: "2025-02-10", plans: plansOf([2025, 2026], true) },
  { on: "2025-02-11", plans: plansOf([2025, 2026], true) },
];

test("a year goes with the second one after it, its folder may go too, its cancellations too; overviews keep less; the contract has no word of it", () => {
  let ledgers: SourceFile[] = [];
  const told = steps.map(({ on, plans }) => {
    const { value, diagnostics } = checkPublications(plans, ledgers, { today: parseDate(on)! });
    expect(diagnostics, on).toEqual([]);
    const { after, news, history } = value[0]!;
    ledgers = after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }));
    const feeds = new Map(emitFeeds(plans, history).map(({ path, text }) => [path, heldIn(text)]));
    const counts = (path: string): string => {
      const held = feeds.get(path)!;
      const years = [2024, 2025, 2026].map((year) => held.filter(({ uid }) => uid.includes(`/${year}/`)).length);
      return `${years.join("+")}, ${held.filter(({ status }) => status === "CANCELLED").length} cancelled`;
    };
    return {
      all: counts("feeds/all.ics"),
      school: counts("feeds/school.ics"),
      news: news.map(({ kind, uid }) => `${kind} ${uid.split("@")[0]}`.trim()),
      dropped: after.flatMap(({ entries }) => entries).filter(({ state }) => state === "dropped").length,
    };
  });
  expect(told).toEqual([
    { all: "13+0+0, 0 cancelled", school: "13+0+0, 0 cancelled", news: ["year"], dropped: 0 },
    { all: "13+0+0, 1 cancelled", school: "13+0+0, 1 cancelled", news: ["withdrawn demo/2024/1.2/work/1"], dropped: 0 },
    { all: "3+1+0, 1 cancelled", school: "13+1+0, 1 cancelled", news: ["year"], dropped: 0 },
    { all: "0+1+1, 0 cancelled", school: "0+1+1, 0 cancelled", news: ["year"], dropped: 13 },
    { all: "0+1+1, 0 cancelled", school: "0+1+1, 0 cancelled", news: [], dropped: 13 },
  ]);
});

test("a stretch over the new year lives as long as the year that tells of it: withdrawn there, it is shown cancelled", () => {
  const winter = (more = ""): string =>
    `  - { id: "1.1", activity: Топить, responsible: [school], deadline: { text: зимой, from: 12-20, to: 01-10, wraps: true }${more} }`;
  const plans = (years: readonly number[], items: string): readonly ResolvedPlan[] =>
    tinyPlans({
      items: winter(),
      files: Object.fromEntries(
        years.flatMap(
          (year) =>
            [
              [`${year}/order.yaml`, order(year)],
              [`${year}/section-1.yaml`, file(items)],
            ] as const,
        ),
      ),
    });
  let ledgers: SourceFile[] = [];
  const publish = (on: string, of: readonly ResolvedPlan[]): string[] => {
    const { value } = checkPublications(of, ledgers, { today: parseDate(on)! });
    ledgers = value[0]!.after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }));
    const feed = emitFeeds(of, value[0]!.history).find(({ path }) => path === "feeds/school.ics")!;
    return heldIn(feed.text)
      .filter(({ uid }) => uid.includes("/2024/"))
      .map(({ start, status }) => `${start} ${status}`);
  };
  const two = publish("2024-12-01", plans([2025], winter()));
  expect(two).toContain("2025-01-10 CONFIRMED");
  // With 2026, feeds keep 2025 and 2026; the winter of 2024 is told by the plan of 2025.
  expect(publish("2025-01-05", plans([2025, 2026], winter()))).toEqual([
    "2024-12-20 CONFIRMED",
    "2025-01-10 CONFIRMED",
  ]);
  expect(
    publish("2025-01-06", plans([2025, 2026], winter(", withdrawn: { reason: тепло }, corrected: [тепло]"))),
  ).toEqual(["2024-12-20 CANCELLED", "2025-01-10 CANCELLED"]);
});
