import { describe, expect, test } from "vitest";
import { isoDate } from "../../compiler/calendar/day.ts";
import type { CalendarEntry } from "../../compiler/ical/vevent-body.ts";
import { feedEntries, type FeedEntry } from "../../compiler/feeds/entries.ts";
import { realPlans, realPlansOf, row, tinyPlans } from "./plans.ts";
import { serialisedTexts } from "../ical/serialised.ts";

const entriesOf = (plans: Parameters<typeof feedEntries>[0]): FeedEntry[] =>
  feedEntries(plans, "https://plan.example", () => undefined);
const plainSpaces = (text: string): string => text.replace(/\u00a0/g, " ");
/** `2024-03-01 Срок: …`, a banner with both its days; with the part of the uid that names the window. */
const line = ({ uid, dtstart, dtend, summary }: FeedEntry): string =>
  `${uid.split("/").slice(2).join("/").split("@")[0]} ${isoDate(dtstart)}${dtend === dtstart + 1 ? "" : `..${isoDate(dtend - 1)}`} ${plainSpaces(summary)}`;

/** A deadline and the entries it makes, on the official calendar of 2024 (27 April is worked, 29–30 April are off). */
const shapes: readonly (readonly [what: string, deadline: string, expected: readonly string[]])[] = [
  [
    "until a day",
    "{ text: до 1 марта, until: 03-01 }",
    ["1.1/work/1 2024-03-01 Срок: Заказать пособия · п. 1.1 · до 1 марта"],
  ],
  [
    "until a day off",
    "{ text: до 1 мая, until: 05-01 }",
    ["1.1/work/1 2024-05-01 Срок: Заказать пособия · п. 1.1 · успеть до сб 27 апреля · до 1 мая"],
  ],
  ["on a day", "{ text: 26 апреля, on: 04-26 }", ["1.1/work/1 2024-04-26 Срок: Заказать пособия · п. 1.1 · 26 апреля"]],
  [
    "a month, on its last working day",
    "{ text: апрель, month: 4 }",
    ["1.1/work/2024-04 2024-04-27 в течение апреля: Заказать пособия · п. 1.1"],
  ],
  [
    "a month of 14 days",
    "{ text: ежемесячно в период с 17 апреля по 30 апреля, every: { unit: month, in: { from: 04-17, to: 04-30 } } }",
    ["1.1/work/2024-04 2024-04-27 в течение апреля: Заказать пособия · п. 1.1"],
  ],
  [
    "a quarter",
    "{ text: ежеквартально в период с 1 апреля по 30 июня, every: { unit: quarter, in: { from: 04-01, to: 06-30 } } }",
    ["1.1/work/2024-Q2 2024-06-28 в течение II квартала: Заказать пособия · п. 1.1"],
  ],
  [
    "a week, on a working Saturday",
    "{ text: еженедельно в период с 22 апреля по 28 апреля, every: { unit: week, in: { from: 04-22, to: 04-28 } } }",
    ["1.1/work/2024-W17 2024-04-27 на неделе 22–28 апреля 2024 года: Заказать пособия · п. 1.1"],
  ],
  [
    "a week without a working day, on its last",
    "{ text: еженедельно в период с 29 апреля по 1 мая, every: { unit: week, in: { from: 04-29, to: 05-01 } } }",
    ["1.1/work/2024-W18 2024-05-01 на неделе 29 апреля – 1 мая 2024 года: Заказать пособия · п. 1.1"],
  ],
  [
    "14 days",
    "{ text: 1 – 14 июня, from: 06-01, to: 06-14 }",
    ["1.1/work/1 2024-06-01..2024-06-14 Срок: Заказать пособия · п. 1.1 · 1 – 14 июня"],
  ],
  [
    "15 days",
    "{ text: 1 – 15 июня, from: 06-01, to: 06-15 }",
    [
      "1.1/work/1-start 2024-06-01 Начало: Заказать пособия · п. 1.1 · 1 – 15 июня",
      "1.1/work/1 2024-06-15 Срок: Заказать пособия · п. 1.1 · 1 – 15 июня",
    ],
  ],
  [
    "named months in a run",
    "{ text: Февраль – март, month: 2-3 }",
    [
      "1.1/work/2024-02--2024-03-start 2024-02-01 Начало: Заказать пособия · п. 1.1 · Февраль – март",
      "1.1/work/2024-02--2024-03 2024-03-31 Срок: Заказать пособия · п. 1.1 · Февраль – март",
    ],
  ],
  [
    "an open end",
    "{ text: с 1 июля, from: 07-01 }",
    ["1.1/work/1 2024-07-01 Начало: Заказать пособия · п. 1.1 · с 1 июля"],
  ],
  [
    "a condition",
    "{ text: 1 – 5 июня (при наличии мест до 9 июня), from: 06-01, to: 06-05, extended: { to: 06-09, if: при наличии мест } }",
    [
      "1.1/work/1 2024-06-01..2024-06-05 Срок: Заказать пособия · п. 1.1 · 1 – 5 июня (при наличии мест до 9 июня)",
      "1.1/work/conditional 2024-06-06..2024-06-09 Срок: Заказать пособия (при наличии мест) · п. 1.1 · 1 – 5 июня (при наличии мест до 9 июня)",
    ],
  ],
  ["all the time", "{ text: постоянно, continuous: all-year }", []],
  ["another act's date", "{ text: по приказу, external: приказ }", []],
];

