import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { composeDocument } from "../../compiler/document/compose.ts";
import { linesOf } from "../../compiler/document/write/xlsx-page.ts";
import { documentFormats, writeDocument, type DocumentFormat } from "../../compiler/document/write/write-document.ts";
import { compile } from "../../compiler/compile.ts";
import { titleOf } from "../../compiler/explain/titles.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { realPlans, tinyPlans } from "../feeds/plans.ts";
import { compiledDraft, imported, knownSeries, utf8 } from "./imported.ts";

const realDocument = (): ReturnType<typeof composeDocument> => composeDocument(realPlans()[0]!);
const textOf = async (document: ReturnType<typeof composeDocument>, format: DocumentFormat): Promise<string> =>
  new TextDecoder().decode(await writeDocument(document, format));

describe("the document", () => {
  test("merges the cells that rows share", () => {
    const rows = realDocument().sections[0]!.rows.filter(({ number }) => number.startsWith("1.5."));
    expect(
      rows.map(({ number, cells }) => [number, ...Object.values(cells).map(({ rows: served }) => served)]),
    ).toEqual([["1.5.", 1, 1, 1, 1], ["1.5.1.", 6, 6, 6, 6], ...[2, 3, 4, 5, 6].map((n) => [`1.5.${n}.`, 0, 0, 0, 0])]);
  });

  test("prints a merged cell again where another row stands between, and a row taken out with its reason", () => {
    const [plan] = tinyPlans({
      items: `
  - { id: "1.1", activity: Первое, responsible: [school], deadline: { text: до 1 марта, until: 03-01 } }
  - { id: "1.2", activity: Второе, responsible: [school], deadline: { text: до 2 марта, until: 03-02 } }
  - { id: "1.3", activity: Третье, same-cells-as: "1.1" }
  - { id: "1.4", activity: Четвёртое, responsible: [school], deadline: { text: до 3 марта, until: 03-03 }, withdrawn: { reason: не нужно } }`,
    });
    expect(
      composeDocument(plan!).sections[0]!.rows.map(({ cells }) => [cells.deadline.text, cells.deadline.rows]),
    ).toEqual([
      ["до 1 марта", 1],
      ["до 2 марта", 1],
      ["до 1 марта", 1],
      ["исключён: не нужно", 1],
    ]);
  });

  test("says what it is approved by", () => {
    expect(realDocument().approval).toEqual(["УТВЕРЖДЕН", "приказом от 13.02.2024 № 047371"]);
  });
});

describe("DOCX", () => {
  test("repeats its headings, tears no row, sets headings in italics, lies on its side", async () => {
    const parts = unzipSync(await writeDocument(realDocument(), "docx"));
    const xml = strFromU8(parts["word/document.xml"]!);
    const rows = xml.match(/<w:tr>|<w:tr [^>]*>/g) ?? [];
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows.length);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(4);
    expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(20);
    expect(xml.match(/<w:gridSpan w:val="6"\/>/g)).toHaveLength(6);
    expect(xml).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect(xml).toMatch(/<w:i\/>(?:(?!<\/w:r>).)*Переход на новый учебный год:/);
    expect(strFromU8(parts["docProps/core.xml"]!)).toContain("2024-02-13T00:00:00Z");
  });
});

