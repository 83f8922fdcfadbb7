import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { addItem } from "../../compiler/edit/add-item.ts";
import { amend } from "../../compiler/edit/amend.ts";
import { applyFixes } from "../../compiler/edit/fix.ts";
import { insertKey, removeKey, replaceScalar } from "../../compiler/edit/keys.ts";
import { reread } from "../../compiler/edit/locate.ts";
import { record, recordId } from "../../compiler/edit/record.ts";
import { flowText, scalarText } from "../../compiler/edit/yaml-text.ts";
import { splice } from "../../compiler/edit/splice.ts";
import { withdraw } from "../../compiler/edit/withdraw.ts";
import { compile, isError } from "../../compiler/compile.ts";
import { baseWith } from "../diff/plans.ts";
import { runs } from "../fuzz-runs.ts";

const file = (text: string) => reread("plan/demo/2024/section-1.yaml", text);

describe("scalars", () => {
  test("are read back as they were, in a list and in a map", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(parseYaml(`k: ${scalarText(text)}`, { version: "1.2" })).toEqual({ k: text });
        expect(parseYaml(flowText({ a: [text], b: text }), { version: "1.2" })).toEqual({ a: [text], b: text });
      }),
      runs(300),
    );
  });

  test.each([
    ["1.1", '"1.1"'],
    ["до 1 марта", "до 1 марта"],
    ["a: b", '"a: b"'],
    ["да", "да"],
    ["no", '"no"'],
    ["03-01", "03-01"],
    ["- x", '"- x"'],
    ["a, b", '"a, b"'],
    ["24:00", '"24:00"'],
    [".,*!", '".,*!"'],
    ["до 1:*а", "до 1:*а"],
  ])("%s", (text, written) => {
    expect(scalarText(text)).toBe(written);
  });
});

const section = `# комментарий
section: { id: "1", number: I, title: Пособия }
items:
  - id: "1.1"   # важный
    activity: Заказать
    deadline: { text: до 1 марта, until: 03-01 }   # срок
    note: пояснение

  # второй
  - { id: "1.3", activity: Сверить }
`;

describe("edits of a file", () => {
  test("a key goes where the order puts it; the rest stays byte for byte", () => {
    expect(splice(section, [withdraw(file(section), ["items", 0], "отменён")])).toBe(
      section.replace("# срок\n", "# срок\n    withdrawn: { reason: отменён }\n"),
    );
    expect(splice(section, [withdraw(file(section), ["items", 1], "отменён: совсем")])).toBe(
      section.replace("activity: Сверить", 'activity: Сверить, withdrawn: { reason: "отменён: совсем" }'),
    );
  });

  test("an amendment is named beside those that are there", () => {
    const named = splice(
      section,
      amend(file(section), ["items", 0], { id: "1.1", activity: "Заказать" }, { order: "may" }),
    );
    expect(named).toContain("    amended-by: [may]\n");
    expect(
      splice(
        named,
        amend(file(named), ["items", 0], { id: "1.1", activity: "Заказать", "amended-by": ["may"] }, { order: "june" }),
      ),
    ).toContain("    amended-by: [may, june]\n");
    expect(
      amend(file(named), ["items", 0], { id: "1.1", activity: "Заказать", "amended-by": ["may"] }, { order: "may" }),
    ).toEqual([]);
  });

  test("Windows line breaks stay Windows line breaks", () => {
    const windows = section.replace(/\n/g, "\r\n");
    expect(splice(windows, [withdraw(file(windows), ["items", 0], "отменён")])).toBe(
      windows.replace("# срок\r\n", "# срок\r\n    withdrawn: { reason: отменён }\r\n"),
    );
    expect(addItem(file(windows), { id: "1.2", activity: "Ещё", template: [] }).replace(/\r\n/g, "")).not.toContain(
      "\n",
    );
  });

  test("an edit and its opposite give the same bytes", () => {
    const moved = splice(section, [replaceScalar(file(section), ["items", 0, "deadline", "until"], "03-05")]);
    expect(moved).not.toBe(section);
    expect(splice(moved, [replaceScalar(file(moved), ["items", 0, "deadline", "until"], "03-01")])).toBe(section);
    for (const row of [0, 1]) {
      const inserted = splice(section, [
        insertKey(file(section), ["items", row], "short", "Коротко", ["id", "activity", "short"]),
      ]);
      expect(splice(inserted, [removeKey(file(inserted), ["items", row, "short"])])).toBe(section);
    }
  });

  test("a row stands where its number puts it", () => {
    const ids = (text: string): string[] => (file(text).data as { items: { id: string }[] }).items.map(({ id }) => id);
    for (const [id, place] of [
      ["1.2", ["1.1", "1.2", "1.3"]],
      ["1.4", ["1.1", "1.3", "1.4"]],
      ["1.1-1", ["1.1", "1.1-1", "1.3"]],
    ] as const) {
      expect(ids(addItem(file(section), { id, activity: "Ещё", template: ["deadline: { … }"] }))).toEqual(place);
    }
    const first = section.replace('id: "1.1"', 'id: "1.2"');
    expect(ids(addItem(file(first), { id: "1.1", activity: "Ещё", template: [] }))).toEqual(["1.1", "1.2", "1.3"]);
  });
});

