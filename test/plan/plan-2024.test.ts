import { describe, expect, test } from "vitest";
import { isoDate } from "../../compiler/calendar/day.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { severityOf } from "../../compiler/diagnostics/catalogue.ts";
import type { DueWindow, ResolvedDeadline } from "../../compiler/resolve/model.ts";
import { plan2024 } from "../plan-files.ts";
import { readOrderTable } from "../resolve/order-table.ts";
import { controlWindows, workWindows } from "../resolve/plan-windows.ts";
import { cellsOf, departuresFromOrder } from "./key.ts";

const { value, diagnostics } = compile(plan2024());
const plan = value.plans[0]!;
const table = readOrderTable();
const item = (id: string): (typeof plan.items)[number] => plan.byId.get(id)!;
const dueWindowsOf = (id: string, kind: "work" | "control"): DueWindow[] =>
  plan.dueWindows.filter((due) => due.item === id && due.kind === kind);
const spanText = ({ window }: DueWindow): string =>
  `${window.start === null ? "" : isoDate(window.start)}..${isoDate(window.end)}`;

test("the plan has no errors and nothing that nobody looked at", () => {
  expect(diagnostics.filter((diagnostic) => isError(diagnostic) || severityOf(diagnostic.code) === "warning")).toEqual(
    [],
  );
});

describe("the table of the order", () => {
  test("127 items, 100 with a printed number, in the order of the table", () => {
    expect(plan.items.map(({ id }) => id)).toEqual(table.map(({ id }) => id));
    expect(plan.items).toHaveLength(127);
    expect(plan.items.filter(({ number }) => number !== null)).toHaveLength(100);
    expect(plan.items.map(({ number }) => number ?? "")).toEqual(table.map(({ number }) => number));
  });

  test("headings are the italic rows", () => {
    expect(plan.items.filter(({ source }) => source.data.heading === true).map(({ id }) => id)).toEqual(
      table.filter(({ italic }) => italic).map(({ id }) => id),
    );
  });

  test.each(table.map((row) => [row.id, row] as const))("%s is worded as printed", (id, { cells }) => {
    expect(cellsOf(item(id), plan)).toEqual(cells);
  });

  test("only 1.5.2–1.5.6 take over cells", () => {
    const merged = plan.items
      .filter(
        ({ deadline, control, responsibleInherited }) =>
          deadline?.inherited || control?.inherited || responsibleInherited,
      )
      .map(({ id }) => id);
    expect(merged).toEqual(["1.5.2", "1.5.3", "1.5.4", "1.5.5", "1.5.6"]);
  });
});

describe("states", () => {
  const inState = (state: string, of: (id: string) => ResolvedDeadline | null | undefined): string[] =>
    plan.items.filter(({ id }) => of(id)?.state === state).map(({ id }) => id);
  const work = (id: string): ResolvedDeadline | null => item(id).deadline;
  const control = (id: string): ResolvedDeadline | null | undefined => item(id).control?.deadline;

  test("on-event", () => {
    expect(inState("on-event", work)).toEqual(
      "1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 2.2.1 3.2.1 3.2.2 3.2.3 3.2.4 3.4.1 3.5.1 3.5.2 3.5.3 3.5.9 3.5.10 6.1 6.2-1 6.2-2 6.3 6.4-1 6.4-2 6.4-3".split(
        " ",
      ),
    );
    expect(inState("on-event", control)).toEqual([]);
  });
  test("continuous", () => {
    expect(inState("continuous", work)).toEqual(
      "1.3.1 2.2 2.2.3 4.7 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.5.6 6.5.7".split(" "),
    );
    expect(inState("continuous", control)).toEqual([]);
  });
  test("external", () => {
    expect(inState("external", work)).toEqual("1.1.3 1.4.6 2.2.2 3.3.1 3.3.2".split(" "));
    expect(inState("external", control)).toEqual("4.4.1 4.4.3 4.5".split(" "));
  });
  test("dated", () => {
    expect(inState("dated", work).sort()).toEqual(Object.keys(workWindows).sort());
    expect(inState("dated", control).sort()).toEqual(Object.keys(controlWindows).sort());
  });
  test("no occurrence is shipped, so nothing that waits has a date", () => {
    expect(plan.plan.occurrences).toEqual([]);
    for (const id of inState("on-event", work)) expect(item(id).deadline!.windows, id).toEqual([]);
  });
  test("public events can be recorded, own ones not", () => {
    expect(plan.awaitableEvents.filter(({ scope }) => scope === "public").map(({ id }) => id)).toEqual([
      "event-documents-published",
      "event-results-published",
      "settlement-request-received",
    ]);
  });
});

