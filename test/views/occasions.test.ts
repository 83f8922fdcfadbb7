/** What of an item search engines are told as an event: a stretch of days that the plan itself names, and nothing else. */
import { expect, test } from "vitest";
import { occasionsOf } from "../../compiler/views/item/occasions.ts";
import { occasionsData, scriptJson } from "../../site/src/markup/json-ld.ts";
import { attacks } from "../hostile/plan-saying.ts";
import { realPlans, row, tinyPlans } from "../feeds/plans.ts";

const files = {
  "2024/periods.yaml":
    "periods:\n  - { id: term, title: Набор, from: 03-04, to: 04-26, source: { title: Порядок } }\n" +
    "  - { id: guess, title: Смена, from: 06-03, to: 06-28, source: { title: Оценка }, editorial: true }\n",
};
const place = [["language: ru", "language: ru\nplace: Город"]] as const;
const occasions = (deadline: string, more = "", series: readonly (readonly [string, string])[] = place) => {
  const [plan] = tinyPlans({ items: row(deadline, more), files, series });
  return occasionsOf(plan!, "1.1");
};

test.each([
  ["{ text: 1 – 20 сентября, from: 09-01, to: 09-20 }", "2024-09-01", "2024-09-20"],
  ["{ text: в течение набора, period: term }", "2024-03-04", "2024-04-26"],
])("a stretch with both its days is one: %s", (deadline, start, end) => {
  expect(occasions(deadline)).toEqual([{ name: "Заказать пособия", start, end, place: "Город" }]);
});

test.each([
  ["{ text: до 1 марта, until: 03-01 }", "a deadline says until when, not when"],
  ["{ text: 6 сентября, on: 09-06 }", "a single day in a column of deadlines is an end"],
  ["{ text: сентябрь, month: 9 }", "a month has no days"],
  ["{ text: в первую декаду марта, month: 3, part: first-decade }", "nor has a part of it"],
  ["{ text: ежемесячно, every: month }", "what recurs"],
  ["{ text: с 1 апреля, from: 04-01 }", "no end is named"],
  ["{ text: в течение года, continuous: all-year }", "no day is named"],
  ["{ text: в течение смены, period: guess }", "an editor's own guess"],
])("%s is none: %s", (deadline) => {
  expect(occasions(deadline)).toEqual([]);
});

test("a condition, a withdrawn row and a series without a place have none", () => {
  const stretch = "{ text: 1 – 20 сентября, from: 09-01, to: 09-20 }";
  const extended =
    "{ text: 1 – 20 сентября (при наличии до 1 октября), from: 09-01, to: 09-20, extended: { to: 10-01, if: наличие } }";
  expect(occasions(extended).map(({ end }) => end)).toEqual(["2024-09-20"]);
  expect(occasions(stretch, "", [])).toEqual([]);
  expect(occasions(stretch, ", withdrawn: { reason: Отменён }")).toEqual([]);
});

test("the plan of 2024 has those that its words or its admissions bound at both ends, and no more", () => {
  const [plan] = realPlans();
  const found = plan!.items.filter(({ id }) => occasionsOf(plan!, id).length > 0).map(({ id }) => id);
  expect(found).toEqual(["1.1", "1.1.2", "1.1.5-1", "1.1.5-2", "1.3.2", "1.3.3", "2.3.4", "2.4", "2.4.4"]);
  expect(occasionsOf(plan!, "1.3.2").map(({ start, end }) => [start, end])).toEqual([
    ["2023-09-01", "2024-05-31"],
    ["2024-09-01", "2025-05-31"],
  ]);
});

test("no text of a plan ends the script that it stands in, and every text is read as it is", () => {
  for (const text of [...Object.values(attacks), "</script ><!--<script>", "a\u2028b"]) {
    const data = occasionsData([{ name: text, start: "2024-09-01", end: "2024-09-20", place: text }], null);
    expect(data).not.toMatch(/[<]/);
    const { "@graph": graph } = JSON.parse(data) as { "@graph": { name: string; url?: string }[] };
    expect(graph[0]).toMatchObject({ "@type": "Event", name: text, location: { name: text } });
    expect(graph[0]).not.toHaveProperty("url");
  }
  expect(scriptJson("<")).toBe('"\\u003c"');
});
