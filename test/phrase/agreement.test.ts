import { dayOf } from "../../compiler/calendar/day.ts";
import { calendarYear, homeYear } from "../../compiler/calendar/bounds.ts";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { describe as inWords } from "../../compiler/diagnostics/render.ts";
import { cellsOf } from "../../compiler/lint/cells.ts";
import { agreement, isSameRule } from "../../compiler/phrase/agreement.ts";
import { phraseOf } from "../../compiler/phrase/write.ts";
import { spelling } from "../../compiler/phrase/ru/spelling.ts";
import { namesOf } from "../../compiler/phrase/plan-names.ts";
import { interpretPhrase } from "../../compiler/phrase/read.ts";
import type { Deadline } from "../../compiler/generated/types.ts";
import { plan2024 } from "../plan-files.ts";

const zone = "Asia/Yekaterinburg";

const sources = plan2024();
const plan = compile(sources).value.plans[0]!;
const names = namesOf(plan.series, plan.plan);
const cells = cellsOf(plan).filter(({ deadline }) => deadline.rule.reading === undefined);

describe("the plan of 2024", () => {
  test("every wording is read, and means its rule", () => {
    const apart = cells.filter(({ deadline }) => {
      const { interpretations } = interpretPhrase(deadline.text, { year: homeYear(plan.bounds), names, loosely: true });
      return interpretations === undefined || !interpretations.some(({ rule }) => isSameRule(rule, deadline.rule));
    });
    expect(apart.map(({ item, deadline }) => `${item.id} ${deadline.text}`)).toEqual([]);
    expect(
      new Set(cells.filter(({ kind }) => kind === "work").map(({ deadline }) => deadline.text)).size,
    ).toBeGreaterThanOrEqual(68);
    expect(
      new Set(cells.filter(({ kind }) => kind === "control").map(({ deadline }) => deadline.text)).size,
    ).toBeGreaterThanOrEqual(25);
  });

  test("no finding about wording is left", () => {
    expect(
      compile(sources).diagnostics.filter(
        ({ code }) => code.startsWith("wording-differs") || code === "wording-unread",
      ),
    ).toEqual([]);
  });

  test("each rule has a phrase, and the phrase means the rule", () => {
    for (const { item, deadline } of cells) {
      const phrase = phraseOf(deadline.rule, { names });
      expect(phrase, item.id).toBeDefined();
      const { interpretations, fault } = interpretPhrase(phrase!, { year: homeYear(plan.bounds), names });
      expect(fault, phrase).toBeUndefined();
      expect(
        interpretations!.some(({ rule }) => isSameRule(rule, deadline.rule)),
        `${item.id} ${phrase}`,
      ).toBe(true);
      const year = homeYear(plan.bounds);
      if (spelling(deadline.text, year) === spelling(phrase!, year))
        expect(agreement(deadline.text, deadline.rule, { bounds: plan.bounds, zone, names }).kind).toBe("agrees");
    }
  });
});

/** The plan with one line changed. */
function changed(from: string, to: string): ReturnType<typeof compile> {
  const found = sources.filter(({ text }) => text.includes(from));
  expect(found.length, from).toBeGreaterThan(0);
  return compile(sources.map((file) => ({ ...file, text: file.text.replace(from, to) })));
}

describe("a rule that its words do not mean is told, with the dates of both", () => {
  test.each([
    [
      "{ text: до 1 марта, until: 03-01 }",
      "{ text: до 1 марта, until: 03-02 }",
      "до пт 1 марта 2024 года",
      "до сб 2 марта 2024 года",
    ],
    [
      "{ text: до 15 марта, until: 03-15 }",
      "{ text: до 15 мая, until: 03-15 }",
      "до ср 15 мая 2024 года",
      "до пт 15 марта 2024 года",
    ],
    [
      "{ text: Ежеквартально, every: quarter }",
      "{ text: Ежеквартально, every: month }",
      "пн 1 января 2024 года – вс 31 марта 2024 года",
      "пн 1 января 2024 года – ср 31 января 2024 года",
    ],
    [
      "{ text: 1 – 20 сентября, from: 09-01, to: 09-20 }",
      "{ text: 1 – 20 сентября, from: 09-01, to: 09-21 }",
      "вс 1 сентября 2024 года – пт 20 сентября 2024 года",
      "вс 1 сентября 2024 года – сб 21 сентября 2024 года",
    ],
    [
      "within: { working-days: 2, after: moc-request-received }",
      "within: { calendar-days: 2, after: moc-request-received }",
      "2 рабочих дней",
      "2 календарных дней",
    ],
    [
      "{ text: ежемесячно на 1 число, every: { unit: month, as-of: 1 } }",
      "{ text: ежемесячно на 1 число, every: { unit: month, on: 1 } }",
      "ежемесячно на 1 число",
      "1 числа каждого месяца",
    ],
  ])("%s", (from, to, said, ruled) => {
    const found = changed(from, to).diagnostics.filter(({ code }) => code === "wording-differs");
    expect(found.length).toBeGreaterThan(0);
    const message = inWords(found[0]!, "ru").message.replaceAll("\u00a0", " ");
    expect(message).toContain(said);
    expect(message).toContain(ruled);
  });

  test.each([
    ["{ text: до 15 марта, until: 03-16, reading: { words: 15 марта, means: 16 марта, because: описка } }", []],
    ["{ text: до 15 марта (не позже), until: 03-15, reading: «(не позже)» лишнее }", []],
    ["{ text: до 15 марта (не позже), until: 03-16, reading: «(не позже)» лишнее }", ["wording-differs"]],
    [
      "{ text: до 15 марта, until: 03-16, reading: { words: 14 марта, means: 16 марта, because: описка } }",
      ["wording-differs"],
    ],
    ["{ text: до 15 марта, until: 03-16, reading: так решено }", ["wording-differs"]],
  ])("unless a reading names the words that differ: %s", (deadline, codes) => {
    const { diagnostics } = changed("{ text: до 15 марта, until: 03-15 }", deadline);
    expect(diagnostics.filter(({ code }) => code === "wording-differs").map(({ code }) => code)).toEqual(codes);
  });
});

