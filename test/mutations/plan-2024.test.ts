/**
 * The frozen plan is published, then one slip is made in its files: `check`, or the contract with the ledger of that publication, finds
 * every slip that changes a published date or addressee. One slip of each kind where somebody waits, all in `npm run test:long`.
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

/** Slips of one kind are much alike: of each the first, and as many more as there is time for. */
function sample(mutations: readonly Mutation[]): readonly Mutation[] {
  if (times >= 5) return mutations;
  const kinds = [...Map.groupBy(mutations, kindOf).values()];
  return kinds.map((own) => own[Math.floor(own.length / 2)]!);
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