describe("dates that are easily got wrong", () => {
  test.each([
    ["1.1", "work", "2024-04-01..2024-09-06"],
    ["1.1.1", "work", "2024-04-01..2024-09-06"],
    ["1.1.4", "work", "2024-07-01..2024-09-06"],
    ["1.3.2", "work", "2023-09-01..2024-05-31 2024-09-01..2025-05-31"],
    ["2.1.5", "work", "2024-04-01..2024-09-05"],
    ["2.1.6", "work", "2023-09-01..2024-08-31 2024-09-01..2025-08-31"],
    ["2.3", "work", "..2024-04-01"],
    ["2.3.4", "work", "2024-04-01..2024-09-05"],
    ["2.4", "work", "2024-06-20..2024-08-15 2024-08-16..2024-11-25"],
    ["2.4.4", "work", "2024-06-20..2024-08-15 2024-08-16..2024-11-25"],
    [
      "2.4.4",
      "control",
      "2024-06-20..2024-06-30 2024-07-01..2024-07-31 2024-08-01..2024-08-15 2024-08-16..2024-08-31 2024-09-01..2024-09-30 2024-10-01..2024-10-31 2024-11-01..2024-11-25",
    ],
    ["3.5.4", "work", "..2024-01-29"],
    [
      "3.5.12",
      "work",
      "..2024-03-04 ..2024-04-02 ..2024-05-03 ..2024-06-04 ..2024-07-02 ..2024-08-02 ..2024-09-03 ..2024-10-02 ..2024-11-02 ..2024-12-03 ..2025-01-10",
    ],
    [
      "3.5.13",
      "work",
      "..2024-03-07 ..2024-04-05 ..2024-05-08 ..2024-06-07 ..2024-07-05 ..2024-08-07 ..2024-09-06 ..2024-10-07 ..2024-11-07 ..2024-12-06 ..2025-01-15",
    ],
    ["4.4", "work", "2024-02-01..2024-03-31 2024-03-01..2024-03-31 2024-09-01..2024-10-31 2024-10-01..2024-10-31"],
    ["1.5.1", "control", "2024-04-01..2024-04-01 2024-07-01..2024-07-01 2024-10-01..2024-10-01 2025-01-01..2025-01-01"],
  ] as const)("%s, %s", (id, kind, expected) => {
    expect(dueWindowsOf(id, kind).map(spanText).sort()).toEqual(expected.split(" ").sort());
  });

  test("how many windows recurring wordings give", () => {
    const count = (id: string, kind: "work" | "control"): number => dueWindowsOf(id, kind).length;
    expect([
      count("1.3.5", "control"),
      count("2.1.6", "control"),
      count("3.5.11", "work"),
      count("5.1", "work"),
      count("2.1.5", "control"),
    ]).toEqual([12, 12, 11, 53, 23]);
  });

  test("the conditional stretch and the latest lawful start are marked", () => {
    expect(
      plan.dueWindows
        .filter(({ window }) => window.conditional !== undefined)
        .map(({ item: id, kind }) => `${id} ${kind}`)
        .sort(),
    ).toEqual(["2.4 work", "2.4.4 control", "2.4.4 control", "2.4.4 control", "2.4.4 control", "2.4.4 work"]);
    expect(plan.dueWindows.filter(({ window }) => window.startIs === "latest").map(({ item: id }) => id)).toEqual([
      "2.1.5",
    ]);
  });

  test("neighbours of a deadline on a day off", () => {
    const rolled = plan.dueWindows.filter(
      ({ window, item: id }) => window.rolled !== undefined && !/^1\.5\.[2-6]$/.test(id),
    );
    const line = ({ item: id, kind, window }: DueWindow): string =>
      `${id} ${kind} ${isoDate(window.end)} ${isoDate(window.rolled!)} ${window.planBy === undefined ? "-" : isoDate(window.planBy)}`;
    expect(rolled.map(line)).toEqual([
      "3.5.11 work 2024-03-31 2024-04-01 -",
      "3.5.11 work 2024-04-30 2024-05-02 -",
      "2.2.1 control 2024-05-01 2024-05-02 2024-04-27",
      "3.5.11 work 2024-06-30 2024-07-01 -",
      "3.5.11 work 2024-08-31 2024-09-02 -",
      "3.5.11 work 2024-11-30 2024-12-02 -",
      "3.5.11 work 2024-12-31 2025-01-09 -",
      "1.5.1 control 2025-01-01 2025-01-09 -",
    ]);
  });

  test("what ended before the order was signed is kept and marked", () => {
    const early = plan.dueWindows.filter(({ window }) => isoDate(window.end) < "2024-02-13");
    expect(plan.dueWindows.filter(({ beforeApproval }) => beforeApproval)).toEqual(early);
    const ids = new Set(early.map(({ item: id, kind }) => `${id} ${kind}`));
    for (const id of [
      "3.5.4 work",
      "3.5.5 work",
      "3.5.5 control",
      "3.5.6 work",
      "1.3.2 control",
      "1.3.4 control",
      "5.1 work",
    ])
      expect(ids, id).toContain(id);
    expect(ids).not.toContain("3.5.7 work");
  });
});

