import { AlignmentType, Paragraph, Tab, TabStopType, TextRun, type IParagraphOptions } from "docx";
import { editionLines, type OfficialDocument } from "../official-document.ts";
import { mm, size } from "./docx-styles.ts";
import { sheet } from "./layout.ts";
import { printable } from "./printable.ts";
import { requisites } from "./requisites.ts";

/** Width between the margins of a portrait page, in millimetres. */
const width = sheet.short - sheet.binding - sheet.right;

const plain = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun(printable(text))] });
const bold = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun({ text: printable(text), bold: true })] });
const small = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun({ text: printable(text), size: size.small })] });

/** Words at the left, in the middle and at the right of one line. */
function spread(words: readonly string[], options: IParagraphOptions): Paragraph {
  const tabStops =
    words.length === 3
      ? [
          { type: TabStopType.CENTER, position: mm(width / 2) },
          { type: TabStopType.RIGHT, position: mm(width) },
        ]
      : [{ type: TabStopType.RIGHT, position: mm(width) }];
  return new Paragraph({
    ...options,
    tabStops,
    children: words.flatMap((text, index) => [
      ...(index === 0 ? [] : [new TextRun({ children: [new Tab()] })]),
      new TextRun(printable(text)),
    ]),
  });
}

const centred = { alignment: AlignmentType.CENTER } as const;
const body = { alignment: AlignmentType.BOTH, indent: { firstLine: mm(12.5) } } as const;

/** The order: requisites, title, preamble, clauses, signature, drafter, mailing list (ГОСТ Р 7.0.97-2016, 5). */
export function orderParagraphs(document: OfficialDocument): Paragraph[] {
  const { order } = document;
  const clauses = order.clauses.flatMap(({ number, text, parts = [] }) => [
    `${number} ${text}`,
    ...parts.map((part) => `${part.number} ${part.text}`),
  ]);
  const gap = (millimetres: number): IParagraphOptions => ({ spacing: { before: mm(millimetres) } });
  return [
    ...document.letterhead.map((text) => small(text, centred)),
    bold(order.authority, {
      ...centred,
      ...(document.letterhead.length === 0 ? {} : gap(2)),
      indent: { left: mm(25), right: mm(25) },
    }),
    bold(order.kind, { ...centred, ...gap(6) }),
    spread(requisites(document), gap(5)),
    plain(order.title, { ...gap(6), indent: { right: mm(width / 3) } }),
    ...editionLines(document).map((text) => small(text, gap(2))),
    plain(order.preamble, { ...body, ...gap(6) }),
    ...(order.resolution === undefined ? [] : [plain(order.resolution, body)]),
    // The last clause stays on the page of the signature.
    ...clauses.map((text, index) =>
      plain(text, index === clauses.length - 1 ? { ...body, keepNext: true, keepLines: true } : body),
    ),
    spread([order.signature.post, order.signature.name], { ...gap(8), keepLines: true }),
    ...(order.drafter === undefined ? [] : [small(order.drafter, gap(4))]),
    ...(order.mailing === undefined ? [] : [small(order.mailing, gap(2))]),
  ];
}
