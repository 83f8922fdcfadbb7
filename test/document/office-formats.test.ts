import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Block } from "../../compiler/document/read/blocks.ts";
import { readDocument } from "../../compiler/document/read/read-document.ts";
import { shownNumber } from "../../compiler/document/read/workbook/sheet-number.ts";
import { utf8 } from "./imported.ts";

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])));

/** Paragraphs as they are; rows by their cells, `^` where one above reaches down, `+` for each further column. */
const shown = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) =>
    block.kind === "paragraph"
      ? block.text
      : block.rows.map(({ cells }) =>
          cells
            .map(
              ({ text, span, below, lines }) => `${below ? "^" : (lines ?? [text]).join("/")}${"+".repeat(span - 1)}`,
            )
            .join(" | "),
        ),
  );

/** Serial numbers by the days that they stand for, from Excel itself: 1 March 2025 is 45717. */
test.each([
  [45717, "dd.mm.yyyy", "01.03.2025"],
  [45717, "d mmmm yyyy", "1 марта 2025"],
  [45717, '[$-FC19]dd\\ mmmm\\ yyyy\\ "г.";@', "01 марта 2025 г."],
  [45717, "mmmm yyyy", "март 2025"],
  [45717, "[$-419]mmmm;@", "март"],
  [45717, "dddd, d mmmm", "суббота, 1 марта"],
  [45717, "d.m.yy", "1.3.25"],
  [45717.645833333336, "dd.mm.yyyy h:mm", "01.03.2025 15:30"],
  [45717.999999999, "dd.mm.yyyy", "02.03.2025"],
  [0.645833333333, "hh:mm", "15:30"],
  [45717.5, "m/d/yy h:mm AM/PM", "01.03.2025"],
  [59, "dd.mm.yyyy", "28.02.1900"],
  [61, "dd.mm.yyyy", "01.03.1900"],
  [1.1, "General", "1.1"],
  [1.1, "0.00", "1.10"],
  [0.1 + 0.2, "General", "0.3"],
  [12, "@", "12"],
  [3, "0", "3"],
  [0.5, "0%", "50%"],
  [-5, "dd.mm.yyyy", "-5"],
  [0.5, "h:mm AM/PM", "12:00"],
  [11, "#,##0.00_);[Red](#,##0.00)", "11.00"],
  [1234.5, "#,##0.00", "1234.5"],
  [9.3, "00.00", "09.30"],
  [930, '00":"00', "09:30"],
  [5, "000", "005"],
] as const)("%d shown by «%s» is %s", (value, format, text) => {
  expect(shownNumber(value, format, false)).toBe(text);
});

test("workbooks that count from 1904 have their days", () => {
  expect(shownNumber(44255, "dd.mm.yyyy", true)).toBe("01.03.2025");
});

describe("a workbook", () => {
  const book = (sheets: readonly { readonly state?: string; readonly xml: string }[]): Uint8Array =>
    zip({
      // Sheets before what they refer to: the order of parts is free.
      ...Object.fromEntries(
        sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at}.xml`, `<worksheet>${xml}</worksheet>`]),
      ),
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${sheets.map(({ state }, at) => `<sheet r:id="r${at}" state="${state ?? "visible"}"/>`).join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships>${sheets.map((_, at) => `<Relationship Id="r${at}" Target="/xl/worksheets/sheet${at}.xml"/>`).join("")}</Relationships>`,
      "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts><font/><font><i/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`,
      "xl/sharedStrings.xml": `<sst><si><t>Сбор</t></si><si><r><t>Школы</t></r><r><rPr><i/></rPr><t>_x000A_сады</t></r><rPh><t>звук</t></rPh></si></sst>`,
    });
  const words = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const title = `<row r="1">${words("B1", "План")}<c r="C1" s="1"/></row>`;
  const heads = `<row r="3">${words("A3", "№")}${words("B3", "Мероприятие")}${words("C3", "Срок")}${words("D3", "Кто")}</row>`;

  test("is read as it is shown: words above the table, dates, merged cells, lines", () => {
    const rows = `<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="s"><v>0</v></c><c r="C4" s="1"><v>45717</v></c><c r="D4" t="s"><v>1</v></c></row>
<row r="5">${words("A5", "Раздел")}</row>
<row r="6"><c r="A6"><v>2</v></c><c r="B6" s="2" t="str"><f>A1</f><v>Отчёт</v></c><c r="C6" t="d"><v>2025-03-02T00:00:00</v></c></row>
<row r="7"><c r="A7"><v>3</v></c><c r="B7" t="e"><v>#REF!</v></c></row>`;
    const { format, blocks } = readDocument(
      book([
        {
          xml: `<sheetData>${title}${heads}${rows}</sheetData><mergeCells><mergeCell ref="A5:D5"/><mergeCell ref="D6:D7"/></mergeCells>`,
        },
        { state: "hidden", xml: `<sheetData>${heads}</sheetData>` },
      ]),
      "plan.xlsx",
    );
    expect(format).toBe("xlsx");
    expect(shown(blocks)).toEqual([
      "План",
      [
        "№ | Мероприятие | Срок | Кто",
        "1 | Сбор | 01.03.2025 | Школы/сады",
        "Раздел+++",
        "2 | Отчёт | 02.03.2025",
        "3 | #REF! | ^",
      ],
    ]);
    const table = blocks[1]!;
    expect(table.kind === "table" && table.rows[3]!.cells.map(({ italic }) => italic)).toEqual([false, true, false]);
  });

  test("of several sheets has them one after another", () => {
    const { blocks } = readDocument(
      book([{ xml: `<sheetData>${title}</sheetData>` }, { xml: `<sheetData>${heads}</sheetData>` }]),
      "plan.xlsx",
    );
    expect(shown(blocks)).toEqual(["План", ["№ | Мероприятие | Срок | Кто"]]);
  });
});

