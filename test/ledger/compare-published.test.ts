/** A new feed held against the one that is out there: what is a disagreement, and what may change. */
import { expect, test } from "vitest";
import type { ParsedEntry } from "../../compiler/ical/parse.ts";
import { disagreements } from "../../compiler/ledger/compare-published.ts";

const entry = (key: string, more: Partial<ParsedEntry> = {}): ParsedEntry => ({
  uid: `demo/2024/1.1/work/${key}@demo.example`,
  sequence: 3,
  cancelled: false,
  shown: "2024-05-20",
  ...more,
});
const feed = (...entries: readonly ParsedEntry[]): Map<string, ParsedEntry> =>
  new Map(entries.map((each) => [each.uid, each]));
const moved = { shown: "2024-05-21" };

test.each<[string, readonly ParsedEntry[], readonly ParsedEntry[], string[]]>([
  ["the same", [entry("1")], [entry("1")], []],
  ["an entry is new", [entry("1")], [entry("1"), entry("2")], []],
  ["it is lost", [entry("1")], [], ["lost"]],
  ["it was cancelled and is gone", [entry("1", { cancelled: true })], [], []],
  ["it is of a year that feeds keep no longer", [entry("1", { uid: "demo/2022/1.1/work/1@demo.example" })], [], []],
  ["it is the beginning of a stretch that became short", [entry("1-start"), entry("1")], [entry("1")], []],
  ["it is the beginning of a stretch that is gone itself", [entry("1-start")], [], ["lost"]],
  ["its number falls", [entry("1")], [entry("1", { sequence: 2 })], ["lower"]],
  ["its number falls as it moves", [entry("1")], [entry("1", { sequence: 2, ...moved })], ["lower"]],
  ["it moves under the same number", [entry("1")], [entry("1", moved)], ["still"]],
  ["it is cancelled under the same number", [entry("1")], [entry("1", { cancelled: true })], ["still"]],
  ["it moves under a higher number", [entry("1")], [entry("1", { sequence: 4, ...moved })], []],
  ["another series keeps less", [entry("1", { uid: "other/2024/1.1/work/1@demo.example" })], [], []],
])("%s", (_, published, next, kinds) => {
  expect(
    disagreements(
      feed(...published),
      feed(...next),
      (series, plan) => Number(plan) >= (series === "other" ? 2025 : 2023),
    ).map(({ kind }) => kind),
  ).toEqual(kinds);
});
