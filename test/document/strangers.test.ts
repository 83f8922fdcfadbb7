import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../plan-files.ts";
import { scoreOf } from "./strangers.ts";

/** How many of the rows with a plain meaning have to be read right. */
const leastShare = 0.84;

describe("documents as offices have them", () => {
  const scores = scoreOf(join(repository, "test", "document", "fixtures", "strangers"));
  const rows = scores.flatMap(({ rows: own }) => own);

  test.each(scores.map((score) => [score.document, score] as const))(
    "%s is taken with its head and its rows",
    (_, score) => {
      expect(score.taken).toBe(true);
      expect(score.head).toEqual([]);
      expect(score.extra).toBe(0);
      expect(score.rows.filter(({ deadline }) => deadline === "lost").map(({ row }) => row)).toEqual([]);
      expect(score.rows.flatMap(({ row, differs }) => differs.map((what) => `${row}: ${what}`))).toEqual([]);
    },
  );

  test("no deadline is read wrong", () => {
    expect(rows.filter(({ deadline }) => deadline.startsWith("wrong")).map(({ row, got }) => `${row}: ${got}`)).toEqual(
      [],
    );
  });

  test("nearly all deadlines with a plain meaning are read", () => {
    const plain = rows.filter((verdict) => verdict.plain);
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter(({ deadline }) => deadline === "right").length / plain.length).toBeGreaterThanOrEqual(
      leastShare,
    );
  });
});
