import writeXlsxFile, { type Cell, type SheetData } from "write-excel-file/universal";
import { cellNames, columnCount, inBrackets, withMarks, type OfficialDocument } from "../official-document.ts";
import { documentWording } from "../document-wording.ts";
import { columnWidths, glossaryWidths } from "./layout.ts";
import { orderParts } from "./order-parts.ts";
import { printable } from "./printable.ts";
import { sealZip } from "./sealed-zip.ts";
import { acrossOnePage, repeatedRows, withHeights } from "./xlsx-page.ts";

/** The longest text of a cell, by Excel's limits. */
const longestCell = 32_767;

/** The type of official documents; a cell without its own would take that of the program. */
const type = { fontFamily: "Times New Roman", fontSize: 11 } as const;

const cell = (
  text: string,
  more: Exclude<Cell, string | number | boolean | Date | null | undefined | String | Number | Boolean> = {},
): Cell => ({
  type: String,
  value: printable(text).slice(0, longestCell),
  wrap: true,
  alignVertical: "top",
  ...type,
  ...more,
});
const bold = { fontWeight: "bold", align: "center" } as const;
const bordered = { borderStyle: "thin" } as const;
/** Millimetres as widths of Excel's columns: about two to a character. */
const widthsOf = (widths: readonly number[]): { width: number }[] =>
  widths.map((width) => ({ width: Math.round(width / 2) }));

function planSheet({ columns, sections, title, edition }: OfficialDocument): SheetData {
  const below = (count: number): null[] => Array.from({ length: count }, () => null);
  return [
    [
      cell(edition === null ? title : `${title} ${inBrackets(edition.line)}`, { ...bold, columnSpan: columnCount }),
      ...below(columnCount - 1),
    ],
    columns.map((text) => cell(text, { ...bold, ...bordered })),
    ...sections.flatMap(({ heading, rows }) => [
      [cell(heading, { ...bold, ...bordered, columnSpan: columnCount }), ...below(columnCount - 1)],
      ...rows.map((row): Cell[] => [
        cell(row.number, bordered),
        cell(withMarks(row.activity, row), { ...bordered, ...(row.heading ? { fontStyle: "italic" } : {}) }),
        ...cellNames.map((name): Cell =>
          row.cells[name].rows === 0
            ? null
            : cell(row.cells[name].text, {
                ...bordered,
                ...(row.cells[name].rows > 1 ? { rowSpan: row.cells[name].rows } : {}),
              }),
        ),
      ]),
    ]),
  ];
}

const orderSheet = (document: OfficialDocument): SheetData =>
  orderParts(document).flatMap(({ words }) => words.map((text) => [cell(text)]));

/** Title and headings, which stay in sight and are printed on each page. */
const headRows = 2;
const orderWidth = 90;
const landscape = { orientation: "landscape" } as const;

/** The document as a workbook: the table with its merged cells, the abbreviations, the order. Texts are texts, never formulas. */
export async function writeXlsx(document: OfficialDocument): Promise<Uint8Array> {
  const { sheets } = documentWording[document.language];
  const { terms } = document.glossary;
  const sheet = (name: string, data: SheetData, widths: readonly { readonly width: number }[]) => ({
    sheet: name,
    data: withHeights(
      data,
      widths.map(({ width }) => width),
    ),
    columns: [...widths],
  });
  const file = writeXlsxFile([
    { ...sheet(sheets.plan, planSheet(document), widthsOf(columnWidths)), ...landscape, stickyRowsCount: headRows },
    ...(terms.length === 0
      ? []
      : [
          {
            ...sheet(
              sheets.glossary,
              terms.map(({ term, meaning }) => [cell(term, bordered), cell(meaning, bordered)]),
              widthsOf(glossaryWidths),
            ),
            ...landscape,
          },
        ]),
    sheet(sheets.order, orderSheet(document), [{ width: orderWidth }]),
  ]);
  const pages = Object.fromEntries([1, 2, 3].map((number) => [`xl/worksheets/sheet${number}.xml`, acrossOnePage]));
  return sealZip(new Uint8Array(await (await file.toBlob()).arrayBuffer()), {
    ...pages,
    "xl/workbook.xml": (text) => repeatedRows(text, sheets.plan, headRows),
  });
}
