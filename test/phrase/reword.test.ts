import { calendarYear } from "../../compiler/calendar/bounds.ts";
import { expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import type { Deadline } from "../../compiler/generated/types.ts";
import { reword } from "../../compiler/phrase/reword.ts";

const zone = "Asia/Yekaterinburg";

const day = (text: string): number => parseDate(text)!;

test.each<[text: string, from: string, to: string, rule: Omit<Deadline, "text">, answer: string | undefined]>([
  ["6 сентября", "2024-09-06", "2024-09-05", { on: "09-05" }, "5 сентября"],
  ["6 сентября", "2024-09-06", "2024-10-05", { on: "10-05" }, "5 октября"],
  ["До 06.09.2024 г.", "2024-09-06", "2024-09-12", { until: "09-12" }, "До 12.09.2024 г."],
  ["12, 23 августа", "2024-08-23", "2024-08-26", { on: ["08-12", "08-26"] }, "12, 26 августа"],
  ["1 – 20 сентября", "2024-09-20", "2024-09-30", { from: "09-01", to: "09-30" }, "1 – 30 сентября"],
  [
    "1 сентября – 31 мая",
    "2024-05-31",
    "2024-05-25",
    { from: "09-01", to: "05-25", wraps: true },
    "1 сентября – 25 мая",
  ],
  // Only a number that means the day changes.
  ["не позднее 3 марта (раздел 3)", "2024-03-03", "2024-03-04", { until: "03-04" }, undefined],
  // The month stands once for both days: the words would have to be written anew.
  ["12, 23 августа", "2024-08-23", "2024-09-02", { on: ["08-12", "09-02"] }, undefined],
  // Words that do not mean the rule are nobody's to change.
  ["апрель", "2024-04-30", "2024-05-02", { until: "05-02" }, undefined],
])("«%s» from %s to %s", (text, from, to, rule, answer) => {
  const moved = { from: day(from), to: day(to), rule: { text, ...rule } };
  expect(
    reword(text, moved, { bounds: calendarYear(2024), zone, names: { events: [], periods: [], parties: [] } }),
  ).toBe(answer);
});
