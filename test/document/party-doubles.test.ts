import { describe, expect, test } from "vitest";
import { likelyDoubles } from "../../compiler/document/draft/party-doubles.ts";
import { proofOf } from "../../compiler/document/proof/proof.ts";
import { imported, utf8 } from "./imported.ts";

describe("names that may be one party's", () => {
  test.each([
    ["Заместитель директора по ВР", "зам. директора по ВР"],
    ["Заместитель директора по воспитательной работе", "Зам. директора по ВР"],
    ["зам директора по УВР", "заместитель директора по учебно-воспитательной работе"],
    ["Классные руководители", "кл. руководители"],
    ["Классный руководитель", "классные руководители"],
    ["Министерство образования", "Мин-во образования"],
    ["Комиссия по делам несовершеннолетних", "комиссия по делам несовершеннолетних"],
    ["Управление образования", "УО"],
    ["соц. педагог", "Социальный педагог"],
    ["Head of Human Resources", "Head of HR"],
  ])("%s – %s", (first, second) => {
    expect(likelyDoubles([first, second])).toEqual([[first, second]]);
  });

  test.each([
    ["Заместитель директора по ВР", "Заместитель директора по УВР"],
    ["Заместитель директора", "Заместитель директора по ВР"],
    ["Директор", "Зам. директора"],
    ["10 класс", "11 класс"],
    ["Школа № 1", "Школа № 12"],
    ["Библиотека", "Библиотекарь"],
    ["Администрация", "Администратор"],
    ["Отдел кадров", "Отдел культуры"],
    ["педагог-психолог", "педагог-организатор"],
    ["учитель физики", "учитель химии"],
    ["МО", "Министерство"],
  ])("%s is another than %s", (first, second) => {
    expect(likelyDoubles([first, second])).toEqual([]);
  });

  test("a name is beside the first that it is like, not beside each", () => {
    expect(likelyDoubles(["Классный руководитель", "классные руководители", "кл. рук."])).toEqual([
      ["Классный руководитель", "классные руководители"],
      ["Классный руководитель", "кл. рук."],
    ]);
  });
});

describe("in a plan", () => {
  const cells = ["Заместитель директора по ВР", "зам. директора по ВР", "Директор"];
  const rows = cells.map(
    (who, at) => `<tr><td>${at + 1}</td><td>Дело ${at}</td><td>до 1 марта</td><td>${who}</td></tr>`,
  );
  const page = `<p>План на 2024 год</p><table><tr><th>№</th><th>Мероприятие</th><th>Срок</th><th>Ответственный</th></tr>${rows.join("")}</table>`;
  const read = imported(utf8(`<html>${page}</html>`), { name: "plan.html" });

  test("they are proposed, and stay two until somebody joins them", () => {
    const proof = proofOf(read, "ru");
    expect(proof.questions.map(({ text }) => text)).toEqual([
      "одна ли это сторона: «Заместитель директора по ВР» и «зам. директора по ВР»?",
    ]);
    expect(proof.rows.map(({ responsible }) => responsible)).toEqual(cells.map((cell) => [cell]));
    expect(read.draft.parties.added).toHaveLength(3);
    expect(proofOf(read, "en").questions[0]!.text).toContain("one party");
  });
});
