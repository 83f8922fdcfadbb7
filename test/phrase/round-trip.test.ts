import fc from "fast-check";
import { expect, test } from "vitest";
import type { Deadline } from "../../compiler/generated/types.ts";
import { combinedNames, combinedOf, formNames, formOf } from "../../compiler/rule/kinds.ts";
import { isSameRule } from "../../compiler/phrase/agreement.ts";
import { phraseOf } from "../../compiler/phrase/write.ts";
import type { Names } from "../../compiler/phrase/names.ts";
import { interpretPhrase } from "../../compiler/phrase/read.ts";
import { standsBehindHaste } from "./behind-haste.ts";
import { runs } from "../fuzz-runs.ts";

/** A plan's names, each of another declension. */
const names: Names = {
  events: [
    { id: "published", title: "официальное опубликование результатов мероприятий" },
    { id: "received", title: "получение заявки на регистрацию" },
    { id: "start", title: "начало мероприятия" },
    { id: "finish", title: "окончание приема заявлений" },
    { id: "publication", title: "публикация сведений об организации" },
    { id: "order", title: "приказ о зачислении" },
  ],
  periods: [
    { id: "campaign", title: "приёмная кампания в лагеря" },
    { id: "reporting-period", title: "отчётный период", every: "month" },
    { id: "school-year", title: "учебный год" },
  ],
  parties: [
    { id: "doo", label: "ДОО" },
    { id: "oo-private", label: "ОО (частные)" },
    { id: "operator", label: "Оператор" },
  ],
};

const two = (n: number): string => String(n).padStart(2, "0");
const civil = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const ordinary = civil.map(([month, day]) => `${two(month)}-${two(day)}`);
const dated = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), civil)
  .map(([year, [month, day]]) => `${year}-${two(month)}-${two(day)}`);
const day = fc.oneof({ weight: 3, arbitrary: ordinary }, dated);
const lastDay = fc.integer({ min: 1, max: 12 }).map((month) => `${two(month)}-last`);
const n = fc.integer({ min: 1, max: 1000 });
const monthNumber = fc.integer({ min: 1, max: 12 });
const monthRef = fc.oneof(
  monthNumber,
  fc
    .tuple(monthNumber, monthNumber)
    .filter(([a, b]) => a < b)
    .map(([a, b]) => `${a}-${b}`),
);
const unit = fc.constantFrom("week", "month", "quarter", "half-year", "year");
const longUnit = fc.constantFrom("month", "quarter", "half-year", "year", "reporting-period");
const weekday = fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun");
const nthWeekday = fc
  .tuple(fc.constantFrom("first", "second", "third", "fourth", "last"), weekday)
  .map(([nth, name]) => `${nth}-${name}`);
const workingDay = fc.oneof(
  fc.constantFrom("last-working-day", "first-working-day"),
  fc.integer({ min: 2, max: 19 }).map((k) => `working-day-${k}`),
);
const wider = fc.oneof(
  fc
    .tuple(fc.constantFrom("first", "last"), fc.integer({ min: 2, max: 19 }))
    .map(([edge, k]) => `${edge}-${k}-working-days`),
  fc.constantFrom("last-working-day-2", "last-full-week", "last-7-days"),
);
const decade = fc.constantFrom("first-decade", "second-decade", "third-decade");
const monthPart = fc.oneof(decade, fc.constantFrom("first-half", "second-half"));
const dayOfMonth = fc.integer({ min: 1, max: 31 });

/** A list of one is written as its element. */
const oneOrMore = <T>(list: readonly T[]): T | T[] => (list.length === 1 ? list[0]! : [...list]);
const without = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

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

const reference = fc.oneof(
  fc.constantFrom(...names.events.map(({ id }) => id)),
  fc.record({ event: fc.constantFrom(...names.events.map(({ id }) => id)), since: monthNumber }),
  fc.record({ "end-of": longUnit, since: fc.option(monthNumber, { nil: undefined }) }),
  fc.record({ "start-of": longUnit }),
  fc.record({ "end-of": fc.constant("campaign") }),
);
const anchor = fc.oneof(reference, fc.record({ day }));
const count = fc.oneof(fc.record({ "working-days": n }), fc.record({ "calendar-days": n }), fc.record({ months: n }));