describe("an OpenDocument text", () => {
  const document = (body: string, styles = ""): Uint8Array =>
    zip({
      "content.xml": `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:fo="f" xmlns:svg="v"><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
      "styles.xml": `<office:document-styles xmlns:office="o" xmlns:text="t" xmlns:style="s"><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style></office:document-styles>`,
    });
  const text = (body: string, styles?: string): unknown[] =>
    shown(readDocument(document(`<office:text>${body}</office:text>`, styles), "plan.odt").blocks);
  const cell = (words: string, more = ""): string => `<table:table-cell ${more}>${words}</table:table-cell>`;
  const item = (attributes: string, ...items: readonly string[]): string =>
    `<text:list text:style-name="L1" ${attributes}>${items.map((words) => `<text:list-item>${words}</text:list-item>`).join("")}</text:list>`;
  const p = (words: string): string => `<text:p>${words}</text:p>`;

  test("has its spaces, tabs and lines, without notes and what was taken out", () => {
    expect(
      text(
        `<text:tracked-changes>${p("удалено")}</text:tracked-changes>${p("Школа<text:s text:c='3'/>№\n  5<text:note>сноска</text:note><text:tab/>директор<text:line-break/>Иванов")}`,
      ),
    ).toEqual(["Школа № 5\tдиректор Иванов"]);
  });

  test("has merged cells, rows that are repeated and the numbers of its lists", () => {
    const rows = [
      `<table:table-header-rows><table:table-row>${cell(p("№"))}${cell(p("Что"))}${cell(p("Кто"))}</table:table-row></table:table-header-rows>`,
      `<table:table-row>${cell(item("xml:id='a'", p("")))}${cell(p("Сбор"))}${cell(p("Школы") + p("сады"), "table:number-rows-spanned='2'")}</table:table-row>`,
      `<table:table-row>${cell(item("text:continue-numbering='true'", p("")))}${cell(p("Отчёт"))}<table:covered-table-cell/></table:table-row>`,
      `<table:table-row>${cell(p("Раздел"), "table:number-columns-spanned='3'")}<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>`,
      `<table:table-row table:number-rows-repeated="2">${cell(item("text:continue-list='a'", `${p("")}${item("", p("а"), p("б"))}`))}${cell(p("Ещё"), "table:number-columns-repeated='2'")}</table:table-row>`,
      `<table:table-row>${cell(item("", p("")))}${cell(p("Анкета"))}${cell("")}</table:table-row>`,
    ];
    expect(text(`<table:table>${rows.join("")}</table:table>`)).toEqual([
      [
        "№ | Что | Кто",
        "1. | Сбор | Школы/сады",
        "2. | Отчёт | ^",
        "Раздел++",
        "3./3.1. а/3.2. б | Ещё | Ещё",
        "3./3.1. а/3.2. б | Ещё | Ещё",
        "1. | Анкета | ",
      ],
    ]);
  });

  test("a workbook of OpenDocument is read as a sheet, without those that are hidden", () => {
    const row = (...words: readonly string[]): string =>
      `<table:table-row>${words.map((word) => cell(word && p(word))).join("")}${cell("", "table:number-columns-repeated='16380'")}</table:table-row>`;
    const sheet = `<table:table>${row("", "План")}${row("№", "Что", "Кто")}${row("1", "Сбор", "Школы")}<table:table-row table:number-rows-repeated="1048570">${cell("", "table:number-columns-repeated='16384'")}</table:table-row></table:table>`;
    const hidden = `<table:table table:style-name="ta2">${row("а", "б", "в")}</table:table>`;
    const bytes = document(
      `<office:spreadsheet>${sheet}${hidden}</office:spreadsheet>`,
      `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`,
    );
    expect(shown(readDocument(bytes, "plan.ods").blocks)).toEqual(["План", ["№ | Что | Кто", "1 | Сбор | Школы"]]);
  });
});
