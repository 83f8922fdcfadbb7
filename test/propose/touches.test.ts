/** What a proposal touches: the rows that it changes, and the line by which its request is found. */
import { expect, test } from "vitest";
import { filesAfter } from "../../compiler/propose/operations.ts";
import { openPlan } from "../../compiler/propose/plan-files.ts";
import type { Operation } from "../../compiler/propose/proposal.ts";
import { touchedRows } from "../../compiler/propose/touched-rows.ts";
import { placeOfTouched, readTouches, touchedByBoth, touchesLine } from "../../compiler/propose/touches.ts";
import { plan2024 } from "../plan-files.ts";
import { samples } from "./sample.ts";

const slug = "gis-obrazovanie";
const files = openPlan(plan2024(), slug, "2024")!;
const touchedBy = (...operations: readonly Operation[]): readonly string[] =>
  touchedRows(slug, files, filesAfter(files, operations));

test.each<[keyof typeof samples, string]>([
  ["move", "2024/items/2.1.8"],
  ["control", "2024/items/2.1.8"],
  ["record", "2024/events/event-documents-published"],
  ["withdraw", "2024/items/2.1.2-1"],
  ["add", "2024/items/2.1.9"],
  ["set", "2024/items/2.1.3-1"],
  ["text", "2024/items/2.1.3-1"],
  ["profile", "profiles/ooo-odo"],
])("%s touches its row and no other", (kind, row) => {
  expect(touchedBy(samples[kind])).toEqual([`${slug}/${row}`]);
});

test("several edits of one row touch it once, a record of a period that period, and a text outside of rows its file", () => {
  expect(touchedBy(samples.move, samples.control, samples.add)).toEqual([
    `${slug}/2024/items/2.1.8`,
    `${slug}/2024/items/2.1.9`,
  ]);
  expect(touchedBy({ ...samples.record, period: "2024-04" })).toEqual([
    `${slug}/2024/events/event-documents-published/2024-04`,
  ]);
  const text = files.texts.get("2024/section-2.yaml")!;
  const title = /^ {2}title: .*\n/m.exec(text)![0];
  const to = title.replace("title: ", "title: Другое. ");
  expect(touchedBy({ op: "text", file: "2024/section-2.yaml", was: title, to })).toEqual([
    `${slug}/2024/section-2.yaml`,
  ]);
});

test("a comment touches nothing, a file that can be read no more itself", () => {
  const text = files.texts.get("2024/section-2.yaml")!;
  const with_ = (now: string) =>
    touchedRows(slug, files, { ...files, texts: new Map(files.texts).set("2024/section-2.yaml", now) });
  expect(with_(`${text}# замечание\n`)).toEqual([]);
  expect(with_(`${text}\t{[`)).toEqual([`${slug}/2024/section-2.yaml`]);
});

test("the line is read from the text that it opens, and two proposals have in common what both name", () => {
  const touched = touchedBy(samples.move, samples.record, samples.profile);
  const line = touchesLine(touched);
  expect(readTouches(`${line}### Срок\n`)).toEqual(touched);
  expect(readTouches(`${line}### Срок\n`.replaceAll("\n", "\r\n"))).toEqual(touched);
  expect(touchedByBoth(touchedBy(samples.record, samples.move), touched)).toEqual(
    touchedBy(samples.record, samples.move),
  );
  expect(touchedByBoth(touchedBy(samples.withdraw), touched)).toEqual([]);
  expect(touchesLine([])).toBe("");
});

test.each([
  ["no text", undefined],
  ["no line", "### Срок 2.1.8\n"],
  ["further down", "\n<!-- srok-touches: school/2026/items/1.1 -->\n"],
  ["markup", '<!-- srok-touches: <img/src="x"> -->\n'],
  ["words after it", "<!-- srok-touches: school/2026/items/1.1 --> и ещё\n"],
  ["another comment inside", "<!-- srok-touches: a --> <!-- b -->\n"],
  ["invisible characters", "<!-- srok-touches: school/2026/items/1.1\u202e -->\n"],
  ["a name without end", `<!-- srok-touches: ${"a".repeat(10_000)} -->\n`],
  ["more names than a proposal has", `<!-- srok-touches:${" a".repeat(100_000)} -->\n`],
  ["no end", `<!-- srok-touches:${" a".repeat(100_000)}`],
])("a text with %s says of nothing that it touches it", (_, text) => {
  expect(readTouches(text)).toEqual([]);
});

test("what no line can hold is left out of it, and a long line is cut", () => {
  expect(touchesLine(["school/a --> <b>", "school/2026/items/1.1"])).toBe(
    "<!-- srok-touches: school/2026/items/1.1 -->\n",
  );
  const many = Array.from({ length: 500 }, (_, index) => `school/2026/items/1.${index}`);
  expect(readTouches(touchesLine(many))).toEqual(many.slice(0, 100));
});

test.each([
  ["school/2026/items/2.1.8", { kind: "item", name: "2.1.8" }],
  ["school/2026/events/start", { kind: "event", name: "start" }],
  ["school/2026/events/report/2026-04", { kind: "event", name: "report, 2026-04" }],
  ["events/2026/items/1.1", { kind: "item", name: "1.1" }],
  ["school/parties/events", { kind: "row", name: "events" }],
  ["school/profiles/all", { kind: "row", name: "all" }],
  ["school/2026/section-1.yaml", { kind: "file", name: "2026/section-1.yaml" }],
])("%s in words", (touched, place) => {
  expect(placeOfTouched(touched)).toEqual(place);
});
