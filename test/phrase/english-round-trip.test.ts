/** A rule, said in English and read again, is the same rule; and no text makes the English reader throw or look back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deadline } from "../../compiler/generated/types.ts";
import { Parser } from "../../compiler/phrase/engine/parser.ts";
import { faultText } from "../../compiler/phrase/faults.ts";
import { phraseLanguages } from "../../compiler/phrase/languages.ts";
import type { Names } from "../../compiler/phrase/names.ts";
import { interpretPhrase } from "../../compiler/phrase/read.ts";
import { combinedNames, combinedOf, formNames, formOf } from "../../compiler/rule/kinds.ts";
import { phraseOf } from "../../compiler/phrase/write.ts";
import { runs } from "../fuzz-runs.ts";
import { mutated } from "../hostile/mutations.ts";
import { isSameRule } from "../../compiler/phrase/agreement.ts";
import { standsBehindHaste } from "./behind-haste.ts";
import { tableRows } from "./table-rows.ts";

const names: Names = {
  events: [
    { id: "published", title: "publication of the results" },
    { id: "received", title: "receipt of the application" },
    { id: "meeting", title: "Board meeting" },
    { id: "start", title: "start of the course" },
    { id: "closing", title: "the closing date" },
  ],
  periods: [
    { id: "campaign", title: "admissions campaign" },
    { id: "reporting-period", title: "reporting period", every: "month" },
  ],
  parties: [
    { id: "schools", label: "Schools" },
    { id: "libraries", label: "Libraries (public)" },
  ],
};

const two = (n: number): string => String(n).padStart(2, "0");
const oneOrMore = <T>(list: readonly T[]): T | T[] => (list.length === 1 ? list[0]! : [...list]);
const clean = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const monthNumber = fc.integer({ min: 1, max: 12 });
const civil = fc.tuple(monthNumber, fc.integer({ min: 1, max: 28 }));
const ordinary = civil.map(([month, day]) => `${two(month)}-${two(day)}`);
const dated = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), civil)
  .map(([year, [month, day]]) => `${year}-${two(month)}-${two(day)}`);
const day = fc.oneof(ordinary, dated);
const lastDay = monthNumber.map((month) => `${two(month)}-last`);
const monthRef = fc.oneof(
  monthNumber,
  fc
    .tuple(monthNumber, monthNumber)
    .filter(([a, b]) => a < b)
    .map(([a, b]) => `${a}-${b}`),
);
const longUnit = fc.constantFrom("month", "quarter", "half-year", "year", "reporting-period");
const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekday = fc.constantFrom(...week);
const named = fc.oneof(
  fc
    .tuple(fc.constantFrom("first", "second", "third", "fourth", "last"), weekday)
    .map(([nth, name]) => `${nth}-${name}`),
  fc.constantFrom("last-working-day", "first-working-day", "last-working-day-2", "last-full-week", "last-7-days"),
  fc.integer({ min: 2, max: 19 }).map((k) => `first-${k}-working-days`),
  fc.integer({ min: 2, max: 19 }).map((k) => `working-day-${k}`),
);
const dayOfMonth = fc.integer({ min: 1, max: 31 });

const stretch = fc.oneof(
  fc
    .tuple(ordinary, ordinary)
    .filter(([a, b]) => a <= b)
    .map(([from, to]) => ({ from, to })),
  fc
    .tuple(ordinary, ordinary)
    .filter(([a, b]) => a.slice(0, 2) > b.slice(0, 2))
    .map(([from, to]) => ({ from, to, wraps: true as const })),
  fc
    .tuple(ordinary, monthNumber)
    .filter(([a, month]) => a <= `${two(month)}-00`)
    .map(([from, month]) => ({ from, to: `${two(month)}-last` })),
  fc
    .tuple(dated, dated)
    .filter(([a, b]) => a < b)
    .map(([from, to]) => ({ from, to })),
);

const event = fc.constantFrom(...names.events.map(({ id }) => id));
const anchor = fc.oneof(
  event,
  fc.record({ event, since: monthNumber }),
  fc.record({ "end-of": longUnit, since: fc.option(monthNumber, { nil: undefined }) }),
  fc.record({ "start-of": longUnit }),
  fc.record({ "end-of": fc.constant("campaign") }),
  fc.record({ day }),
);
const n = fc.integer({ min: 1, max: 1000 });
const count = fc.oneof(fc.record({ "working-days": n }), fc.record({ "calendar-days": n }), fc.record({ months: n }));

const head = fc.oneof(
  fc.constantFrom("week", "month", "quarter", "half-year", "year", "reporting-period").map((unit) => ({ unit })),
  fc.record({
    unit: fc.constant("week"),
    on: fc
      .uniqueArray(weekday, { minLength: 1, maxLength: 4 })
      .map((list) => oneOrMore(week.filter((name) => list.includes(name)))),
  }),
  fc.record({ unit: fc.constant("week"), until: weekday }),
  fc.record({ unit: longUnit, on: fc.oneof(named, fc.constantFrom("last-day", "first-day-after")) }),
  fc.record({ unit: longUnit, on: fc.uniqueArray(named, { minLength: 2, maxLength: 3 }) }),
  fc.record({ unit: longUnit, on: fc.uniqueArray(dayOfMonth, { minLength: 1, maxLength: 4 }).map(oneOrMore) }),
  fc.record({ unit: longUnit, until: fc.uniqueArray(dayOfMonth, { minLength: 2, maxLength: 4 }) }),
  fc.record({ unit: longUnit, until: fc.oneof(dayOfMonth, named, fc.constant("last-day")) }),
  fc.record({ unit: longUnit, until: fc.oneof(dayOfMonth, named), of: fc.constant("following") }),
  fc.record({ unit: longUnit, on: fc.oneof(fc.integer({ min: 2, max: 31 }), named), of: fc.constant("following") }),
  fc.record({
    unit: longUnit,
    on: fc
      .tuple(dayOfMonth, dayOfMonth)
      .filter(([a, b]) => a < b)
      .map(([a, b]) => `${a}-${b}`),
  }),
);
const bounds = fc.oneof(
  fc.constant("campaign"),
  fc.record({ from: ordinary }),
  fc.record({ to: fc.oneof(ordinary, lastDay) }),
  stretch,
);
const every = fc
  .tuple(head, fc.option(bounds, { nil: undefined }), fc.option(monthNumber, { nil: undefined }))
  .filter(([rule, range]) => rule.unit !== "year" || range === undefined)
  // “quarterly until 1 July” is one day of a quarter or the last one of all.
  .filter(
    ([rule, range]) =>
      Object.keys(rule).length > 1 || rule.unit === "week" || rule.unit === "month" || range === undefined,
  )
  .map(([rule, range, since]) => {
    const made = clean({ ...rule, in: range, since });
    return { every: Object.keys(made).length === 1 ? made.unit : made };
  });

const shapes = fc.oneof(
  fc
    .tuple(
      count.filter((amount) => !("weeks" in amount)),
      anchor,
    )
    .map(([amount, after]) => ({ exactly: { ...amount, after } })),
  fc
    .tuple(count, anchor, ordinary)
    .map(([amount, after, until]) => ({ earliest: [{ within: { ...amount, after } }, { until }] })),
  fc
    .tuple(count, event, ordinary)
    .map(([amount, after, until]) => ({ latest: [{ until }, { within: { ...amount, after } }] })),
  fc.tuple(ordinary, event).map(([on, name]) => ({ between: [{ on }, { until: { event: name } }] })),
  fc.tuple(weekday, ordinary).map(([on, from]) => ({ every: { unit: "week", on, in: { from }, interval: 2 } })),
  fc
    .tuple(
      weekday,
      fc.oneof(
        fc.constant("days-off"),
        ordinary.map((on) => ({ on })),
      ),
    )
    .map(([on, except]) => ({ every: { unit: "week", on, except } })),
  fc.tuple(fc.constantFrom("day", "working-day"), stretch).map(([unit, range]) => ({ every: { unit, in: range } })),
  fc.constantFrom({ until: { item: "2.1.3" } }),
  fc
    .tuple(
      fc.oneof(
        day.map((until) => ({ until })),
        day.map((on) => ({ on })),
        weekday.map((on) => ({ every: { unit: "week", on } })),
      ),
      fc.constantFrom("09:00", "17:30", "09:00-17:30"),
      fc.constantFrom({}, { zone: "UTC" }, { zone: "America/New_York" }, { zone: "Europe/Brussels" }),
    )
    .map(([rule, at, zone]) => ({ ...rule, at, ...zone })),
) as fc.Arbitrary<Deadline>;

const simple = fc.oneof(
  shapes,
  fc
    .array(day, { minLength: 1, maxLength: 4 })
    .filter((list) => new Set(list.map((text) => text.length)).size === 1)
    .map((list) => ({ on: oneOrMore(list) })),
  ordinary.map((from) => ({ from })),
  stretch,
  fc
    .tuple(
      stretch.filter(({ from }) => from.length === 5),
      ordinary,
    )
    .map(([range, to]) => ({ ...range, extended: { to, if: "if there are places left" } })),
  fc
    .oneof(day, lastDay, fc.constantFrom({ "end-of": "month" }, { "end-of": "campaign" }, { event: "published" }))
    .map((until) => ({ until })),
  fc.record({ every: fc.record({ unit: fc.constant("year"), until: ordinary, of: fc.constant("following") }) }),
  fc.array(monthRef, { minLength: 1, maxLength: 4 }).map((list) => ({ month: oneOrMore(list) })),
  fc
    .tuple(
      fc.array(monthRef, { minLength: 1, maxLength: 3 }),
      fc.oneof(named, fc.constantFrom("last-day", "first-half", "second-half")),
    )
    .filter(([list, part]) => !part.endsWith("-half") || list.every((entry) => typeof entry === "number"))
    .map(([list, part]) => ({ month: oneOrMore(list), part })),
  fc.constantFrom({ period: "campaign" }, { continuous: "all-year" }, { continuous: "daily" }),
  every,
  fc.tuple(count, anchor).map(([amount, after]) => ({ within: { ...amount, after } })),
  fc.tuple(count, anchor).map(([amount, before]) => ({ "no-later-than": { ...amount, before } })),
  anchor.map((on) => ({ "on-day-of": on })),
  event.map((before) => ({ before })),
  fc.constantFrom({ external: "the admissions policy" }, { external: "Annex II" }),
) as fc.Arbitrary<Deadline>;

/** After an event's own words a remark could be part of them. */
const hasWords = (rule: Deadline): boolean =>
  rule.external !== undefined ||
  combinedOf(rule) !== undefined ||
  [rule.exactly?.after, rule.within?.after, rule["no-later-than"]?.before, rule["on-day-of"], rule.before].some(
    (entry) => typeof entry === "string",
  );
