import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown } from "../../compiler/diff/escape-markdown.ts";
import { markdownLimit, renderDiffMarkdown } from "../../compiler/diff/render-markdown.ts";
import { renderDiffText } from "../../compiler/diff/render-text.ts";
import { diffView } from "../../compiler/diff/view.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { runs } from "../fuzz-runs.ts";
import { plan2024 } from "../plan-files.ts";
import { baseWith, differenceOf, publishedWith, type Overlay } from "./plans.ts";

const texts = (before: readonly SourceFile[], after: readonly SourceFile[]) => ({
  before: new Map(before.map(({ path, text }) => [path, text])),
  after: new Map(after.map(({ path, text }) => [path, text])),
});
const markdown = (before: readonly SourceFile[], after: readonly SourceFile[], language: "ru" | "en" = "ru"): string =>
  renderDiffMarkdown(diffView(differenceOf(before, after), texts(before, after), language), language);
const section = (...items: string[]): Overlay => ({
  "demo/2024/section-1.yaml": `section: { id: "1", number: I, title: Пособия }\nitems:\n${items.map((item) => `  - { ${item} }\n`).join("")}`,
});

describe("the comment", () => {
  const moved = publishedWith([
    [
      "section-1.yaml",
      "from: 04-01, to: 09-06 }",
      "from: 04-01, to: 09-10, reading: { words: 6 сентября, means: 10 сентября, because: правка } }",
    ],
  ]);

  test("says in one line what changes and for whom, with days of the week", () => {
    const text = markdown(plan2024(), moved);
    expect(text).toContain("**3\u00a0даты сдвигаются.**");
    expect(text).toContain("Кого касается: ДОО, ООО, ОДО, ПОО, МОУО, ОО, ОО (частные).");
    expect(text).toContain(
      "| пн\u00a01\u00a0апреля\u00a0– пт\u00a06\u00a0сентября | пн\u00a01\u00a0апреля\u00a0– вт\u00a010\u00a0сентября |",
    );
    expect(text).toContain("plan/gis-obrazovanie/2024/section-1.yaml:16");
  });

  test("says that a section is gone as a whole, before it counts the rows", () => {
    const second = {
      "demo/2024/section-2.yaml":
        'section: { id: "2", number: II, title: Учёт }\nitems:\n  - { id: "2.1", activity: Сверить, responsible: [school], deadline: { text: апрель, month: 4 } }\n',
    };
    expect(markdown(baseWith(second), baseWith({}))).toContain("**Раздел II пропал целиком: 1\u00a0пункт. ");
    expect(markdown(baseWith(second), baseWith({}), "en")).toContain("**Section II is gone as a whole: 1\u00a0item. ");
  });

  test("opens a party's table, and closes every one that it opens", () => {
    const text = markdown(plan2024(), moved);
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    for (const row of text.split("\n").filter((line) => line.startsWith("| **")))
      expect(row.split("|").length - 1).toBe(6);
  });

  test("an English plan's reader gets English", () => {
    expect(markdown(plan2024(), moved, "en")).toContain("**3\u00a0dates move.**");
  });

  test("stays under the platforms' limit and says that it was cut", () => {
    const many = (day: string): SourceFile[] =>
      baseWith(
        section(
          ...Array.from(
            { length: 900 },
            (_, index) =>
              `id: "1.${index + 1}", activity: Очень длинное мероприятие номер ${index + 1} с подробным описанием, deadline: { text: до ${Number(day.slice(3))} марта, until: ${day} }, responsible: [schools, school, nursery]`,
          ),
        ),
      );
    const text = markdown(many("03-01"), many("03-05"));
    expect(text.length).toBeLessThanOrEqual(markdownLimit);
    expect(text).toContain("Остальное не поместилось");
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });
});

describe("hostile texts", () => {
  const hostile = [
    "<img src=x onerror=alert(1)>",
    "[нажмите](https://evil.example)",
    "@everyone",
    "#1",
    "a | b",
    "`code`",
    "**b**",
    "</details>",
    "![x](y)",
    "https://evil.example",
    "www.evil.example",
    ":tada:",
    "&lt;",
    "\u200fобратно",
  ];

  test("are only texts", () => {
    const activity = (text: string): Overlay =>
      section(`id: "1.1", activity: ${JSON.stringify(text)}, responsible: [school]`);
    const text = markdown(baseWith(activity("Было")), baseWith(activity(hostile.join(" "))));
    const [, visible = ""] = /<details open>[\s\S]*?\n(\| \*\*[\s\S]*?)\n\n<\/details>/.exec(text) ?? [];
    expect(visible).not.toMatch(/<(?!br>|code>|\/code>|\/?b>)/);
    expect(visible).not.toMatch(/`|\]\(|@\w|https:\/\/|www\.e|\u200f/);
    expect(visible.split("|").length - 1).toBe(6);
  });

  test("every text stays one line without markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[<>`|*_[\]\n\r]/);
        expect(escaped.replace(/&#\d+;/g, "")).not.toContain("&");
      }),
      runs(100),
    );
  });

  test("the terminal's text names party, item, dates and cause", () => {
    const [before, after] = [
      plan2024(),
      publishedWith([
        [
          "section-1.yaml",
          "from: 04-01, to: 09-06 }",
          "from: 04-01, to: 09-10, reading: { words: 6 сентября, means: 10 сентября, because: правка } }",
        ],
      ]),
    ];
    const text = renderDiffText(diffView(differenceOf(before, after), texts(before, after), "ru"), "ru");
    expect(text).toContain("МОУО – 1\u00a0дата сдвигается\n  1.1 Переход на новый учебный год – срок: сдвигается\n");
    expect(text).toContain("почему: изменён срок пункта 1.1 – plan/gis-obrazovanie/2024/section-1.yaml:16");
  });
});
