import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, isError } from "../../compiler/compile.ts";
import { parseDate } from "../../compiler/calendar/day.ts";
import { describe, diagnosticJson, render } from "../../compiler/diagnostics/render.ts";
import { lintCalendar } from "../../compiler/ical/lint.ts";
import { emit } from "../../compiler/data/emit.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import type { Ledger, LedgerEntry } from "../../compiler/ledger/ledger.ts";
import { readLedger } from "../../compiler/ledger/read-ledger.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { runs } from "../fuzz-runs.ts";
import { plan2024 } from "../plan-files.ts";
import { mutated } from "./mutations.ts";

const often = runs(60);
const { plans } = compile(plan2024()).value;
const today = parseDate("2024-05-15")!;
const whole = checkPublications(plans, [], { today: parseDate("2024-02-14")! }).value[0]!.after[0]!;
/** Every fortieth entry: small enough that a mutation hits something that matters. */
const small: Ledger = { ...whole, entries: whole.entries.filter((_, index) => index % 40 === 0) };
const { path } = small;
const text = writeLedger(small);

/** Whatever a ledger says, a publication either tells what is wrong or gives feeds that are calendars. */
function holds(source: SourceFile): void {
  const read = readLedger(source);
  expect(read.value === undefined).toBe(read.diagnostics.some(isError));
  const { value, diagnostics } = checkPublications(plans, [source], { today });
  const texts = new Map([[source.path, source.text]]);
  for (const diagnostic of diagnostics.slice(0, 20)) {
    // Of the message only: the line of the file that is shown below it may hold anything.
    expect(describe(diagnostic, "ru").message).not.toMatch(/(?<![-\w])undefined(?![-\w])|\[object|(?<!\w)NaN(?!\w)/);
    render(diagnostic, texts, "ru");
    expect(diagnosticJson(diagnostic, texts, "en")).toHaveProperty("message");
  }
  if (diagnostics.some(isError)) return;
  const histories = new Map(value.map(({ folder, history }) => [folder, history]));
  const feeds = emit(plans, { site: "https://plan.example" }, { histories }).filter((file) =>
    /feeds\/(all|mouo)\.ics$/.test(file.path),
  );
  expect(feeds.length).toBe(2);
  for (const feed of feeds) expect(lintCalendar(new TextEncoder().encode(feed.text))).toEqual([]);
}

test("what the tests below start from is published", () => {
  expect(checkPublications(plans, [{ path, text }], { today }).diagnostics.filter(isError)).toEqual([]);
  holds({ path, text });
});

test("a ledger cut, doubled and written over", () => {
  fc.assert(
    fc.property(mutated(text), (each) => holds({ path, text: each })),
    often,
  );
});

const words = fc.oneof(
  fc.constantFrom("", "x", "a/b/c/d/e@f", "\r\nBEGIN:VEVENT", "\u202e", "../../x", "mouo", "all", "__proto__", "<b>"),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const days = fc.constantFrom("1900-01-01", "2024-02-29", "2024-05-16", "2199-12-31").map((day) => parseDate(day)!);
const count = fc.constantFrom(0, 1, 1e9, Number.MAX_SAFE_INTEGER);
const lists = fc.array(words, { maxLength: 3 });
/** What an entry may say when somebody who knows the form has written it. */
const entryEdits: fc.Arbitrary<Partial<LedgerEntry>> = fc.record(
  {
    uid: words,
    state: fc.constantFrom("live" as const, "withdrawn" as const, "dropped" as const),
    on: fc.option(days),
    reason: words,
    sequence: count,
    changed: days,
    turn: count,
    start: days,
    end: days,
    summary: words,
    fingerprint: words,
    who: lists,
    feeds: lists,
    year: fc.option(count),
    left: fc.array(
      fc.record({
        feed: words,
        on: days,
        turn: count,
        sequence: count,
        reason: fc.option(words),
        start: days,
        end: days,
        summary: words,
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const headEdits: fc.Arbitrary<Partial<Ledger>> = fc.record(
  {
    series: words,
    published: days,
    verified: fc.option(days),
    names: fc.array(
      fc.record({
        name: words,
        kind: fc.constantFrom("party" as const, "profile" as const),
        label: words,
        gone: fc.option(days),
      }),
      { maxLength: 3 },
    ),
    items: fc.array(fc.record({ item: words, fingerprint: words, citations: lists }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

test("a ledger in perfect order that says strange things", () => {
  const strange = fc.tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant<Partial<Ledger>>({}) }, headEdits),
    fc.array(fc.tuple(fc.nat(small.entries.length - 1), entryEdits), { minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(strange, ([head, edits]) => {
      const entries = small.entries.map((entry, index) => ({ ...entry, ...edits.find(([at]) => at === index)?.[1] }));
      holds({ path, text: writeLedger({ ...small, ...head, entries }) });
    }),
    often,
  );
});
