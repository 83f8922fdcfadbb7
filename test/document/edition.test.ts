import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { composeDocument } from "../../compiler/document/compose.ts";
import { documentFormats, writeDocument } from "../../compiler/document/write/write-document.ts";
import { approvedEdition } from "../../compiler/resolve/editions/approved-edition.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import { readPlan, repository } from "../plan-files.ts";
import { join } from "node:path";
import { tinyPlans } from "../feeds/plans.ts";

const orderText = readPlan(join(repository, "test", "cases", "base", "plan")).find(
  ({ path }) => path === "plan/demo/2024/order.yaml",
)!.text;

const original = `
  - { id: "1.1", activity: Первое, responsible: [school], deadline: { text: до 1 марта, until: 03-01 } }
  - { id: "1.2", activity: Второе, responsible: [school], deadline: { text: до 2 декабря, until: 12-02 } }
  - { id: "1.3", activity: Третье, responsible: [school], deadline: { text: до 3 октября, until: 10-03 } }`;

const amended = `
  - { id: "1.1", activity: Первое, responsible: [school], deadline: { text: до 1 марта, until: 03-01 } }
  - id: "1.2"
    activity: Второе, другими словами
    responsible: [school]
    deadline: { text: до 12 декабря, until: 12-12 }
    amended-by:
      - { order: may, was: { activity: Второе, deadline: { text: до 2 декабря, until: 12-02 } } }
      - { order: august, was: { deadline: { text: до 6 декабря, until: 12-06 } } }
  - { id: "1.3", activity: Третье, responsible: [school], deadline: { text: до 3 октября, until: 10-03 }, withdrawn: { reason: не нужно }, amended-by: [august] }
  - { id: "1.4", activity: Новое, responsible: [school], deadline: { text: до 4 ноября, until: 11-04 }, amended-by: [{ order: may, added: true }] }`;

function planOf(items: string, amendments: string): ResolvedPlan {
  const files = { "2024/order.yaml": `${orderText.trimEnd()}\n${amendments}` };
  return tinyPlans({ items, files })[0]!;
}

const orders = `amendments:
  - { id: august, date: 2024-08-14, number: "112", title: О втором изменении }
  - { id: may, date: 2024-05-14, number: "5", title: О первом изменении }
`;

describe("the document of an amended plan", () => {
  const document = composeDocument(planOf(amended, orders));

  test("says in which edition it is, and lists the orders by date", () => {
    expect(document.edition).toEqual({
      line: "в редакции приказов от 14.05.2024 № 5, от 14.08.2024 № 112",
      title: "Изменяющие документы",
      orders: ["приказ от 14.05.2024 № 5 «О первом изменении»", "приказ от 14.08.2024 № 112 «О втором изменении»"],
      date: "2024-08-14",
    });
    expect(document.approval.at(-1)).toBe("(в редакции приказов от 14.05.2024 № 5, от 14.08.2024 № 112)");
    expect(composeDocument(planOf(original, "")).edition).toBeNull();
  });

  test("marks each row that they changed, and no other", () => {
    expect(document.sections[0]!.rows.map(({ number, marks }) => [number, ...marks])).toEqual([
      ["1.1."],
      ["1.2.", "в ред. приказа от 14.05.2024 № 5", "в ред. приказа от 14.08.2024 № 112"],
      ["1.3.", "исключён приказом от 14.08.2024 № 112"],
      ["1.4.", "введён приказом от 14.05.2024 № 5"],
    ]);
  });

  test.each(documentFormats)("prints both as %s", async (format) => {
    const bytes = await writeDocument(document, format);
    const packed = format === "docx" || format === "xlsx";
    const text = packed
      ? Object.entries(unzipSync(bytes))
          .filter(([name]) => name.endsWith(".xml"))
          .map(([, part]) => strFromU8(part).replace(/<[^>]*>/g, " "))
          .join(" ")
      : new TextDecoder().decode(bytes);
    expect(text).toContain("(введён приказом от 14.05.2024 № 5)");
    if (format === "csv") return;
    expect(text).toContain("(в редакции приказов от 14.05.2024 № 5, от 14.08.2024 № 112)");
    expect(text).toContain("Изменяющие документы: приказ от 14.05.2024 № 5 «О первом изменении»");
  });
});

describe("the document as approved", () => {
  const bytesOf = (plan: ResolvedPlan): Promise<Uint8Array[]> =>
    Promise.all(documentFormats.map((format) => writeDocument(composeDocument(plan), format)));

  test("is that of the plan before any amendment, to the byte", async () => {
    const { plan, unknown } = approvedEdition(planOf(amended, orders));
    expect(unknown).toEqual([]);
    expect(await bytesOf(plan)).toEqual(await bytesOf(planOf(original, "")));
  });

  test("is not known where a row does not say what it was", () => {
    const silent = amended.replace(
      "      - { order: may, was: { activity: Второе, deadline: { text: до 2 декабря, until: 12-02 } } }",
      "      - may",
    );
    expect(approvedEdition(planOf(silent, orders)).unknown).toEqual([{ item: "1.2", order: "may" }]);
  });
});
