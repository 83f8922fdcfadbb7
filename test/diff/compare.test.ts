import { describe, expect, test } from "vitest";
import { byParty } from "../../compiler/diff/by-party.ts";
import { plan2024 } from "../plan-files.ts";
import { baseWith, changeLine, differenceOf, publishedWith, type Overlay } from "./plans.ts";
import { expectEach } from "../expect-each.ts";

const lines = (before: Overlay, after: Overlay): string[] =>
  differenceOf(baseWith(before), baseWith(after)).changes.map(changeLine);
const section = (...items: string[]): Overlay => ({
  "demo/2024/section-1.yaml": `section: { id: "1", number: I, title: Пособия }\nitems:\n${items.map((item) => `  - { ${item} }\n`).join("")}`,
});

const order = 'id: "1.1", activity: Заказать, deadline: { text: до 1 марта, until: 03-01 }, responsible: [school]';
const stock = 'id: "1.2", activity: Сверить, deadline: { text: апрель, month: 4 }, responsible: [schools]';

describe("the same plan", () => {
  test("has no differences", () => {
    expect(differenceOf(plan2024(), plan2024()).changes).toEqual([]);
  });

  test("stays the same when its rows are laid out otherwise", () => {
    expect(
      lines(
        section(order, stock),
        section(
          stock.replace("activity: Сверить, ", "").replace("responsible", "activity: Сверить, responsible"),
          order,
        ),
      ),
    ).toEqual([]);
  });
});

test("in which order parties are named changes nobody's duties", () => {
  const named = (parties: string, audience: string): Overlay =>
    section(
      `id: "1.1", heading: true, activity: Пособия, responsible: [${parties}], control: { form: Отчёт, deadline: { text: "4 марта – Школа, Сад; 5 апреля", each: [{ key: first, on: 03-04, audience: [${audience}] }, { key: second, on: 04-05 }] } }`,
      `id: "1.1.1", activity: Заказать, deadline: { text: до 1 марта, until: 03-01 }, responsible: [${parties}]`,
    );
  expect(lines(named("school, nursery", "school, nursery"), named("nursery, school", "nursery, school"))).toEqual([]);
  expect(lines(named("school, nursery", "school, nursery"), named("school", "school, nursery"))).not.toEqual([]);
});

describe("edits", () => {
  test("a date that is typed anew moves its entry, which stays the same entry", () => {
    const { changes } = differenceOf(
      baseWith(section(order, stock)),
      baseWith(
        section(
          order.replace("until: 03-01", "until: 03-05, reading: { words: 1 марта, means: 5 марта, because: правка }"),
          stock,
        ),
      ),
    );
    expect(changes.map(changeLine)).toEqual(["1.1 work moved ..2024-03-01 → ..2024-03-05 because rule 1.1"]);
    const [change] = changes;
    expect(change && "uid" in change && change.causes[0]?.at?.span).toMatchObject({
      file: "plan/demo/2024/section-1.yaml",
    });
  });

  test("the cause is the edited token itself", () => {
    const after = baseWith(
      section(
        order.replace("until: 03-01", "until: 03-05, reading: { words: 1 марта, means: 5 марта, because: правка }"),
        stock,
      ),
    );
    const [change] = differenceOf(baseWith(section(order, stock)), after).changes;
    const span = change && "uid" in change ? change.causes[0]!.at!.span : undefined;
    expect(after.find(({ path }) => path === span?.file)?.text.slice(span?.start, span?.end)).toBe("03-05");
  });

  test("new, gone, withdrawn and restored rows", () => {
    const withdrawn = order.replace("responsible", "withdrawn: { reason: отменён }, responsible");
    expect(lines(section(order), section(order, stock))).toEqual([
      "1.2 row-new",
      "1.2 work new – → 2024-04-01..2024-04-30 because item 1.2",
    ]);
    expect(lines(section(order, stock), section(order))).toEqual([
      "1.2 row-gone",
      "1.2 work gone 2024-04-01..2024-04-30 → – because item 1.2",
    ]);
    expect(lines(section(order, stock), section(withdrawn, stock))).toEqual([
      "1.1 withdrawn",
      "1.1 work gone ..2024-03-01 → – because withdrawal 1.1",
    ]);
    expect(lines(section(withdrawn, stock), section(order, stock))).toEqual([
      "1.1 restored",
      "1.1 work new – → ..2024-03-01 because withdrawal 1.1",
    ]);
  });

  test("words and responsible", () => {
    expect(
      lines(
        section(order, stock),
        section(order.replace("Заказать", "Закупить").replace("до 1 марта", "к 1 марта"), stock),
      ),
    ).toEqual(["1.1 reworded activity", "1.1 reworded deadline"]);
    expect(lines(section(order, stock), section(order.replace("[school]", "[nursery]"), stock))).toEqual([
      "1.1 responsible school → nursery",
      "1.1 work reassigned ..2024-03-01 → ..2024-03-01 because responsible 1.1",
    ]);
  });

  test("a working calendar moves only what was counted over it", () => {
    const counted =
      'id: "1.1", activity: Ответить, deadline: { text: последний рабочий день месяца, every: { unit: month, on: last-working-day } }, responsible: [school]';
    const calendar = baseWith({}).find(({ path }) => path.endsWith("calendars/base/2024.yaml"))!.text;
    const moved = {
      "calendars/base/2024.yaml": calendar
        .replace("holidays:", "holidays:\n  - { on: 05-31, name: Праздник, source: закон }")
        .replace("22, 22, 20, 23", "22, 21, 20, 23")
        .replace("23, 21, 21, 22, 22, 20", "23, 21, 21, 22, 21, 20"),
    };
    expect(lines(section(counted), { ...section(counted), ...moved })).toEqual([
      "1.1 work moved 2024-05-31 → 2024-05-30 because calendar base/2024",
    ]);
  });
});