const bounds = fc.oneof(
  fc.constantFrom("campaign", "school-year"),
  fc.record({ from: ordinary }),
  fc.record({ to: fc.oneof(ordinary, lastDay) }),
  stretch,
  fc.record({ period: fc.constant("campaign"), to: ordinary }),
  fc.record({ period: fc.constant("campaign"), from: ordinary }),
);
const headless = fc.oneof(
  unit.map((name) => ({ unit: name })),
  fc.constant({ unit: "reporting-period" }),
  fc.record({
    unit: fc.constant("week"),
    on: fc
      .uniqueArray(weekday, { minLength: 1, maxLength: 4 })
      .map((list) =>
        oneOrMore(
          ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].filter((name) => (list as string[]).includes(name)),
        ),
      ),
  }),
  fc.record({ unit: fc.constant("week"), until: weekday }),
  fc.record({ unit: longUnit, on: fc.oneof(workingDay, nthWeekday, fc.constantFrom("last-day", "first-day-after")) }),
  fc.record({ unit: fc.constant("month"), on: monthPart }),
  fc.record({ unit: fc.constantFrom("month", "quarter"), on: wider }),
  fc.record({ unit: longUnit, on: fc.uniqueArray(fc.oneof(workingDay, nthWeekday), { minLength: 2, maxLength: 3 }) }),
  fc.record({ unit: fc.constant("month"), on: fc.uniqueArray(decade, { minLength: 2, maxLength: 3 }) }),
  fc.record({ unit: fc.constant("month"), until: monthPart }),
  fc.record({
    unit: longUnit,
    until: fc.uniqueArray(fc.oneof(workingDay, nthWeekday), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({ unit: longUnit, until: fc.uniqueArray(dayOfMonth, { minLength: 2, maxLength: 4 }) }),
  fc.record({ unit: longUnit, on: fc.uniqueArray(dayOfMonth, { minLength: 1, maxLength: 4 }).map(oneOrMore) }),
  fc.record({
    unit: longUnit,
    on: fc
      .tuple(dayOfMonth, dayOfMonth)
      .filter(([a, b]) => a < b)
      .map(([a, b]) => `${a}-${b}`),
  }),
  fc.record({ unit: longUnit, until: fc.oneof(dayOfMonth, workingDay, nthWeekday, fc.constant("last-day")) }),
  fc.record({ unit: longUnit, until: fc.oneof(dayOfMonth, workingDay), of: fc.constant("following") }),
  fc.record({
    unit: longUnit,
    on: fc.oneof(fc.integer({ min: 2, max: 31 }), workingDay),
    of: fc.constant("following"),
  }),
  fc.record({ unit: fc.constant("year"), until: ordinary, of: fc.constant("following") }),
  fc.record({ unit: fc.constantFrom("month", "quarter", "half-year", "year"), "as-of": dayOfMonth }),
);
const every = fc
  .tuple(headless, fc.option(bounds, { nil: undefined }), fc.option(monthNumber, { nil: undefined }))
  // A rhythm of years between two days of one year is no rhythm, and a date of the next year has no bounds of its own.
  .filter(([head, range]) => !("unit" in head && head.unit === "year" && range !== undefined))
  .filter(
    ([head, range, since]) =>
      !(
        "until" in head &&
        typeof head.until === "string" &&
        /^\d\d-/.test(head.until) &&
        (range !== undefined || since !== undefined)
      ),
  )
  .map(([head, range, since]) => {
    const rule = without({ ...head, in: range, since });
    return { every: Object.keys(rule).length === 1 ? rule.unit : rule };
  });

const untilDay = day.map((until) => ({ until }));
const item = fc.constantFrom({ item: "2.1" }, { item: "3.5.12" }, { item: "2.1", edge: "start" as const });
const wideRule = fc.oneof(
  fc
    .tuple(fc.constantFrom("day", "working-day"), stretch)
    .map(([name, range]) => ({ every: { unit: name, in: range } })),
  fc.record({
    every: fc.record({
      unit: fc.constant("week"),
      on: weekday,
      interval: fc.integer({ min: 2, max: 20 }),
      in: fc.record({ from: ordinary }),
    }),
  }),
  fc.record({
    every: fc.record({
      unit: fc.constantFrom("week", "month"),
      except: fc.oneof(
        fc.constant("days-off"),
        fc.constant({ period: "campaign" }),
        stretch.filter((range) => !("wraps" in range)),
        ordinary.map((on) => ({ on })),
      ),
    }),
  }),
  fc
    .tuple(count, anchor, untilDay)
    .map(([amount, after, last]) => ({ earliest: [{ within: { ...amount, after } }, last] })),
  fc
    .tuple(count, anchor, untilDay)
    .map(([amount, after, last]) => ({ latest: [{ within: { ...amount, after } }, last] })),
  fc
    .tuple(fc.constantFrom("working-days", "calendar-days"), fc.integer({ min: 1, max: 19 }), anchor)
    .map(([kind, k, after]) => ({
      exactly: { [kind]: k, after },
    })),
  fc
    .tuple(
      fc.oneof(
        ordinary.map((on) => ({ on })),
        ordinary.map((until) => ({ until })),
        fc.constant({ every: { unit: "week", on: "tue" } }),
        fc.constant({ every: { unit: "month", until: "last-working-day" } }),
      ),
      fc.constantFrom("09:30", "18:00", "24:00", "09:00-18:00"),
      fc.constantFrom({}, { zone: "Europe/Moscow" }),
    )
    .map(([rule, at, zone]) => ({ ...rule, at, ...zone })),
  fc.tuple(fc.integer({ min: 1, max: 23 }), anchor).map(([hours, after]) => ({ within: { hours, after } })),
  ordinary.map((on) => ({ between: [{ on }, { before: "start" }] })),
  fc.constant({ between: [{ "on-day-of": "publication" }, { until: { event: "finish" } }] }),
  fc.tuple(count, item).map(([amount, after]) => ({ within: { ...amount, after } })),
  fc.tuple(count, item).map(([amount, before]) => ({ "no-later-than": { ...amount, before } })),
  item.map((until) => ({ until })),
  item.map((before) => ({ before })),
) as fc.Arbitrary<Deadline>;

const simple = fc.oneof(
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
    .map(([range, to]) => ({ ...range, extended: { to, if: "при наличии свободных мест" } })),
  fc
    .oneof(
      day,
      lastDay,
      fc.constantFrom(
        { "end-of": "month" },
        { "end-of": "quarter" },
        { "end-of": "campaign" },
        { "start-of": "month" },
        { event: "published" },
        { event: "finish" },
      ),
    )
    .map((until) => ({ until })),
  fc.array(monthRef, { minLength: 1, maxLength: 4 }).map((list) => ({ month: oneOrMore(list) })),
  fc
    .tuple(
      fc.array(monthRef, { minLength: 1, maxLength: 3 }),
      fc.oneof(workingDay, nthWeekday, monthPart, wider, fc.constant("last-day")),
    )
    .map(([list, part]) => ({ month: oneOrMore(list), part })),
  fc.constantFrom(
    { period: "campaign" },
    { period: "school-year" },
    { period: "reporting-period" },
    { continuous: "all-year" },
    { continuous: "daily" },
  ),
  every,
  fc.tuple(count, anchor).map(([amount, after]) => ({ within: { ...amount, after } })),
  fc.tuple(count, anchor).map(([amount, before]) => ({ "no-later-than": { ...amount, before } })),
  anchor.map((on) => ({ "on-day-of": on })),
  anchor.map((before) => ({ before })),
  fc.constantFrom(
    { external: "порядок приема в ОО" },
    { external: "административный регламент услуги" },
    { external: "правила приема" },
    { external: "воля руководителя" },
  ),
) as fc.Arbitrary<Deadline>;

const any = fc
  .array(
    simple.filter((rule) => rule.external === undefined),
    { minLength: 2, maxLength: 3 },
  )
  .map((list): Deadline => ({ any: list }));
const remarks = fc.record({
  audience: fc.option(fc.subarray(["doo", "oo-private", "operator"], { minLength: 1 }), { nil: undefined }),
  subject: fc.option(fc.constantFrom("итоги за учебный год", "отчет о мониторинге"), { nil: undefined }),
});
const remarked = fc
  .tuple(
    fc.oneof(
      simple.filter((rule) => rule.external === undefined && !countsFromEvent(rule)),
      any.filter((rule) => !rule.any!.some(countsFromEvent)),
    ),
    remarks,
  )
  .map(([rule, more]) => without({ ...rule, ...more }) as Deadline);
const each = fc.array(remarked, { minLength: 2, maxLength: 3 }).map((list): Deadline => ({ each: list }));

/** After an event's own words a remark could be part of them. */
function countsFromEvent(rule: Deadline): boolean {
  return (
    [rule.within?.after, rule["no-later-than"]?.before, rule["on-day-of"], rule.before].some(
      (entry) => typeof entry === "string",
    ) || rule.external !== undefined
  );
}

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
  const phrase = phraseOf(rule, { names });
  expect(phrase, JSON.stringify(rule)).toBeDefined();
  const { interpretations, fault } = interpretPhrase(phrase!, { names });
  expect(fault, phrase).toBeUndefined();
  expect(
    interpretations?.map((interpretation) => sorted(interpretation.rule)),
    phrase,
  ).toEqual([sorted(rule)]);
}

/** Several of these have two forms in the DSL, or parts whose order says nothing. */
function saysTheSame(rule: Deadline): void {
  const phrase = phraseOf(rule, { names });
  expect(phrase, JSON.stringify(rule)).toBeDefined();
  const { interpretations, fault } = interpretPhrase(phrase!, { names });
  expect(fault, phrase).toBeUndefined();
  expect(
    interpretations!.map((meant) => isSameRule(meant.rule, rule)),
    phrase,
  ).toEqual([true]);
}

/** Rules that once came back as others: a day of a quarter's first month was also four dates; a list that goes back, of two years. */
const found: [Deadline][] = [
  [{ on: ["2100-02-01", "2100-01-01"] }],
  [{ every: { unit: "quarter", on: 1 } }],
  [{ every: { unit: "quarter", until: [5, 15] } }],
  [{ every: { unit: "quarter", until: 5, of: "following" } }],
];

test("a rule, said and read again, is the same rule", () =>
  fc.assert(fc.property(simple, returns), { ...runs(2000), examples: found }));
test("a rule of a wider shape, said and read again, says the same", () =>
  fc.assert(fc.property(wideRule, saysTheSame), runs(600)));
test("each form is among the rules that are said", () => {
  const rules = fc.sample(fc.oneof(simple, wideRule), { numRuns: 3000, seed: 1 });
  const said = new Set(rules.map((rule) => formOf(rule) ?? combinedOf(rule)));
  expect([...formNames, ...combinedNames].filter((name) => !said.has(name))).toEqual([]);
});
test("a time beside a rule of any form is read with it, or the rule has no words", () =>
  fc.assert(
    fc.property(fc.oneof(simple, wideRule), fc.constantFrom("09:30", "09:00-18:00"), (rule, at) => {
      const timed = { ...rule, at };
      if (phraseOf(timed, { names }) !== undefined) saysTheSame(timed);
    }),
    runs(1000),
  ));
test("what names a day or hangs on something can follow other words", () => {
  const isOne = (rule: Deadline): boolean => {
    const form = formOf(rule);
    return form !== undefined && standsBehindHaste[form] && rule.at === undefined;
  };
  fc.assert(
    fc.property(fc.oneof(simple, wideRule).filter(isOne), (rule) => {
      const phrase = `незамедлительно, но ${phraseOf(rule, { names })}`;
      const { interpretations } = interpretPhrase(phrase, { names });
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
  fc.assert(fc.property(fc.oneof(remarked, each), returns), runs(600));
});
