/** The calendars to which the page of an item sends people hold that item. */
import { expect, test } from "vitest";
import { itemPath } from "../../compiler/feeds/entries.ts";
import { subscribersOf } from "../../compiler/feeds/item-subscribers.ts";
import { applyReading } from "../../compiler/resolve/due-windows.ts";
import { emitFeeds } from "./emit-feeds.ts";
import { realPlans, row, tinyPlans } from "./plans.ts";

const unfolded = (text: string): string => text.replace(/\r\n /g, "");

test("each of them holds the item, and no other calendar of the responsible does", () => {
  const plans = realPlans();
  const plan = plans[0]!;
  const feeds = new Map(emitFeeds(plans).map(({ path, text }) => [path, unfolded(text)]));
  const holds = (party: string, item: string): boolean =>
    feeds.get(`feeds/${party}.ics`)?.includes(`/${itemPath(plan.id, item)}\r\n`) ?? false;
  for (const item of plan.items)
    expect(subscribersOf(item, plan, plans), item.id).toEqual(
      applyReading(item.responsible, item.reading).filter((party) => holds(party, item.id)),
    );
  const narrowed = plan.items.filter(
    ({ responsible, reading }) => reading !== null && responsible.includes(reading.party),
  );
  expect(narrowed.length).toBeGreaterThan(0);
  for (const item of narrowed) expect(subscribersOf(item, plan, plans), item.id).not.toContain(item.reading!.party);
});

test("an item without a date is in no calendar", () => {
  const plans = tinyPlans({ items: row("{ text: в течение года, continuous: all-year }") });
  expect(subscribersOf(plans[0]!.items[0]!, plans[0]!, plans)).toEqual([]);
});
