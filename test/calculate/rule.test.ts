import { describe, expect, test } from "vitest";
import { isoDate } from "../../compiler/calendar/day.ts";
import type { Answer } from "../../compiler/calculate/answer.ts";
import { countingData } from "../../compiler/calculate/cut.ts";
import type { CountingData } from "../../compiler/calculate/data.ts";
import { ruleFile } from "../../compiler/calculate/entries.ts";
import { openCounting } from "../../compiler/calculate/open.ts";
import { questionOf } from "../../compiler/calculate/phrase.ts";
import { readPhrase } from "../../compiler/calculate/read-phrase.ts";
import { answerRule, countRule, type CountQuestion } from "../../compiler/calculate/rule.ts";
import { compile } from "../../compiler/compile.ts";
import { allForms } from "../../compiler/resolve/forms/all-forms.ts";
import { countingForms } from "../../compiler/resolve/forms/counting-forms.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { plan2024 } from "../plan-files.ts";
import { entriesIn } from "./on-record.ts";
import { readWithIcalJs } from "../ical/readers/ical-js.ts";
import { expectEach } from "../expect-each.ts";

const [plan] = compile(plan2024()).value.plans as [ResolvedPlan];
const counting = openCounting(
  JSON.parse(JSON.stringify(countingData(plan, [plan], "https://plan.example"))) as CountingData,
  allForms,
);
const endsOf = ({ dates }: Answer): string[] => (dates?.dueWindows ?? []).map(({ window }) => isoDate(window.end));
const count = (question: CountQuestion): Answer =>
  answerRule({ ...counting, forms: countingForms }, countRule(question, counting)!);
function phrase(text: string, date?: string, year = Number(plan.id)): Answer {
  const { readings } = readPhrase(text, counting.data, year);
  expect(readings, text).toHaveLength(1);
  return answerRule(counting, questionOf(readings![0]!, text, date, year));
}

describe("a number of days from a date", () => {
  test.each([
    [3, "working-days", "after", "2024-04-26", "2024-05-03"],
    [10, "working-days", "before", "2024-05-24", "2024-05-08"],
    [2, "working-days", "after", "2024-12-31", "2025-01-10"],
    [1, "working-days", "after", "2024-12-27", "2024-12-28"],
    [30, "calendar-days", "after", "2024-01-31", "2024-03-01"],
    [1, "months", "after", "2024-01-31", "2024-02-29"],
    [1, "months", "before", "2024-03-31", "2024-02-29"],
  ] as const)("%i %s %s %s → %s", (n, unit, direction, date, end) =>
    expect(endsOf(count({ count: n, unit, direction, date }))).toEqual([end]),
  );

  test("hours go from a time, which a day has not", () => {
    expect(phrase("в течение 24 часов после получения заявки", "2024-04-26").refusal).toEqual({ why: "no-time" });
  });

  test("an end on a day off keeps its day, with the safe day and the moved one beside it", () => {
    const [{ due }] = count({ count: 2, unit: "calendar-days", direction: "after", date: "2024-05-03" }).dates!
      .derivations as [NonNullable<Answer["dates"]>["derivations"][number]];
    expect([due.day.iso, due.planBy?.iso, due.rolled?.iso]).toEqual(["2024-05-05", "2024-05-03", "2024-05-06"]);
  });

  test("every cell of the count says why it is skipped", () => {
    const cells = count({ count: 3, unit: "working-days", direction: "after", date: "2024-04-26" }).dates!
      .derivations[0]!.count!;
    expect(cells.map(({ day, ordinal, role }) => [day.iso.slice(5), ordinal, role])).toEqual([
      ["04-26", 0, "event"],
      ["04-27", 1, "counted"],
      ["04-28", null, "skipped"],
      ["04-29", null, "skipped"],
      ["04-30", null, "skipped"],
      ["05-01", null, "skipped"],
      ["05-02", 2, "counted"],
      ["05-03", 3, "end"],
    ]);
    expectEach(
      cells.filter(({ role }) => role === "skipped"),
      ({ day }) => day.why !== null,
    );
  });

  test("refuses what there is not", () => {
    expect(
      countRule({ count: 3, unit: "working-days", direction: "after", date: "2024-02-31" }, counting),
    ).toBeUndefined();
    expect(count({ count: 1000, unit: "working-days", direction: "after", date: "2024-04-26" }).refusal).toEqual({
      why: "beyond",
      year: 2028,
      first: 2023,
      last: 2027,
    });
    expect(count({ count: 1, unit: "calendar-days", direction: "before", date: "2023-01-01" }).refusal).toMatchObject({
      why: "beyond",
      year: 2022,
    });
  });
});

describe("a phrase", () => {
  test("that names its days", () => {
    expect(endsOf(phrase("последний рабочий день квартала"))).toEqual([
      "2024-03-29",
      "2024-06-28",
      "2024-09-30",
      "2024-12-28",
    ]);
    expect(endsOf(phrase("до 1 марта", undefined, 2026))).toEqual(["2026-03-01"]);
    expect(endsOf(phrase("первое число месяца, следующего за отчетным кварталом"))).toEqual([
      "2024-04-01",
      "2024-07-01",
      "2024-10-01",
      "2025-01-01",
    ]);
  });

  test("that waits", () =>
    expect(endsOf(phrase("не позднее 10 рабочих дней до начала мероприятия", "2024-05-24"))).toEqual(["2024-05-08"]));

  test("that names a period of the plan, or a known one", () => {
    expect(endsOf(phrase("в течение учебного года"))).toEqual(["2024-08-31", "2025-08-31"]);
    for (const { data } of plan.plan.periods) {
      const { readings } = readPhrase(`в течение периода «${data.title}»`, counting.data, Number(plan.id));
      if (readings?.[0]?.rule.period === data.id)
        expect(
          endsOf(answerRule(counting, questionOf(readings[0], "", undefined, Number(plan.id)))).length,
          data.id,
        ).toBeGreaterThan(0);
    }
  });

  test("of two meanings gives both, and of none the word", () => {
    expect(
      readPhrase("в течение 5 дней после получения заявки", counting.data, Number(plan.id))
        .readings?.map(({ canonical }) => canonical)
        .sort(),
    ).toEqual([
      "в течение 5 календарных дней после получения заявки",
      "в течение 5 рабочих дней после получения заявки",
    ]);
    const { fault } = readPhrase("до 31 февраля", counting.data, Number(plan.id));
    expect([fault?.word, fault?.at, fault?.message, fault?.nearest]).toEqual([
      "31 февраля",
      3,
      "такого дня нет",
      "до 29 февраля",
    ]);
  });
});

describe("the file of a rule", () => {
  test("meets no published entry and is read by others", () => {
    const published = new Set(plan.dueWindows.map((due) => due.uid));
    const found = phrase("последний рабочий день квартала");
    const file = ruleFile(found.dates!, "последний рабочий день квартала", counting);
    const read = readWithIcalJs(file.text);
    expect(read.map(({ start }) => start)).toEqual(["2024-03-29", "2024-06-28", "2024-09-30", "2024-12-28"]);
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(4);
    expect(read.filter(({ uid }) => published.has(uid))).toEqual([]);
    expect(ruleFile(found.dates!, "последний рабочий день квартала", counting).text).toBe(file.text);
    expect(entriesIn(file.text).join("")).not.toContain("\u0001");
    for (const line of file.text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});