const remarked = fc
  .tuple(
    simple.filter((rule) => !hasWords(rule)),
    fc.record({
      audience: fc.option(fc.subarray(["schools", "libraries"], { minLength: 1 }), { nil: undefined }),
      subject: fc.option(fc.constantFrom("interim report", "results of the survey"), { nil: undefined }),
    }),
  )
  .map(([rule, more]) => clean({ ...rule, ...more }) as Deadline);
/** A count from a day that another day could share has no words among alternatives. */
const countsFromDay = ({ within, "no-later-than": back }: Deadline): boolean =>
  [within?.after, back?.before].some((from) => typeof from === "object" && from.day !== undefined);
const any = fc
  .array(
    simple.filter(
      (rule) =>
        rule.external === undefined && !countsFromDay(rule) && combinedOf(rule) === undefined && rule.at === undefined,
    ),
    { minLength: 2, maxLength: 3 },
  )
  .map((list): Deadline => ({ any: list }));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

function returns(rule: Deadline): void {
  const phrase = phraseOf(rule, { names, language: "en" });
  expect(phrase, JSON.stringify(rule)).toBeDefined();
  const { interpretations, fault } = interpretPhrase(phrase!, { names, language: "en" });
  expect(fault, phrase).toBeUndefined();
  expect(
    interpretations?.map((reading) => sorted(reading.rule)),
    phrase,
  ).toEqual([sorted(rule)]);
}

