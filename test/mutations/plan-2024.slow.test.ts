/**
 * The frozen plan is published, then one slip is made in its files: `check`, or the contract with the ledger of that publication, finds
 * every slip that changes a published date or addressee. Slips of some kinds where somebody waits, all in `npm run test:long`.
 */
import { expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { times } from "../fuzz-runs.ts";
import { plan2024 } from "../plan-files.ts";
import { mutated, mutationsOf, type Mutation } from "./mutate.ts";
import { judge } from "./verdict.ts";

/** The file and the keys above a slip, without places in lists, and what kind of slip it is. */
const kindOf = ({ file, path }: Mutation): string =>
  `${/[a-z]+(?=[^/]*$)/.exec(file)?.[0]} ${path
    .split("/")
    .filter((part) => !/^\d+$/.test(part))
    .slice(-2)
    .join("/")}`;

/** Slips of one kind are much alike: one of each, and where somebody waits one of every sixth kind. */
function sample(mutations: readonly Mutation[]): readonly Mutation[] {
  if (times >= 5) return mutations;
  const kinds = [...Map.groupBy(mutations, kindOf).values()];
  return kinds.filter((_, index) => times >= 1 || index % 6 === 0).map((own) => own[Math.floor(own.length / 2)]!);
}

const sources = plan2024();
const verdict = judge(sources, parseDate("2024-02-20")!);
const line = ({ file, path, was, text }: Mutation): string => `${file} ${path}: ${was} → ${text}`;

test("no slip that changes what is published passes unnoticed", { timeout: 7_200_000 }, () => {
  const chosen = sample(mutationsOf(sources));
  const verdicts = chosen.map((mutation) => ({ mutation, verdict: verdict(mutated(sources, mutation)) }));
  expect(verdicts.filter((each) => each.verdict === "silent").map(({ mutation }) => line(mutation))).toEqual([]);
  const found = verdicts.filter((each) => each.verdict.startsWith("found"));
  expect(found.length, "the slips are real ones").toBeGreaterThan(chosen.length / 2);
});

/** Slips that moved a date's neighbours, or handed it to others, without any row changing. */
const outsideRows: readonly (readonly [file: RegExp, path: RegExp, text: string])[] = [
  [/calendars\/ru\/2025/, /^holidays\/0\/on\/1$/, "01-09"],
  [/rules\/ru-gk/, /^roll\/last-day\/value$/, "none"],
  [/parties/, /^parties\/\d+\/officer-of\/1 \(lost\)$/, ""],
  [/parties/, /^parties\/\d+\/oversees\/0$/, "doo"],
  [/profiles/, /^profiles\/2\/parties\/1 \(lost\)$/, ""],
  [/readings/, /^readings\/0\/party$/, "mouo"],
];

test.each(outsideRows)("what changes beside the rows is found: %s %s", (file, path, text) => {
  const slips = mutationsOf(sources).filter(
    (each) => file.test(each.file) && path.test(each.path) && each.text === text,
  );
  expect(slips.length).toBeGreaterThan(0);
  for (const slip of slips) expect(verdict(mutated(sources, slip)), line(slip)).toMatch(/^found/);
});