describe("shape of an entry", () => {
  test.each(shapes)("%s", (_, deadline, expected) => {
    expect(entriesOf(tinyPlans({ items: row(deadline) })).map(line)).toEqual(expected);
  });

  const controls: readonly (readonly [string, string])[] = [
    ["{ text: 4 марта, on: 03-04 }", "1.1/control/1 2024-03-04 Контроль: Заказать пособия · п. 1.1 · 4 марта"],
    [
      "{ text: апрель, month: 4 }",
      "1.1/control/2024-04 2024-04-27 Контроль: Заказать пособия · п. 1.1 · в течение апреля",
    ],
    [
      "{ text: с 1 июля, from: 07-01 }",
      "1.1/control/1 2024-07-01 Контроль: начало – Заказать пособия · п. 1.1 · с 1 июля",
    ],
    [
      "{ text: до 1 июля – итоги, until: 07-01, subject: итоги }",
      "1.1/control/1 2024-07-01 Контроль: Заказать пособия – итоги · п. 1.1 · до 1 июля – итоги",
    ],
  ];
  test.each(controls)("a control: %s", (deadline, expected) => {
    const [entry, ...more] = entriesOf(
      tinyPlans({
        items: row("{ text: постоянно, continuous: all-year }", `, control: { form: Отчёт, deadline: ${deadline} }`),
      }),
    );
    expect(more).toEqual([]);
    expect(line(entry!)).toBe(expected);
    expect(entry!.description).toContain("\nФорма контроля: Отчёт\nПроверяются: Школа\n");
  });

  test("waiting for an event: none, and one for each recorded occurrence, named by it", () => {
    const files = {
      "2024/events.yaml": "events:\n  - { id: order-issued, title: издание приказа, scope: public }\n",
      "2024/occurrences.yaml": "occurrences: []\n",
    };
    const items = row(
      "{ text: в течение 3-х рабочих дней после приказа, within: { working-days: 3, after: order-issued } }",
    );
    expect(entriesOf(tinyPlans({ items, files }))).toEqual([]);
    const recorded =
      "occurrences:\n  - { id: spring, event: order-issued, date: 2024-04-26, title: Приказ № 1, source: { title: Приказ № 1 } }\n";
    expect(entriesOf(tinyPlans({ items, files: { ...files, "2024/occurrences.yaml": recorded } })).map(line)).toEqual([
      "1.1/work/spring 2024-05-03 Срок: Заказать пособия · п. 1.1 · в течение 3-х рабочих дней после приказа",
    ]);
  });
});

