/** Readers are told as of which day what they see is as planned: as seldom as once in thirty days, and never by what did not happen. */
import { expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { verifiedOn } from "../../compiler/ledger/ledger.ts";
import { readLedger } from "../../compiler/ledger/read-ledger.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { emitFeeds } from "../feeds/emit-feeds.ts";
import { tinyPlans } from "../feeds/plans.ts";

const plan = (day: string, more = ""): readonly ResolvedPlan[] =>
  tinyPlans({
    items: `
  - { id: "1.1", activity: Первое, responsible: [school], deadline: { text: до ${Number(day)} мая, until: 05-${day} }${more} }
  - { id: "1.2", activity: Второе, responsible: [nursery], deadline: { text: до 3 июня, until: 06-03 } }`,
  });

interface Published {
  readonly ledgers: readonly SourceFile[];
  readonly feeds: ReadonlyMap<string, string>;
}

function publish(day: string, plans: readonly ResolvedPlan[], before: readonly SourceFile[]): Published {
  const { value } = checkPublications(plans, before, { today: parseDate(day)! });
  return {
    ledgers: value[0]!.after.map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) })),
    feeds: new Map(emitFeeds(plans, value[0]!.history).map(({ path, text }) => [path, text])),
  };
}

const said = (feed: string): string =>
  /Сверено с планом ([^.]*)\./.exec(feed.replace(/\r\n /g, "").replace(/\u00a0/g, " "))?.[1] ?? "–";
const withoutHead = (feed: string): string => feed.replace(/^(?:DESCRIPTION|X-WR-CALDESC)[^]*?\r\n(?! )/gm, "");

test("a feed that nothing moves says a new day once in thirty days, and is the same bytes until then", () => {
  const first = publish("2024-02-20", plan("06"), []);
  expect([...first.feeds.values()].map(said)).toEqual([...first.feeds].map(() => "20 февраля 2024 года"));
  const quiet = publish("2024-03-20", plan("06"), first.ledgers);
  expect(quiet).toEqual(first);
  const month = publish("2024-03-21", plan("06"), quiet.ledgers);
  for (const [path, feed] of month.feeds) {
    expect(said(feed), path).toBe("21 марта 2024 года");
    expect(withoutHead(feed), path).toBe(withoutHead(first.feeds.get(path)!));
  }
  expect(publish("2024-03-22", plan("06"), month.ledgers)).toEqual(month);
});

test("a change of one feed moves no other", () => {
  const first = publish("2024-02-20", plan("06"), []);
  const moved = publish("2024-03-01", plan("07", ", corrected: [день сверен]"), first.ledgers);
  expect(moved.feeds.get("feeds/school.ics")).not.toBe(first.feeds.get("feeds/school.ics"));
  expect(moved.feeds.get("feeds/nursery.ics")).toBe(first.feeds.get("feeds/nursery.ics"));
  expect(publish("2024-03-21", plan("07", ", corrected: [день сверен]"), moved.ledgers).feeds.size).toBe(
    first.feeds.size,
  );
});

test("a ledger that was written before says no day, and says one with the next publication", () => {
  const [ledger] = publish("2024-02-20", plan("06"), []).ledgers;
  const old = { ...readLedger(ledger!).value!, verified: null };
  const text = writeLedger(old);
  expect(text).not.toContain("verified");
  const read = readLedger({ path: ledger!.path, text }).value!;
  expect(verifiedOn([read])).toBeUndefined();
  const next = publish("2024-02-21", plan("06"), [{ path: ledger!.path, text }]);
  expect(said(next.feeds.get("feeds/all.ics")!)).toBe("21 февраля 2024 года");
});