test.each([
  ["по мере изменения законодательства", { "on-day-of": "change" }],
  ["при изменении законодательства", { "on-day-of": "change" }],
  ["в случае изменения законодательства", { "on-day-of": "change" }],
  ["по мере изменения законодательства, в течение 3 рабочих дней", { within: { "working-days": 3, after: "change" } }],
  ["по запросу", { "on-day-of": "request" }],
] as const)("an occasion is the plan's event of that name: %s", (text, rule) => {
  const events = [
    { id: "change", title: "изменение законодательства" },
    { id: "request", title: "запрос" },
  ];
  const bounds = calendarYear(2025);
  const named = { parties: [], periods: [], events };
  expect(agreement(text, rule, { bounds, zone, names: named }).kind).toBe("agrees");
  const [change, request] = events;
  const others = {
    ...named,
    events: [
      { ...change!, id: "other" },
      { ...request!, id: "another" },
    ],
  };
  expect(agreement(text, rule, { bounds, zone, names: others }).kind).toBe("differs");
});

test.each([
  ["в течение 24 часов после запроса", { within: { "calendar-days": 1, after: "request" } }, "differs"],
  ["в течение 24 часов после запроса", { within: { hours: 24, after: "request" } }, "agrees"],
  ["в течение одного дня после запроса", { within: { hours: 24, after: "request" } }, "differs"],
  ["в течение суток после запроса", { within: { hours: 24, after: "request" } }, "agrees"],
  ["в течение суток после запроса", { within: { "calendar-days": 1, after: "request" } }, "agrees"],
] as const)("hours are no days: %s, %j", (text, rule, kind) => {
  const named = { parties: [], periods: [], events: [{ id: "request", title: "запрос" }] };
  expect(agreement(text, rule, { bounds: calendarYear(2025), zone, names: named }).kind).toBe(kind);
});

test.each([
  ["с 16 декабря по 17 января", { from: "12-16", to: "01-17" }, "agrees"],
  ["с 16 декабря по 17 января", { from: "12-16", to: "01-17", wraps: true }, "agrees"],
  ["с 16 декабря по 17 января", { from: "12-16", to: "01-18" }, "differs"],
] as const)("in a plan of a school year December comes before January: %s, %j", (text, rule, kind) => {
  const bounds = { from: dayOf(2024, 9, 1), to: dayOf(2025, 8, 31) };
  const names = { parties: [], periods: [], events: [] };
  expect(agreement(text, rule, { bounds, zone, names }).kind).toBe(kind);
});

test.each([
  ["в течение 5 дней после выпуска", "release", "agrees"],
  ["в течение 5 дней после выпуска", "branch", "differs"],
  ["в течение 5 дней после создания ветки", "branch", "agrees"],
] as const)("an event that is named by its whole title is meant: %s, %s", (text, after, kind) => {
  const events = [
    { id: "release", title: "выпуск" },
    { id: "branch", title: "создание ветки выпуска" },
  ];
  const rule = { within: { "calendar-days": 5, after } };
  expect(
    agreement(text, rule, { bounds: calendarYear(2025), zone, names: { parties: [], periods: [], events } }).kind,
  ).toBe(kind);
});

const noNames = { parties: [], periods: [], events: [] };

test.each([
  ["9 апреля; 15 апреля", { on: ["04-09", "04-15"] }, "agrees"],
  ["9 апреля; 15 апреля", { on: ["04-09", "04-16"] }, "differs"],
  ["9, 15 апреля", { each: [{ on: "04-09" }, { on: "04-15" }] }, "agrees"],
] as const)("days one by one are a list of days: %s, %j", (text, rule, kind) => {
  const bounds = calendarYear(2025);
  expect(agreement(text, rule as unknown as Deadline, { bounds, zone, names: noNames }).kind).toBe(kind);
});