describe("records", () => {
  const row = { id: "a", event: "opening", date: "2024-06-03", title: "Открыли", source: { title: "Письмо № 1" } };
  test.each([
    [
      "occurrences: []\n",
      "occurrences:\n  - { id: a, event: opening, date: 2024-06-03, title: Открыли, source: { title: Письмо № 1 } }\n",
    ],
    [
      "occurrences: []",
      "occurrences:\n  - { id: a, event: opening, date: 2024-06-03, title: Открыли, source: { title: Письмо № 1 } }",
    ],
    [
      "occurrences:\n  - { id: z }\n# конец\n",
      "occurrences:\n  - { id: z }\n  - { id: a, event: opening, date: 2024-06-03, title: Открыли, source: { title: Письмо № 1 } }\n# конец\n",
    ],
    [
      "occurrences: [{ id: z }] # все\n",
      "occurrences: [{ id: z }, { id: a, event: opening, date: 2024-06-03, title: Открыли, source: { title: Письмо № 1 } }] # все\n",
    ],
    [
      "occurrences: [] # пока пусто\n",
      "occurrences:\n  - { id: a, event: opening, date: 2024-06-03, title: Открыли, source: { title: Письмо № 1 } }\n # пока пусто\n",
    ],
  ])("are added to %j", (before, after) => {
    expect(record(reread("plan/demo/2024/occurrences.yaml", before), row)).toBe(after);
  });

  test("have the time that hours are counted from", () => {
    const timed = record(reread("plan/demo/2024/occurrences.yaml", "occurrences: []\n"), {
      ...row,
      at: "14:30",
      zone: "Europe/Moscow",
    });
    expect(timed).toContain('date: 2024-06-03\n    at: "14:30"\n    zone: Europe/Moscow\n    title: Открыли');
  });

  test("get a name that is free and not too long", () => {
    expect(recordId("opening", undefined, "2024-06-03", new Set())).toBe("opening-2024-06-03");
    expect(recordId("opening", "2024-04", "2024-06-03", new Set(["opening-2024-04"]))).toBe("opening-2024-04-2");
    expect(recordId("a".repeat(60), "2024-Q1", "2024-06-03", new Set()).length).toBeLessThanOrEqual(40);
  });
});

describe("fixes", () => {
  const fixed = (item: string): string => {
    const sources = baseWith({
      "demo/2024/section-1.yaml": `section: { id: "1", number: I, title: Пособия }\nitems:\n  - { ${item} }\n`,
    });
    const { sources: after } = applyFixes(sources, compile(sources).diagnostics);
    return after
      .find(({ path }) => path.endsWith("section-1.yaml"))!
      .text.split("\n")[2]!
      .slice(6, -2);
  };
  test.each([
    ['id: "1.1", activity: А, responsible: [shcool]', 'id: "1.1", activity: А, responsible: [school]'],
    ['id: "1.1", actvity: А, responsible: [school]', 'id: "1.1", activity: А, responsible: [school]'],
    ["id: 1.1, activity: А, responsible: [school]", 'id: "1.1", activity: А, responsible: [school]'],
    ["id: 1.10, activity: А, responsible: [school]", 'id: "1.10", activity: А, responsible: [school]'],
  ])("%s", (wrong, right) => {
    expect(fixed(wrong)).toBe(right);
  });

  test("a party that was renamed does not give its rows to another", () => {
    const sources = baseWith({
      "demo/parties.yaml":
        "parties:\n  - { id: doo, label: А, name: А }\n  - { id: summer, label: Б, name: Б }\n  - { id: inspector, label: И, name: И }\n",
      "demo/glossary.yaml": "title: С\nterms:\n  - { term: А, meaning: Б }\n",
      "demo/2024/section-1.yaml":
        'section: { id: "1", number: I, title: Пособия }\nitems:\n  - { id: "1.1", activity: А, responsible: [dol] }\n',
    });
    expect(compile(sources).diagnostics.some(isError)).toBe(true);
    expect(applyFixes(sources, compile(sources).diagnostics).made).toEqual([]);
  });

  test("nothing is changed where two names are as near", () => {
    const sources = baseWith({
      "demo/parties.yaml":
        "parties:\n  - { id: schoola, label: А, name: А }\n  - { id: schoolb, label: Б, name: Б }\n  - { id: inspector, label: И, name: И }\n",
      "demo/glossary.yaml": "title: С\nterms:\n  - { term: А, meaning: Б }\n",
      "demo/2024/section-1.yaml":
        'section: { id: "1", number: I, title: Пособия }\nitems:\n  - { id: "1.1", activity: А, responsible: [schoolc] }\n',
    });
    expect(compile(sources).diagnostics.some(isError)).toBe(true);
    expect(applyFixes(sources, compile(sources).diagnostics).made).toEqual([]);
  });
});