/** Rules that once came back as others: of a day after a quarter also a count; a list that goes back, of two years; a full week also an event. */
const found: [Deadline][] = [
  [{ every: { unit: "month", until: "last-full-week" } }],
  [{ every: { unit: "month", until: "last-working-day-2", of: "following" } }],
  [{ every: { unit: "quarter", on: "first-day-after" } }],
  [{ every: { unit: "reporting-period", on: "first-day-after" } }],
  [{ on: ["2100-02-01", "2100-01-01"] }],
];

test("a rule, said and read again, is the same rule", () =>
  fc.assert(fc.property(simple, returns), { ...runs(2000), examples: found }));
test("each form is among the rules that are said", () => {
  const rules = fc.sample(simple, { numRuns: 3000, seed: 1 });
  const said = new Set(rules.map((rule) => formOf(rule) ?? combinedOf(rule)));
  expect([...formNames, ...combinedNames].filter((name) => !said.has(name))).toEqual([]);
});
test("a time beside a rule of any form is read with it, or the rule has no words", () =>
  fc.assert(
    fc.property(simple, fc.constantFrom("09:30", "09:00-18:00"), (rule, at) => {
      const timed = { ...rule, at };
      if (phraseOf(timed, { names, language: "en" }) !== undefined) returns(timed);
    }),
    runs(1000),
  ));
