import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultText } from "../../compiler/phrase/faults.ts";
import { nearestPhrase } from "../../compiler/phrase/nearest-phrase.ts";
import { phraseLanguages } from "../../compiler/phrase/languages.ts";
import { Parser } from "../../compiler/phrase/engine/parser.ts";
import { interpretPhrase } from "../../compiler/phrase/read.ts";
import { longestPhrase } from "../../compiler/phrase/engine/token.ts";
import { realPlans } from "../feeds/plans.ts";
import { runs } from "../fuzz-runs.ts";
import { damaged, mutated } from "../hostile/mutations.ts";
import { days, lastDays, months, stretches } from "./phrases-dated.ts";
import { countedFrom, recurring, states } from "./phrases-recurring.ts";

/** Reads whatever it is given and holds the answer to its shape: readings, or a fault that points into the text. */
function holds(text: string): void {
  const { interpretations, fault } = interpretPhrase(text, { year: 2024 });
  if (interpretations !== undefined) {
    expect(interpretations.length).toBeGreaterThan(0);
    return;
  }
  expect(fault.at).toBeGreaterThanOrEqual(0);
  expect(text.slice(fault.at, fault.at + fault.word.length)).toBe(fault.word);
  expect(faultText(fault, "ru")).not.toContain("{");
  if (fault.nearest !== undefined) expect(interpretPhrase(fault.nearest, { year: 2024 }).fault).toBeUndefined();
}

const known = [...days, ...stretches, ...lastDays, ...months, ...recurring, ...countedFrom, ...states].map(
  (entry) => entry.phrase,
);
/** What the plan of 2024 says of its deadlines. */
const published = [
  ...new Set(
    realPlans()
      .flatMap((plan) => plan.items.flatMap(({ deadline, control }) => [deadline?.text, control?.deadline?.text]))
      .filter((text) => text !== undefined),
  ),
];
const words = [...new Set(known.flatMap((text) => text.split(/\s+/)))];

describe("never throws", () => {
  test("whatever the text", () =>
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), holds), runs(500)));
  test("whatever code units it is made of", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
        holds,
      ),
      runs(500),
    ));
  test("whatever order the words of deadlines stand in", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words, "(", ")", "или", ";", "–"), { maxLength: 25 }).map((list) => list.join(" ")),
        holds,
      ),
      runs(1000),
    ));
  test("whatever happens to a phrase on its way", () => {
    const slip = fc
      .tuple(fc.constantFrom(...known), fc.nat(80), fc.nat(3), fc.string({ unit: "grapheme", maxLength: 3 }))
      .map(([text, at, cut, more]) => text.slice(0, at) + more + text.slice(at + cut));
    fc.assert(fc.property(slip, holds), runs(1000));
  });
  test("whatever happens to the words and to the bytes of the phrases of the plan of 2024", () => {
    expect(published.length).toBeGreaterThan(50);
    const torn = fc.constantFrom(...published).chain((text) => fc.oneof(mutated(text), damaged(text)));
    fc.assert(fc.property(torn, holds), runs(1000));
  });
});

const { grammar, phrase } = phraseLanguages.ru;

/** How much work reading takes: symbols looked for, not seconds. */
function effort(text: string): number {
  let count = 0;
  class Counting extends Parser {
    override memoize<T>(
      symbol: unknown,
      at: number,
      read: () => { end: number; value: T } | undefined,
    ): { end: number; value: T } | undefined {
      count += 1;
      return super.memoize(symbol, at, read);
    }
  }
  const { tokens, context, symbols } = grammar.parser(text, {
    year: 2024,
    loosely: false,
    names: { events: [], periods: [], parties: [] },
  });
  phrase.match(new Counting(text, tokens, context, symbols), 0);
  return count;
}

describe("takes work in proportion to the length", () => {
  const seeds = [
    "до 1 марта или ",
    "первый понедельник ",
    "в течение 5 рабочих дней после получения или ",
    "приема до ",
    "учебного года ",
    "1, ",
    "( ",
    "(ежемесячно ",
    "до 1 марта – итоги года ",
    "в день получения (или ",
    "до ",
  ];
  test.each(seeds)("%s", (seed) => {
    const of = (length: number): number => effort(seed.repeat(Math.ceil(length / seed.length)).slice(0, length));
    const [small, large] = [of(400), of(1600)];
    expect(large / Math.max(small, 50)).toBeLessThan(6);
  });

  test("a phrase longer than any deadline is refused before it is read", () => {
    for (const text of [
      "до 1 марта ".repeat(10_000),
      "\u{1F600}".repeat(50_000),
      "(".repeat(100_000),
      "\u0301".repeat(100_000),
    ]) {
      expect(interpretPhrase(text).fault).toMatchObject({ code: "too-long", at: longestPhrase });
    }
  });

  test("cutting into tokens does not look back", () => {
    expect(grammar.tokenize("1 ".repeat(50_000)).length).toBe(50_000);
    expect(grammar.tokenize("1-".repeat(50_000)).length).toBe(100_000);
  });
});

test("what is proposed can be read", () => {
  for (const text of ["квантово до", "марта до 1", "рабочих", "каждый второй", "до 5 и 7", "за пять до"]) {
    const { fault } = interpretPhrase(text, { year: 2024 });
    if (fault === undefined) continue;
    const proposal = nearestPhrase(text, fault, {
      ...phraseLanguages.ru,
      read: (candidate) => interpretPhrase(candidate, { year: 2024 }),
    });
    if (proposal !== undefined) expect(interpretPhrase(proposal, { year: 2024 }).fault, proposal).toBeUndefined();
  }
});
