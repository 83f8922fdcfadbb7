import { describe, expect, test } from "vitest";
import { complete } from "../../compiler/complete/complete.ts";
import { load } from "../../compiler/load/load.ts";
import { plan2024 } from "../plan-files.ts";

const workspace = load(plan2024()).value;
const series = "plan/gis-obrazovanie";

/** What is offered at `|` of a text. */
function offered(path: string, text: string) {
  const at = text.indexOf("|");
  return complete({ path: `${series}/${path}`, text: text.replace("|", "") }, at, workspace);
}
const labels = (path: string, text: string): string[] => offered(path, text)?.options.map(({ label }) => label) ?? [];

const head = 'section: { id: "9", number: IX, title: Проверка }\nitems:\n  - id: "9.1"\n    activity: Сверить данные\n';
const inRow = (lines: string): string[] => labels("2024/section-9.yaml", `${head}${lines}`);

describe("names that the plan defines", () => {
  test.each([
    ["a party of a list", "    responsible: [|]\n", "doo"],
    ["a party after another", "    responsible: [doo, |]\n", "mouo"],
    ["a party of a list that is not closed yet", "    responsible: [doo, mo|", "mouo"],
    ["a party in a line of its own", "    responsible:\n      - |\n", "doo"],
    ["a party by its label", "    responsible: |\n", "МОУО"],
    ["a label after another", "    responsible: МОУО, |\n", "ООО"],
    [
      "an event that a count goes on from",
      "    deadline:\n      text: в течение 3-х рабочих дней\n      within:\n        working-days: 3\n        after: |\n",
      "event-documents-published",
    ],
    [
      "an event, half written",
      "    deadline:\n      text: в день\n      on-day-of: event-doc|\n",
      "event-documents-published",
    ],
    ["a period", "    deadline:\n      text: в течение приемной кампании\n      period: |\n", "school-admission"],
    ["a period in a map of one line", "    deadline: { text: до конца, until: { end-of: | } }\n", "school-admission"],
    ["the item whose cells are the same", "    same-cells-as: |\n", "1.5.1"],
    ["the item whose control it is, in quotation marks", '    control:\n      control-of: "1.|"\n', "1.1"],
    ["a reading", "    party-reading: |\n", "oo-as-schools"],
  ])("%s", (_, lines, name) => expect(inRow(lines)).toContain(name));

  test("the event of a record", () => {
    expect(labels("2024/occurrences.yaml", "occurrences:\n  - id: one\n    event: |\n")).toContain(
      "event-documents-published",
    );
  });

  test("say what they stand for; numbers of items stand in quotation marks", () => {
    const party = offered("2024/section-9.yaml", `${head}    responsible: [d|]\n`)!;
    expect(party.options.find(({ label }) => label === "doo")?.detail).toContain("ДОО");
    const text = `${head}    same-cells-as: 1.5|\n`;
    const item = offered("2024/section-9.yaml", text)!;
    expect(item.from).toBe(text.indexOf("1.5|"));
    expect(item.options.find(({ label }) => label === "1.5.1")?.text).toBe('"1.5.1"');
    const quoted = offered("2024/section-9.yaml", `${head}    same-cells-as: "1.5|\n`)!;
    expect(quoted.options.find(({ label }) => label === "1.5.1")?.text).toBe('1.5.1"');
  });
});

describe("keys and values of the schema", () => {
  test.each([
    ["a row's", "    |\n", "responsible", "activity"],
    ["a row's, half written", "    resp|\n", "responsible", "id"],
    ["a deadline's after its words", "    deadline:\n      text: до 1 марта\n      |\n", "until", "text"],
    ["a deadline's, the first", "    deadline:\n      |\n", "until", "activity"],
    ["a map's in one line", "    deadline: { text: до 1 марта, |}\n", "until", "text"],
    ["a new row's", "  - |\n", "id", "items"],
    ["before another key", "    |\n    deadline: { text: до 1 марта, until: 03-01 }\n", "responsible", "deadline"],
  ])("%s", (_, lines, key, other) => {
    expect(inRow(lines)).toContain(key);
    expect(inRow(lines)).not.toContain(other);
  });

  test("of an empty file", () => expect(labels("2024/periods.yaml", "|")).toContain("periods"));

  test("values that are listed", () =>
    expect(inRow("    amended-by:\n      - order: x\n        added: |\n")).toContain("true"));

  test("a key brings its colon", () => {
    const { options } = offered("2024/section-9.yaml", `${head}    |\n`)!;
    expect(options.find(({ label }) => label === "short")?.text).toBe("short: ");
    expect(options.find(({ label }) => label === "deadline")?.text).toBe("deadline:");
  });
});

test.each([
  ["free words", "    short: Сверить |\n"],
  ["free words of two lines", "    short: Сверить\n      данные |\n"],
  ["a comment", "    # responsible: |\n"],
  ["a key that nobody knows", "    whatever: |\n"],
])("nothing is offered in %s", (_, lines) => expect(inRow(lines)).toEqual([]));

test("nothing is offered in a file that is no plan's, whatever it holds", () => {
  expect(labels("notes.txt", "|")).toEqual([]);
  expect(labels("2024/section-9.yaml", '[{:\n\t- "|')).toEqual([]);
});