test("what names a day or hangs on something can follow other words", () => {
  const isOne = (rule: Deadline): boolean => {
    const form = formOf(rule);
    return form !== undefined && standsBehindHaste[form] && rule.at === undefined;
  };
  fc.assert(
    fc.property(simple.filter(isOne), (rule) => {
      const phrase = `immediately, but ${phraseOf(rule, { names, language: "en" })}`;
      const { interpretations } = interpretPhrase(phrase, { names, language: "en" });
      expect(
        interpretations?.map((meant) => isSameRule(meant.rule, rule)),
        phrase,
      ).toEqual([true]);
    }),
    runs(500),
  );
});
test("so are alternatives", () => fc.assert(fc.property(any, returns), runs(300)));
test("so are deadlines with addressees and subjects, one and several", () => {
  const each = fc.array(remarked, { minLength: 2, maxLength: 3 }).map((list): Deadline => ({ each: list }));
  fc.assert(fc.property(fc.oneof(remarked, each), returns), runs(600));
});

const known = tableRows("english.txt").map(({ phrase }) => phrase);

/** Reads whatever it is given and holds the answer to its shape: readings, or a fault that points into the text. */
function holds(text: string): void {
  const { interpretations, fault } = interpretPhrase(text, { year: 2024, language: "en" });
  if (interpretations !== undefined) {
    expect(interpretations.length).toBeGreaterThan(0);
    return;
  }
  expect(text.slice(fault.at, fault.at + fault.word.length)).toBe(fault.word);
  expect(faultText(fault, "en")).not.toContain("{");
  if (fault.nearest === undefined) return;
  expect(interpretPhrase(fault.nearest, { year: 2024, language: "en" }).fault).toBeUndefined();
}

describe("never throws", () => {
  test("whatever order the words of deadlines stand in", () => {
    const words = [...new Set(known.flatMap((text) => text.split(/\s+/)))];
    const shuffled = fc.array(fc.constantFrom(...words, "(", ")", "or", ";", "–"), { maxLength: 25 });
    fc.assert(
      fc.property(
        shuffled.map((list) => list.join(" ")),
        holds,
      ),
      runs(1000),
    );
  });
  test("whatever happens to a phrase on its way", () =>
    fc.assert(fc.property(fc.constantFrom(...known).chain(mutated), holds), runs(1000)));
});

const { grammar, phrase } = phraseLanguages.en;

/** How much work reading takes: symbols looked for, not seconds. */
function effort(text: string): number {
  let symbols = 0;
  class Counting extends Parser {
    override memoize<T>(symbol: unknown, at: number, read: () => { end: number; value: T } | undefined) {
      symbols += 1;
      return super.memoize(symbol, at, read);
    }
  }
  const parser = grammar.parser(text, { year: 2024, loosely: false, names: { events: [], periods: [], parties: [] } });
  phrase.match(new Counting(text, parser.tokens, parser.context, parser.symbols), 0);
  return symbols;
}

test.each([
  "by 1 March or ",
  "the first Monday ",
  "within 5 working days of receipt or ",
  "receipt by ",
  "the admissions campaign ",
  "1, ",
  "( ",
  "(monthly ",
  "by 1 March – interim report ",
  "on the day of receipt (or ",
  "by ",
  "as required by ",
])("reading “%s” takes work in proportion to the length", (seed) => {
  const of = (length: number): number => effort(seed.repeat(Math.ceil(length / seed.length)).slice(0, length));
  const [small, large] = [of(400), of(1600)];
  expect(large / Math.max(small, 50)).toBeLessThan(6);
});

test("a language reads with its own periods, whichever was read before", () => {
  const shared = {};
  expect(interpretPhrase("during the school year", { names: shared, language: "en" }).fault?.code).toBe(
    "unknown-period",
  );
  expect(interpretPhrase("в течение учебного года", { names: shared }).interpretations?.[0].rule).toEqual({
    period: "school-year",
  });
});