describe("parties", () => {
  const oo = ["doo", "ooo", "odo", "poo", "oo-private"];
  const sorted = (list: readonly string[]): string[] => [...list].sort();

  test("«ОО» reads as schools in 1.1.1–1.1.5-1 and in the audiences of 1.1’s control, nowhere else", () => {
    expect(
      plan.items
        .filter(({ reading, responsible }) => reading !== null && responsible.includes("oo"))
        .map(({ id }) => id),
    ).toEqual(["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5-1"]);
    expect(plan.items.filter(({ control }) => control?.reading).map(({ id }) => id)).toEqual(["1.1"]);
    expect(sorted(dueWindowsOf("1.1.1", "work")[0]!.audience)).toEqual(["doo", "odo", "ooo"]);
    expect(dueWindowsOf("1.1.1", "work")[0]!.parties).toEqual(["oo", "doo", "odo"]);
    expect(dueWindowsOf("1.1.4", "work")[0]!.audience).toEqual(["ooo"]);
    expect(sorted(dueWindowsOf("1.1", "work")[0]!.audience)).toEqual(sorted(["mouo", ...oo]));
  });

  test("each date of 1.1’s control has its own audience", () => {
    expect(
      dueWindowsOf("1.1", "control").map((due) => [isoDate(due.window.end), due.parties, sorted(due.audience)]),
    ).toEqual([
      ["2024-08-12", ["doo", "oo", "odo"], ["doo", "odo", "ooo"]],
      ["2024-08-23", ["doo", "oo", "odo"], ["doo", "odo", "ooo"]],
      ["2024-09-09", ["doo", "oo"], ["doo", "ooo"]],
    ]);
  });

  test("the controlled: named in the cell, else the responsible, else the children’s", () => {
    expect(dueWindowsOf("1.1.5-2", "control")[0]!.parties).toEqual(["odo"]);
    expect(dueWindowsOf("1.3.4", "control")[0]!.parties).toEqual(["doo"]);
    expect(dueWindowsOf("2.1.2", "control")[0]!.parties).toEqual(["mouo", "ooo"]);
    expect(dueWindowsOf("2.3.2", "control")[0]!.parties).toEqual(["operator", "mouo"]);
    expect(dueWindowsOf("4.2.3", "control")[0]!.parties).toEqual(["operator"]);
    expect(item("1.1.5-2").control).toMatchObject({ form: null, controlOf: "1.1" });
  });

  test("forms without a date, deadlines without anybody", () => {
    const formOnly = plan.items
      .filter(({ control }) => control && control.form !== null && control.deadline === null)
      .map(({ id }) => id);
    expect(formOnly).toEqual(["2.1.7", "6.5.3", "6.5.4", "6.5.5", "6.5.7"]);
    expect(
      plan.items
        .filter(({ deadline, responsible }) => deadline?.windows.length && responsible.length === 0)
        .map(({ id }) => id),
    ).toEqual(["2.3", "2.4", "4.6"]);
  });

  test("parties united where a cell has several lines", () => {
    expect(item("2.2.1").responsible).toEqual(["mouo", "doo"]);
    expect(item("3.2.4").responsible).toEqual(["operator", "rmc", "moc"]);
    expect(item("3.5.3").responsible).toEqual(["rmc", "moc", "provider"]);
    expect(item("6.2-1").responsible).toEqual(["mouo", "oo-private"]);
  });

  test.each([
    ["doo", "1.3.4", "work", "own"],
    ["oo", "1.1", "work", "own"],
    ["doo", "1.1", "work", "group"],
    ["oo-private", "1.1", "work", "group"],
    ["oo", "1.3.4", "work", undefined],
    ["moc-finance", "3.5.13", "work", "own"],
    ["moc", "3.5.13", "work", "officer"],
    ["mouo", "3.5.13", "work", "officer"],
    ["moc-finance", "3.5.5", "work", undefined],
    ["operator", "1.3.4", "control", "controller"],
    ["operator", "1.3.4", "work", undefined],
    ["operator", "2.3.2", "control", "own"],
    ["deputy-minister", "2.1.2-1", "work", "oversight"],
    ["deputy-minister", "1.1.5-2", "work", "oversight"],
    ["deputy-minister", "1.3.4", "work", undefined],
    ["general-education", "1.3.4", "work", "oversight"],
    ["general-education", "1.3.3", "work", undefined],
    ["vocational-education", "1.3.3", "work", "oversight"],
    ["vocational-education", "1.3.4", "work", undefined],
    ["other-agencies", "1.3.4", "work", "oversight"],
    ["other-agencies", "2.1.2-1", "work", undefined],
    ["digital-transformation", "1.3.4", "work", "oversight"],
    ["minister", "1.3.4", "work", "oversight"],
    ["minister", "5.1", "work", "oversight"],
    ["dol", "2.3.3", "work", "own"],
    ["dpo", "4.3", "work", "own"],
    ["provider", "3.5.8", "work", "own"],
  ] as const)("%s and %s %s: %s", (party, id, kind, relation) => {
    expect(plan.parties.relation(party, dueWindowsOf(id, kind)[0]!, plan.series.data.controller)).toBe(relation);
  });

  test("what nobody is responsible for is in nobody’s feed", () => {
    for (const id of ["2.3", "2.4", "4.6"])
      expect(
        plan.parties.ids.filter((party) =>
          plan.parties.relation(party, dueWindowsOf(id, "work")[0]!, plan.series.data.controller),
        ),
        id,
      ).toEqual([]);
  });
});