describe("the plan of 2024", () => {
  const byUid = new Map(
    entriesOf(realPlans()).map((entry) => [entry.uid.split("@")[0]!.replace("gis-obrazovanie/", ""), entry]),
  );
  const shown = (uid: string): string => {
    const entry = byUid.get(uid)!;
    return line(entry).slice(line(entry).indexOf(" ") + 1);
  };

  test.each([
    ["2024/2.1.2-1/work/1", /^2024-03-01 Срок: .* · п\. 2\.1\.2-1 · до 1 марта$/],
    ["2024/1.4.4/control/1", /^2024-04-26 Контроль: .* · п\. 1\.4\.4 · 26 апреля$/],
    ["2024/1.2-1/work/2024-04", /^2024-04-27 в течение апреля: .*: для ООО · п\. 1\.2-1$/],
    ["2024/1.3.1/control/first", /^2024-02-12\.\.2024-02-16 Контроль: /],
    ["2024/1.1/work/1-start", /^2024-04-01 Начало: Переход на новый учебный год · п\. 1\.1 · 1 апреля – 6 сентября$/],
    ["2024/1.1/work/1", /^2024-09-06 Срок: Переход на новый учебный год · п\. 1\.1 · 1 апреля – 6 сентября$/],
    ["2024/1.1.1/work/1", /^2024-04-01 Начало: Формирование следующего учебного года · п\. 1\.1\.1 · с 1 апреля$/],
    ["2024/1.1.5-1/work/1", /^2024-09-01\.\.2024-09-06 Срок: /],
    ["2024/1.1.5-2/work/1", /^2024-09-20 Срок: /],
    ["2024/1.1.5-2/control/1", /^2024-09-23 Контроль: /],
    ["2024/4.4/work/2024-02--2024-03-start", /^2024-02-01 Начало: /],
    ["2024/4.4/work/2024-03", /^2024-03-29 в течение марта: /],
    ["2024/2.2.1/control/1", /^2024-05-01 Контроль: .* · успеть до сб 27 апреля · /],
    ["2024/2.1.5/work/2024-start", /^2024-04-01 Начало: .* · не позднее этого дня · /],
    ["2024/2.4/work/conditional", /^2024-11-25 Срок: .* \(при наличии свободных мест\) · /],
    ["2024/1.5.1/control/2024-Q4", /^2025-01-01 Контроль: /],
    ["2024/3.5.13/work/2024-12", /^2025-01-15 Срок: /],
    ["2024/1.3.2/work/2023-2024-start", /^2023-09-01 Начало: /],
  ])("%s", (uid, expected) => {
    expect(shown(uid)).toMatch(expected);
  });

  test("what qualifies a day is told in words", () => {
    const told = (uid: string): string => plainSpaces(byUid.get(uid)!.description);
    expect(told("2024/6.5.1/control/2024-05")).toContain("Сведения на это число, дата не переносится");
    expect(told("2024/3.5.4/work/1")).toContain("Срок раньше даты приказа (13 февраля 2024 года)");
    expect(told("2024/2.4/work/conditional")).toContain("Условие: при наличии свободных мест");
    expect(told("2024/2.2.1/control/1")).toContain(
      "успеть до сб 27 апреля 2024 года; ближайший следующий рабочий день – чт 2 мая 2024 года",
    );
    expect(told("2024/4.2.1/control/1")).toContain("Последний рабочий день – сб 27 апреля 2024 года");
    expect(told("2024/1.1.1/work/1")).toContain("Ответственные: ОО, ДОО, ОДО – то есть ООО, ДОО, ОДО");
    expect(told("2024/1.1.5-2/control/1")).toContain("Форма контроля: Мониторинг перехода на новый учебный год");
  });

  test("every description has its wording and link, fits 2 kB and says how the day came about", () => {
    for (const { description, due, url } of byUid.values()) {
      expect(Buffer.byteLength(description)).toBeLessThanOrEqual(2048);
      expect(description.endsWith(`\n${url}`)).toBe(true);
      expect(url).toBe(`https://plan.example/2024/items/${due.item}/`);
      expect(description).toContain(due.wording);
      expect(description).toContain("\nКак посчитано: ");
      expect(description).not.toContain("…\nhttps");
    }
  });
});

describe("two years", () => {
  const years = [...realPlans(), ...realPlansOf(2025), ...realPlansOf(2026)];

  test("the newest year and the one before are kept, whatever the order they come in", () => {
    expect(new Set(entriesOf(years).map(({ plan }) => plan.id))).toEqual(new Set(["2025", "2026"]));
    expect(entriesOf([...years].reverse()).map(line)).toEqual(entriesOf(years).map(line));
  });

  test("a window of both years is told by the newer", () => {
    const entries = entriesOf(years.slice(0, 2));
    const shared = entries.filter(({ uid }) => uid.includes("/1.3.2/work/2024-2025"));
    expect(shared.map(({ uid, plan, url }) => [uid.split("/")[1], plan.id, url])).toEqual([
      ["2024", "2025", "https://plan.example/2025/items/1.3.2/"],
      ["2024", "2025", "https://plan.example/2025/items/1.3.2/"],
    ]);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
  });
});

test("entries serialised together keep each its own days and stamps, whatever they share", () => {
  const entry: CalendarEntry = {
    uid: "a",
    dtstart: 19783,
    dtend: 19784,
    summary: "S",
    description: "D",
    url: "http://localhost/",
    categories: ["A"],
    status: "CONFIRMED",
    sequence: 0,
    changed: 19766,
    turn: 0,
    alarm: 15,
  };
  const others: readonly Partial<CalendarEntry>[] = [
    {},
    { dtstart: 19782 },
    { dtend: 19785 },
    { sequence: 1 },
    { status: "CANCELLED" },
    { changed: 19767 },
    { turn: 1 },
    { turn: 61 },
    { categories: [] },
    { alarm: 39 },
    { alarm: undefined },
  ];
  const entries = others.map((other, index) => ({ ...entry, ...other, uid: `e${index}` }));
  const texts = (some: readonly CalendarEntry[]): string[] => serialisedTexts(some, true);
  expect(texts(entries)).toEqual(entries.flatMap((each) => texts([each])));
  expect(texts(entries)[7]).toContain("LAST-MODIFIED:20240213T000101Z");
  const alike = others.map((other) => ({ ...entry, ...other }));
  expect(new Set(texts(alike)).size).toBe(others.length);
});
