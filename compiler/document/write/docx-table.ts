import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import {
  cellNames,
  columnCount,
  inBrackets,
  type DocumentRow,
  type DocumentSection,
  type OfficialDocument,
} from "../official-document.ts";
import { mm, size } from "./docx-styles.ts";
import { columnWidths, glossaryWidths } from "./layout.ts";
import { printable } from "./printable.ts";

interface Style {
  readonly italics?: boolean;
  readonly bold?: boolean;
  readonly centred?: boolean;
  /** Whether the row stays on a page with the next. */
  readonly keepNext?: boolean;
}

function paragraph(
  text: string,
  { italics = false, bold = false, centred = false, keepNext = false }: Style,
): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { line: 240 },
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
    children: [new TextRun({ text: printable(text), italics, bold, size: size.table })],
  });
}

/** Room between a cell's border and its words. */
const margins = { top: mm(0.6), bottom: mm(0.6), left: mm(1.6), right: mm(1.6) };

/** How many rows a cell serves, and what follows its words, each in a paragraph of its own. */
interface Below {
  readonly rowSpan?: number;
  readonly marks?: readonly string[];
}

const cell = (
  text: string,
  column: number,
  style: Style,
  widths: readonly number[],
  { rowSpan = 1, marks = [] }: Below = {},
): TableCell =>
  new TableCell({
    width: { size: mm(widths[column]!), type: WidthType.DXA },
    margins,
    rowSpan,
    children: [
      ...text.split("\n").map((line) => paragraph(line, style)),
      ...marks.map((mark) => paragraph(inBrackets(mark), { keepNext: style.keepNext ?? false })),
    ],
  });

const row = (children: readonly TableCell[], tableHeader = false): TableRow =>
  new TableRow({ cantSplit: true, tableHeader, children });

/** Rows that share a cell stay together, and a heading stays with the row below it. */
function itemRow(item: DocumentRow, next: DocumentRow | undefined): TableRow {
  const sharesWithNext = next !== undefined && cellNames.some((name) => next.cells[name].rows === 0);
  const style = { keepNext: next !== undefined && (item.heading || sharesWithNext) };
  return row([
    cell(item.number, 0, style, columnWidths),
    cell(item.activity, 1, { ...style, italics: item.heading }, columnWidths, item),
    ...cellNames.flatMap((name, index) =>
      item.cells[name].rows === 0
        ? []
        : [cell(item.cells[name].text, index + 2, style, columnWidths, { rowSpan: item.cells[name].rows })],
    ),
  ]);
}

function sectionRows({ heading, rows }: DocumentSection): TableRow[] {
  const across = new TableCell({
    columnSpan: columnCount,
    margins,
    verticalAlign: VerticalAlign.CENTER,
    children: [paragraph(heading, { bold: true, centred: true, keepNext: true })],
  });
  return [row([across]), ...rows.map((item, index) => itemRow(item, rows[index + 1]))];
}

const table = (rows: readonly TableRow[], widths: readonly number[]): Table =>
  new Table({
    rows,
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(mm),
    width: { size: widths.reduce((sum, width) => sum + mm(width), 0), type: WidthType.DXA },
  });

/** The plan's table: the headings on each page, no row torn between two. */
export function planTable({ columns, sections }: OfficialDocument): Table {
  const head = row(
    columns.map((text, index) => cell(text, index, { bold: true, centred: true }, columnWidths)),
    true,
  );
  return table([head, ...sections.flatMap(sectionRows)], columnWidths);
}

/** The table of abbreviations. */
export function glossaryTable({ glossary }: OfficialDocument): Table {
  return table(
    glossary.terms.map(({ term, meaning }) =>
      row([cell(term, 0, {}, glossaryWidths), cell(meaning, 1, {}, glossaryWidths)]),
    ),
    glossaryWidths,
  );
}