describe("every format", () => {
  test.each(documentFormats)("%s is the same bytes each time", async (format) => {
    const [first, second] = [await writeDocument(realDocument(), format), await writeDocument(realDocument(), format)];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  const readable = ["docx", "html", "csv"] as const;
  test.each(readable)("%s comes back word for word", async (format) => {
    const draft = imported(await writeDocument(realDocument(), format), {
      name: `plan.${format}`,
      year: 2024,
      series: "gis-obrazovanie",
      known: knownSeries(),
    });
    const cells = (document: ReturnType<typeof composeDocument>): unknown =>
      document.sections.map(({ heading, rows }) => [
        heading,
        rows.map((row) => [row.number, row.activity, ...(format === "csv" ? [] : [row.heading, row.cells])]),
      ]);
    // A CSV holds the table alone: its order and glossary are not asked for.
    if (format === "csv")
      expect(draft.notes.filter(({ code }) => code === "table-read").map(({ values }) => values)).toEqual([
        { count: 127, sections: 6 },
      ]);
    else expect(cells(composeDocument(compiledDraft(draft)))).toEqual(cells(realDocument()));
  });
});

describe("hostile words", () => {
  const words = `<script>alert(1)</script> =1+1 | *x* ]]> & "q" \\u0007 «ё»`;
  const [plan] = tinyPlans({
    items: `  - { id: "1.1", activity: ${JSON.stringify(words).replace("\\\\u0007", "\\u0007")}, responsible: [school], deadline: { text: "=HYPERLINK(1) до 1 марта", until: 03-01 } }`,
  });
  const hostile = composeDocument(plan!);

  test("are words in HTML", async () => {
    const html = await textOf(hostile, "html");
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;alert(1)");
  });
  test("are words in Markdown", async () => {
    const line = (await textOf(hostile, "md")).split("\n").find((each) => each.includes("alert"))!;
    expect(line).toContain("\\<script\\>");
    expect(line.replace(/\\./g, "").split("|")).toHaveLength(8);
  });
  test("are words in CSV", async () => {
    expect(await textOf(hostile, "csv")).toContain("'=HYPERLINK(1)");
  });
  test.each(["docx", "xlsx"] as const)("are words in %s", async (format) => {
    const parts = unzipSync(await writeDocument(hostile, format));
    const xml = Object.entries(parts)
      .filter(([name]) => name.endsWith(".xml"))
      .map(([, bytes]) => strFromU8(bytes))
      .join("\n");
    expect(xml).not.toContain("<script");
    expect(xml).not.toContain("\u0007");
    expect(xml).not.toContain("<f>");
    expect(xml).toContain("alert(1)");
  });
  test("come back from DOCX as they were, but for what no document can hold", async () => {
    const draft = imported(await writeDocument(hostile, "docx"), { name: "a.docx" });
    const section = draft.draft.files.find(({ path }) => path.endsWith("section-1.yaml"))!.text;
    expect(section).toContain("<script>alert(1)</script> =1+1 | *x* ]]> & ");
    expect(compiledDraft(draft).items[0]!.source.data.activity).toBe(
      words.replace("\\u0007", "").replace(/\s+/g, " ").replace("\ufffd", ""),
    );
  });
});

describe("the lines of a cell", () => {
  const lines = {
    activity: "Сбор сведений:\n– о детях;\n– о педагогах",
    deadline: "до 1 марта;\nдо 5 апреля",
    responsible: "библиотекарь абонемента\nволонтёры, архив",
    form: "Мониторинг\nзаполнения",
    controlDeadline: "до 10\nапреля",
  };
  const quoted = (words: string): string => JSON.stringify(words);
  const [plan] = tinyPlans({
    items: `
  - { id: "1.1", activity: ${quoted(lines.activity)}, responsible: [school], responsible-text: ${quoted(lines.responsible)}, deadline: { text: ${quoted(lines.deadline)}, each: [{ until: 03-01 }, { until: 04-05 }] }, control: { form: ${quoted(lines.form)}, deadline: { text: ${quoted(lines.controlDeadline)}, until: 04-10 } } }
  - { id: "1.2", activity: Отчёт, responsible: [school], deadline: { text: до 2 марта, until: 03-02 } }`,
  });
  const document = composeDocument(plan!);
  const cellsOf = ({ activity, cells }: (typeof document.sections)[number]["rows"][number]): typeof lines => ({
    activity,
    deadline: cells.deadline.text,
    responsible: cells.responsible.text,
    form: cells.form.text,
    controlDeadline: cells.controlDeadline.text,
  });

  test("are kept in the draft of a document, and read as if they were one", () => {
    const cells = Object.values({ number: "1.", ...lines }).map((text) => `<td>${text.replaceAll("\n", "<br>")}</td>`);
    const heads = ["№ п/п", "Мероприятие", "Срок", "Ответственные", "Форма контроля", "Срок контроля"];
    const page = `<html><p>План на 2024 год</p><table><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr><tr>${cells.join("")}</tr></table></html>`;
    const { draft } = imported(utf8(page), { name: "plan.html" });
    const section = draft.files.find(({ path }) => path.endsWith("section-1.yaml"))!;
    const { items } = parse(section.text) as { items: Record<string, unknown>[] };
    expect(section.text).toContain("    activity: |-\n      Сбор сведений:\n      – о детях;\n      – о педагогах\n");
    expect(items[0]).toMatchObject({
      activity: lines.activity,
      "responsible-text": lines.responsible,
      deadline: { text: lines.deadline, each: [{ until: "03-01" }, { until: "04-05" }] },
      control: { form: lines.form, deadline: { text: lines.controlDeadline, until: "04-10" } },
    });
    expect(items[0]!["responsible"]).toHaveLength(3);
  });
  test("are one line where a title is wanted", () => {
    expect(titleOf(plan!.items[0]!, plan!.byId)).toBe("Сбор сведений: – о детях; – о педагогах");
  });
  test("are printed in each format", async () => {
    const html = await textOf(document, "html");
    const [md, csv] = [await textOf(document, "md"), await textOf(document, "csv")];
    for (const text of Object.values(lines)) {
      expect(html).toContain(`<td>${text.replaceAll("\n", "<br>")}</td>`);
      expect(md).toContain(`| ${text.replaceAll("\n", "<br>")} |`);
      expect(csv).toContain(text);
    }
    const xml = strFromU8(unzipSync(await writeDocument(document, "docx"))["word/document.xml"]!);
    expect(xml).toMatch(/библиотекарь абонемента<\/w:t><\/w:r><\/w:p><w:p>.*?волонтёры, архив/);
    expect(xml).toMatch(/до 1 марта;<\/w:t><\/w:r><\/w:p><w:p>.*?до 5 апреля/);
    expect(linesOf(lines.responsible, 100)).toBe(2);
  });
  test.each(["docx", "html", "xlsx", "csv"] as const)("come back from %s", async (format) => {
    const again = imported(await writeDocument(document, format), { name: `plan.${format}`, year: 2024 });
    expect(cellsOf(composeDocument(compiledDraft(again)).sections[0]!.rows[0]!)).toEqual(lines);
  });
});

describe("what a series sets", () => {
  const letterhead = ["Правительство области", "пл. Революции, 4, тел. 263-67-62"];
  const settings = { letterhead, "date-in-figures": true as const };
  const set = { ...realDocument(), letterhead, dateInFigures: true };

  test("comes from its file", () => {
    const [plan] = tinyPlans({
      items: `  - { id: "1.1", activity: Первое, responsible: [school], deadline: { text: до 1 марта, until: 03-01 } }`,
      series: [["language: ru", `language: ru\ndocument: ${JSON.stringify(settings)}`]],
    });
    expect(composeDocument(plan!)).toMatchObject({ letterhead, dateInFigures: true });
    expect(realDocument()).toMatchObject({ letterhead: [], dateInFigures: false });
  });
  test.each(["html", "md"] as const)(
    "is printed in %s: a letterhead above the authority, the date in figures",
    async (format) => {
      const [plain, printed] = [await textOf(realDocument(), format), await textOf(set, format)];
      const authority = realDocument().order.authority;
      expect(printed).toContain(letterhead[0]!);
      expect(printed.indexOf(letterhead[0]!)).toBeLessThan(printed.indexOf(authority));
      expect(plain).not.toContain(letterhead[0]!);
      expect([plain.includes("13 ФЕВ 2024"), printed.includes("13 ФЕВ 2024")]).toEqual([true, false]);
      expect(printed).toContain("13.02.2024");
    },
  );
  test.each(["docx", "html"] as const)("is no part of the authority when %s is read again", async (format) => {
    const known = knownSeries().map((series) => ({ ...series, data: { ...series.data, document: settings } }));
    const again = imported(await writeDocument(set, format), {
      name: `plan.${format}`,
      series: "gis-obrazovanie",
      known,
    });
    const order = again.draft.files.find(({ path }) => path.endsWith("/order.yaml"))!.text;
    expect((parse(order) as { authority: string }).authority).toBe(realDocument().order.authority);
  });
});

describe("XLSX", () => {
  const part = async (name: string): Promise<string> =>
    strFromU8(unzipSync(await writeDocument(realDocument(), "xlsx"))[name]!);
  const heightOf = (sheet: string, row: number): number =>
    Number(new RegExp(`<row r="${row}" ht="([\\d.]+)"`).exec(sheet)?.[1]);

  test("every row is as tall as its words, those over merged cells too", async () => {
    const sheet = await part("xl/worksheets/sheet1.xml");
    const rows = [...sheet.matchAll(/<row r="(\d+)"([^>]*)>/g)];
    expect(rows.filter(([, , attributes]) => !attributes!.includes("customHeight")).map(([, row]) => row)).toEqual([]);
    // 1.1.1 in one line, 1.1 with its control in three or more.
    expect(heightOf(sheet, 5)).toBe(15);
    expect(heightOf(sheet, 4)).toBeGreaterThanOrEqual(45);
    // The title stands over all columns in one line.
    expect(heightOf(sheet, 1)).toBe(15);
  });
  test("is printed across one page, with its headings on each", async () => {
    for (const number of [1, 2, 3]) {
      const sheet = await part(`xl/worksheets/sheet${number}.xml`);
      expect(sheet).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/);
    }
    expect(await part("xl/workbook.xml")).toContain(">'План'!$1:$2</definedName>");
  });
});

test.each(documentFormats)("an English plan has no Russian word in %s", async (format) => {
  const { value } = compile(sourcesOf(join(casesFolder, "good", "second-series-in-english")));
  const plan = value.plans.find(({ series }) => series.data.language === "en")!;
  const bytes = await writeDocument(composeDocument(plan), format);
  const texts =
    format === "docx" || format === "xlsx"
      ? Object.entries(unzipSync(bytes))
          .filter(([name]) => name.endsWith(".xml"))
          .map(([, part]) => strFromU8(part))
      : [new TextDecoder().decode(bytes)];
  expect(texts.join("\n").match(/\p{Script=Cyrillic}+/gu)).toBeNull();
});
