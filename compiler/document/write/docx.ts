import { AlignmentType, Document, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from "docx";
import type { OfficialDocument } from "../official-document.ts";
import { orderParagraphs } from "./docx-order.ts";
import { mm, stylesFor } from "./docx-styles.ts";
import { glossaryTable, planTable } from "./docx-table.ts";
import { sheet } from "./layout.ts";
import { printableMarkup, printable } from "./printable.ts";
import { sealZip } from "./sealed-zip.ts";

/** The page's number in the middle of the top margin (ГОСТ Р 7.0.97-2016, 3.11). */
const numbered = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 20 })],
      }),
    ],
  });

const margin = (left: number): Readonly<Record<"top" | "right" | "bottom" | "left" | "header", number>> => ({
  top: mm(sheet.top),
  right: mm(sheet.right),
  bottom: mm(sheet.bottom),
  left: mm(left),
  header: mm(10),
});

function planParagraphs(document: OfficialDocument): Paragraph[] {
  const right = { indent: { left: mm(170) } };
  const centred = { alignment: AlignmentType.CENTER, keepNext: true } as const;
  return [
    ...document.approval.map((text) => new Paragraph({ ...right, children: [new TextRun(printable(text))] })),
    new Paragraph({
      ...centred,
      indent: { left: mm(40), right: mm(40) },
      spacing: { before: mm(10), after: mm(6) },
      children: [new TextRun({ text: printable(document.title), bold: true })],
    }),
  ];
}

/** The properties of the file; its dates are the orders', never today's. */
function coreProperties({ title, order, edition }: OfficialDocument): string {
  const [date, changed] = [order.date, edition?.date ?? order.date].map((day) => `${day}T00:00:00Z`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${printableMarkup(title)}</dc:title><dc:creator>${printableMarkup(order.authority)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${changed}</dcterms:modified></cp:coreProperties>`;
}

/** The document as DOCX: the order on portrait pages, abbreviations and table on landscape ones. The same plan gives the same bytes. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const glossary =
    document.glossary.terms.length === 0
      ? []
      : [
          new Paragraph({
            keepNext: true,
            spacing: { after: mm(2) },
            children: [new TextRun(printable(document.glossary.title))],
          }),
          glossaryTable(document),
          new Paragraph({ spacing: { after: mm(4) }, children: [] }),
        ];
  const file = new Document({
    styles: stylesFor(document.language),
    sections: [
      ...(document.hasOrder
        ? [
            {
              properties: {
                titlePage: true,
                page: { size: { width: mm(sheet.short), height: mm(sheet.long) }, margin: margin(sheet.binding) },
              },
              headers: { default: numbered() },
              children: orderParagraphs(document),
            },
          ]
        : []),
      {
        properties: {
          page: {
            size: { width: mm(sheet.short), height: mm(sheet.long), orientation: PageOrientation.LANDSCAPE },
            margin: margin(sheet.left),
          },
        },
        headers: { default: numbered() },
        children: [...planParagraphs(document), ...glossary, planTable(document)],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return sealZip(bytes, { "docProps/core.xml": () => coreProperties(document) });
}
