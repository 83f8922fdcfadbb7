import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reread } from "../../compiler/edit/locate.ts";
import type { YamlValue } from "../../compiler/edit/yaml-text.ts";
import { isSameValue, setValue, valueIn } from "../../compiler/edit/set-value.ts";
import type { Path } from "../../compiler/load/yaml/parsed-yaml.ts";
import { runs } from "../fuzz-runs.ts";

const section = `# комментарий
section: { id: "1", number: I, title: Пособия }
items:
  - id: "1.1"   # важный
    activity: >-
      Заказать
      пособия
    deadline: { text: до 1 марта, until: 03-01 }   # срок
    responsible: [school, nursery] # кто
    control:
      # когда проверят
      form: Мониторинг
      deadline: { text: 5 марта, on: 03-05 }

  # второй
  - { id: "1.3", activity: Сверить }
`;
const file = reread("plan/demo/2024/section-1.yaml", section);
const order = (): readonly string[] => ["id", "activity", "text", "deadline", "responsible", "control", "note"];
const set = (path: Path, to: YamlValue | undefined): string => setValue(file, path, to, order).source.text;
const first = (...path: Path): Path => ["items", 0, ...path];

describe("a value is written in the place of another, and what stands around it stays", () => {
  test.each<[Path, YamlValue | undefined, string, string]>([
    [
      first("deadline"),
      { text: "до 2 марта", until: "03-02" },
      "{ text: до 1 марта, until: 03-01 }",
      "{ text: до 2 марта, until: 03-02 }",
    ],
    [
      first("deadline"),
      { text: "2 марта", on: "03-02" },
      "{ text: до 1 марта, until: 03-01 }",
      "{ text: 2 марта, on: 03-02 }",
    ],
    [first("responsible"), ["school"], "[school, nursery] # кто", "[school] # кто"],
    [first("responsible"), "Школа", "[school, nursery] # кто", "Школа # кто"],
    [first("control", "deadline", "on"), "03-06", "on: 03-05", "on: 03-06"],
    [first("control", "form"), undefined, "      form: Мониторинг\n", ""],
    [first("activity"), "Сдать", ">-\n      Заказать\n      пособия\n", "Сдать\n"],
    [["items", 1, "activity"], "Сверить: всё", "activity: Сверить }", 'activity: "Сверить: всё" }'],
    [["items", 1, "note"], "да", "activity: Сверить }", "activity: Сверить, note: да }"],
  ])("%j", (path, to, from, now) => {
    expect(set(path, to)).toBe(section.replace(from, now));
  });

  test("a comment inside a map of several lines stays when a key beside it changes", () => {
    const next = set(first("control"), { form: "Проверка", deadline: { text: "6 марта", on: "03-06" } });
    expect(next).toContain(
      "      # когда проверят\n      form: Проверка\n      deadline: { text: 6 марта, on: 03-06 }\n",
    );
  });

  test("the same value in other words of YAML changes nothing", () => {
    expect(set(first("deadline"), { until: "03-01", text: "до 1 марта" })).toBe(section);
  });
});

const texts = fc.string({ unit: "grapheme", maxLength: 20 });
const { value: values } = fc.letrec<{ value: YamlValue; leaf: YamlValue }>((tie) => ({
  leaf: fc.oneof(texts, fc.integer({ min: -9, max: 9999 }), fc.boolean()),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("text", "until", "on", "form", "deadline"), tie("value"), { minKeys: 1, maxKeys: 3 }),
  ),
}));
const paths = fc.constantFrom<Path>(
  first("activity"),
  first("deadline"),
  first("responsible"),
  first("control"),
  first("control", "deadline"),
  first("note"),
  ["items", 1, "activity"],
  ["items", 1, "note"],
);

test("whatever is written is read back, in each of two edits, and nothing beside it changes", () => {
  fc.assert(
    fc.property(paths, values, values, (path, one, other) => {
      const [once, twice] = [
        setValue(file, path, one, order),
        setValue(setValue(file, path, one, order), path, other, order),
      ];
      expect(isSameValue(valueIn(once, path), one)).toBe(true);
      expect(isSameValue(valueIn(twice, path), other)).toBe(true);
      expect(twice.source.text.startsWith(section.slice(0, section.indexOf("    activity:")))).toBe(true);
      expect(twice.source.text).toContain("  # второй\n");
      const row = Number(path[1]) === 0 ? 1 : 0;
      expect(valueIn(twice, ["items", row])).toEqual(valueIn(file, ["items", row]));
    }),
    runs(400),
  );
});
