/** A deadline whose time alone is changed has moved, and the comparison says both times. */
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { windowText } from "../../compiler/diff/entries.ts";
import { russianDiffMessages } from "../../compiler/diff/messages-ru.ts";
import { baseWith, changeLine, differenceOf } from "./plans.ts";

const planAt = (clock: string): ReturnType<typeof baseWith> =>
  baseWith({
    "demo/2024/section-1.yaml": `section: { id: "1", number: I, title: Пособия }
items:
  - { id: "1.1", activity: Сдать, deadline: { text: "до 12 сентября, ${clock}", until: 09-12, at: "${clock}" }, responsible: [school] }
`,
  });

test("a change of the time is a move, and both times are said", () => {
  const [before, after] = [planAt("18:00"), planAt("19:00")];
  expect(differenceOf(before, after).changes.map(changeLine).join("\n")).toContain("moved");
  const said = [before, after].map((sources) => {
    const [plan] = compile(sources).value.plans;
    return windowText(plan!.dueWindows[0]!.window, plan!, russianDiffMessages, "ru").replaceAll("\u00a0", " ");
  });
  expect(said.map((text) => text.slice(0, 24))).toEqual(["до чт 12 сентября, 18:00", "до чт 12 сентября, 19:00"]);
});

test("the same time is no change", () => {
  expect(differenceOf(planAt("18:00"), planAt("18:00")).changes).toEqual([]);
});