describe("the list of due windows", () => {
  test("by end date, then in the order of the plan; the order is total", () => {
    const position = new Map(plan.items.map(({ id }, index) => [id, index]));
    const keys = plan.dueWindows.map(
      ({ window, item: id, kind }) => [window.end, position.get(id)!, kind === "work" ? 0 : 1] as const,
    );
    keys.slice(1).forEach((next, index) => {
      const previous = keys[index]!;
      expect(previous[0] - next[0] || previous[1] - next[1] || previous[2] - next[2]).toBeLessThanOrEqual(0);
    });
    expect(new Set(plan.dueWindows.map(({ uid }) => uid)).size).toBe(plan.dueWindows.length);
  });

  test("every due window says how it came about", () => {
    expect(plan.dueWindows.filter(({ window, wording }) => window.trace.length === 0 || wording === "")).toEqual([]);
  });
});

describe("the check of the live plan", () => {
  /** What is told of the plan with a replacement in one of its files. */
  const told = (file: string, from: string, to: string): readonly string[] =>
    departuresFromOrder(
      compile(
        plan2024().map(({ path, text }) => {
          if (!path.endsWith(file)) return { path, text };
          if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${path}`);
          return { path, text: text.replace(from, to) };
        }),
      ).value.plans[0]!,
    );

  test("finds nothing in the plan as it was approved", () => expect(departuresFromOrder(plan)).toEqual([]));

  test.each([
    [
      "a word",
      ["section-2.yaml", "в модуле (установка в", "в модуле (задание в"],
      [/^2\.1\.8, мероприятие: в приказе – «Смена .*\(установка .*», в плане – «Смена .*\(задание .*»$/],
    ],
    [
      "a date and its words",
      ["section-2.yaml", "{ text: 6 сентября, on: 09-06 }", "{ text: 5 сентября, on: 09-05 }"],
      [
        /^2\.1\.8, срок: в приказе – «6 сентября», в плане – «5 сентября»$/,
        /^2\.1\.8, срок: по приказу – 2024-09-06, в плане – 2024-09-05$/,
      ],
    ],
    [
      "who an addressee's word stands for",
      ["readings.yaml", "as: [ooo]", "as: [poo]"],
      [
        /^1\.1, срок контроля, кому: по приказу – 2024-08-12 – doo, odo, ooo, в плане – 2024-08-12 – doo, odo, poo$/,
        ...["1.1.1", "1.1.2", "1.1.4", "1.1.5-1"].map(
          (id) => new RegExp(`^${id}, срок, кому: по приказу – .*ooo, в плане – .*poo$`),
        ),
      ],
    ],
    [
      "a row withdrawn by no order",
      ["section-2.yaml", '  - id: "2.1.8"', '  - id: "2.1.8"\n    withdrawn: { reason: объединён с 2.1.7 }'],
      [/^2\.1\.8: в приказе строка есть, в плане она исключена$/],
    ],
    [
      "a row",
      [
        "section-2.yaml",
        '  - id: "2.1.8"',
        '  - id: "2.1.8-1"\n    activity: Ещё одна\n    responsible: [mouo]\n  - id: "2.1.8"',
      ],
      [/^2\.1\.8-1: такой строки в приказе нет$/],
    ],
  ] as const)("tells %s that the order does not have", (_, [file, from, to], expected) => {
    const found = told(file, from, to);
    expect(found).toHaveLength(expected.length);
    found.forEach((line, index) => expect(line).toMatch(expected[index]!));
  });

  test("lets pass what names its ground: an amending order, a correction", () => {
    const corrected = "{ text: 5 сентября, on: 09-05 }\n    corrected: [описка в дне]";
    expect(told("section-2.yaml", "{ text: 6 сентября, on: 09-06 }", corrected)).toEqual([]);
    const may = 'amendments: [{ id: may, date: 2024-05-14, number: "5", title: О внесении изменений в план }]\n';
    expect(told("order.yaml", "year: 2024\n", `year: 2024\n${may}`)).toEqual([]);
  });
});