describe("what hangs on what", () => {
  const events = {
    "demo/2024/events.yaml":
      'events:\n  - { id: opening, title: открытие, scope: public }\n  - { id: done, title: ответ, scope: public, latest: "1.1" }\n',
  };
  const chain = section(
    'id: "1.1", activity: Ответить, deadline: { text: после открытия, within: { working-days: 3, after: opening } }, responsible: [school]',
    'id: "1.2", activity: Проверить, deadline: { text: после ответа, within: { working-days: 2, after: done } }, responsible: [inspector]',
  );
  const record = {
    "demo/2024/occurrences.yaml":
      "occurrences:\n  - { id: first, event: opening, date: 2024-06-03, title: Открыли, source: { title: Письмо } }\n",
  };

  test("a record gives a date to what waits for it, and down the chain", () => {
    expect(lines({ ...events, ...chain }, { ...events, ...chain, ...record })).toEqual([
      "1.1 work waiting → dated",
      "1.1 work new – → ..2024-06-06 because occurrence Открыли",
      "1.2 work waiting → dated",
      "1.2 work new – → ..2024-06-10 because occurrence Открыли via 1.1",
    ]);
  });

  test("a record that is taken back takes the dates with it", () => {
    expect(lines({ ...events, ...chain, ...record }, { ...events, ...chain })).toEqual([
      "1.1 work dated → waiting",
      "1.1 work gone ..2024-06-06 → – because occurrence Открыли",
      "1.2 work dated → waiting",
      "1.2 work gone ..2024-06-10 → – because occurrence Открыли via 1.1",
    ]);
  });

  test("an open end leans on the item around it", () => {
    const { changes } = differenceOf(
      plan2024(),
      publishedWith([
        [
          "section-1.yaml",
          "from: 04-01, to: 09-06 }",
          "from: 04-01, to: 09-10, reading: { words: 6 сентября, means: 10 сентября, because: правка } }",
        ],
      ]),
    );
    expect(changes.map(changeLine)).toEqual([
      "1.1 work moved 2024-04-01..2024-09-06 → 2024-04-01..2024-09-10 because rule 1.1",
      "1.1.1 work moved 2024-04-01..2024-09-06 → 2024-04-01..2024-09-10 because rule 1.1 via 1.1",
      "1.1.4 work moved 2024-07-01..2024-09-06 → 2024-07-01..2024-09-10 because rule 1.1 via 1.1",
    ]);
  });

  test("a period moves the item that is it and the weeks of its control", () => {
    const { changes } = differenceOf(
      plan2024(),
      publishedWith([["periods.yaml", "    to: 09-05\n    start-is: latest", "    to: 09-12\n    start-is: latest"]]),
    );
    expect(new Set(changes.map((change) => ("item" in change ? change.item : "")))).toEqual(new Set(["2.1.5"]));
    expectEach(changes, (change) => "uid" in change && change.causes.some(({ kind }) => kind === "period"));
  });

  test("a longer count goes through to the next link", () => {
    const { changes } = differenceOf(
      plan2024(),
      publishedWith([
        [
          "section-3.yaml",
          "within: { working-days: 2, after: { end-of: reporting-period",
          "reading: { words: 2-х, means: 3-х, because: правка }\n      within: { working-days: 3, after: { end-of: reporting-period",
        ],
      ]),
    );
    const links = changes.filter((change) => "uid" in change && change.item === "3.5.13").map(changeLine);
    expect(links).toHaveLength(11);
    expect(links[0]).toMatch(/^3\.5\.13 work moved .* because rule 3\.5\.12 via 3\.5\.12$/);
  });
});

describe("by party", () => {
  test("a date that is handed over is gone for one and new for the other", () => {
    const difference = differenceOf(
      baseWith(section(order, stock)),
      baseWith(section(order.replace("[school]", "[nursery]"), stock)),
    );
    const seen = Object.fromEntries(
      byParty(difference).map(({ party, changes: changes }) => [party, changes.map(({ kind }) => kind)]),
    );
    expect(seen).toEqual({ school: ["responsible", "gone"], nursery: ["responsible", "new"] });
  });

  test("a year that is new is counted, not listed", () => {
    const base = baseWith({});
    const next = base
      .filter(({ path }) => path.includes("/2024/") && path.includes("demo"))
      .map(({ path, text }) => ({
        path: path.replace("/2024/", "/2025/"),
        text: text.replace("year: 2024", "year: 2025\nstatus: draft"),
      }));
    const calendar = base.find(({ path }) => path.endsWith("calendars/base/2024.yaml"))!;
    const workdays = "[23, 20, 21, 22, 21, 21, 23, 21, 22, 23, 20, 23]";
    const later = {
      path: calendar.path.replace("2024.yaml", "2025.yaml"),
      text: calendar.text.replace("year: 2024", "year: 2025").replace(/workdays:.*/, `workdays: ${workdays}`),
    };
    expect(differenceOf([...base, later], [...base, later, ...next]).changes.map(changeLine)).toEqual([
      "year-new 2025",
    ]);
  });
});
