import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { markOf, proofLines, proofPage } from "../../compiler/document/proof/proof-page.ts";
import type { Proof } from "../../compiler/document/proof/proof.ts";
import { repository } from "../plan-files.ts";
import { scoreOf, proofFor, shippedPolicy } from "./strangers.ts";

/** How many of the rows with a plain meaning have to be read right. */
const leastShare = 0.97;

test("a proof sets each cell beside what was understood of it, and asks about the rest", () => {
  const row = {
    id: "1.1",
    number: "1",
    section: "A <b>",
    activity: "<i>Сбор</i>",
    responsibleText: "Школы",
    responsible: ["Школы"],
  };
  const proof: Proof = {
    title: "План",
    bounds: { from: "2025-01-01", to: "2025-12-31" },
    columns: ["№"],
    rows: [
      {
        ...row,
        deadline: { text: "до 1 марта", state: "dated", windows: [{ start: null, end: "2025-03-01" }], certain: true },
      },
      {
        ...row,
        deadline: { text: "каникулы", state: "unclear", windows: [], certain: false, question: "какие это дни?" },
      },
      { ...row, deadline: null },
    ],
    parties: [{ id: "shkoly", name: "Школы" }],
    questions: [],
  };
  expect(proof.rows.map(markOf)).toEqual(["certain", "ask", "certain"]);
  const page = proofPage(proof, "ru");
  expect(page).not.toMatch(/<i>|<b>/);
  expect(page.match(/<tr class="section">/g)).toHaveLength(1);
  const plain = page.replaceAll("\u00a0", " ");
  expect(plain).toContain('<td data-l="Дни">до сб 1 марта</td><td>✓ уверенно</td>');
  const guessed = {
    ...proof.rows[0]!,
    deadline: { ...proof.rows[0]!.deadline!, certain: false, reason: "месяц взят" },
  };
  expect(proofPage({ ...proof, rows: [guessed] }, "ru")).toContain("? проверьте<br>месяц взят");
  expect(plain).toContain("! спросите<br>какие это дни?");
  expect(plain).toContain('<li><a href="#row-1.1">1 &lt;i&gt;Сбор&lt;/i&gt;</a>: какие это дни?</li>');
  expect(plain).toContain("План на 2025 год. ✓ уверенно – 2 · ! спросите – 1");
  expect(proofLines(proof, "en")[0]!.replaceAll("\u00a0", " ")).toContain("«до 1 марта» → days: until Sat 1 March");
  const remarked = { ...proof.rows[0]!, remarks: ["выходной"] };
  expect(markOf(remarked)).toBe("check");
  expect(proofPage({ ...proof, rows: [remarked] }, "ru")).toContain("? проверьте<br>выходной");
});

test("of many days the first and the last are told, and what has to be checked says why", () => {
  const page =
    "<html><p>План работы на 2025 год</p><table><tr><th>№</th><th>Мероприятие</th><th>Срок</th></tr><tr><td>1</td><td>Совещание</td><td>понедельник</td></tr><tr><td>2</td><td>Отчёт</td><td>до 1 марта</td></tr></table>";
  const proof = proofFor(new TextEncoder().encode(page), "plan.html", shippedPolicy())!;
  expect(proof.rows.map(markOf)).toEqual(["check", "certain"]);
  expect(proof.rows[0]!.deadline!.windows).toHaveLength(52);
  expect(proof.rows.map(({ deadline }) => deadline!.reason)).toEqual([
    "сам срок не говорит, что повторяется: так понят заголовок раздела или день недели без числа",
    undefined,
  ]);
  const printed = proofPage(proof, "ru").replaceAll("\u00a0", " ");
  expect(printed).toContain("пн 6 января<br>пн 13 января<br>пн 20 января<br>и ещё 49, последний: пн 29 декабря");
});

describe("documents as offices have them", () => {
  const scores = scoreOf(join(repository, "test", "document", "fixtures", "strangers"));
  const rows = scores.flatMap(({ rows: own }) => own);

  test.each(scores.map((score) => [score.document, score] as const))(
    "%s is taken with its head and its rows",
    (_, score) => {
      expect(score.taken).toBe(true);
      expect(score.head).toEqual([]);
      expect(score.extra).toBe(0);
      expect(score.rows.filter(({ deadline }) => deadline === "lost").map(({ row }) => row)).toEqual([]);
      expect(score.rows.flatMap(({ row, differs }) => differs.map((what) => `${row}: ${what}`))).toEqual([]);
    },
  );

  test("no deadline is read wrong", () => {
    expect(rows.filter(({ deadline }) => deadline.startsWith("wrong")).map(({ row, got }) => `${row}: ${got}`)).toEqual(
      [],
    );
  });

  test("nearly all deadlines with a plain meaning are read", () => {
    const plain = rows.filter((verdict) => verdict.plain);
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter(({ deadline }) => deadline === "right").length / plain.length).toBeGreaterThanOrEqual(
      leastShare,
    );
  });
});
