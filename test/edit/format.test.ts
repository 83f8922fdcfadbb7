import { describe, expect, test } from "vitest";
import { format } from "../../compiler/edit/format.ts";
import { classifyPath } from "../../compiler/load/file-layout.ts";
import { plan2024 } from "../plan-files.ts";

const untidy = `# Заголовок файла

section: {id: "1",   number: I, title: 'Пособия'}
items:
    # о первом пункте
    - activity: Заказать пособия   # пояснение
      responsible: [ school,nursery ]
      id: "1.1"
      deadline: {until: 03-01, text: до 1 марта}


    # о втором
    - id: "1.2"
      control:
          deadline:
              on: 03-04
              text: 4 марта
          # форма
          form: >-
                Длинная форма
                на двух строках
      activity: "Сверить: остатки"
`;

const tidy = `# Заголовок файла

section: { id: "1", number: I, title: "Пособия" }
items:
  # о первом пункте
  - id: "1.1"
    activity: Заказать пособия # пояснение
    deadline: { text: до 1 марта, until: 03-01 }
    responsible: [school, nursery]

  # о втором
  - id: "1.2"
    activity: "Сверить: остатки"
    control:
      # форма
      form: >-
        Длинная форма
        на двух строках
      deadline:
        text: 4 марта
        on: 03-04
`;

describe("the canonical style", () => {
  test("orders keys as their schema does and keeps comments where they belong", () => {
    expect(format(untidy, "section")).toBe(tidy);
  });

  test("is reached once and for all", () => {
    expect(format(tidy, "section")).toBe(tidy);
  });

  test("takes Windows line breaks away", () => {
    expect(format(untidy.replace(/\n/g, "\r\n"), "section")).toBe(tidy);
  });

  test("breaks what does not fit a line", () => {
    const long = `section: { id: "1", number: I, title: Пособия }\nitems:\n  - id: "1.1"\n    activity: А\n    accept: [{ code: named-day-off, reason: ${"очень ".repeat(20)}длинно }]\n`;
    const result = format(long, "section")!;
    expect(Math.max(...result.split("\n").map((line) => line.length))).toBeLessThan(200);
    expect(format(result, "section")).toBe(result);
  });

  test.each(plan2024().map(({ path, text }) => [path, text] as const))("%s is in it", (path, text) => {
    expect(format(text, classifyPath(path)!.kind)).toBe(text);
  });

  test("leaves a file with an error alone", () => {
    expect(format("items: [", "section")).toBeUndefined();
  });
});
