import { AlignmentType, Paragraph, Tab, TabStopType, TextRun, type IParagraphOptions } from "docx";
import type { OfficialDocument } from "../official-document.ts";
import { mm, size } from "./docx-styles.ts";
import { sheet } from "./layout.ts";
import { orderParts, type OrderPart } from "./order-parts.ts";
import { printable } from "./printable.ts";

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

const gap = (millimetres: number): IParagraphOptions => ({ spacing: { before: mm(millimetres) } });

/** Where a part stands: at the top of the page, first and last of its kind. */
interface Place {
  readonly isTop: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const paragraphs: Readonly<Record<OrderPart["kind"], (words: readonly string[], place: Place) => Paragraph>> = {
  letterhead: ([text = ""]) => small(text, centred),
  authority: ([text = ""], { isTop }) =>
    bold(text, { ...centred, ...(isTop ? {} : gap(2)), indent: { left: mm(25), right: mm(25) } }),
  kind: ([text = ""]) => bold(text, { ...centred, ...gap(6) }),
  requisites: (words) => spread(words, gap(5)),
  title: ([text = ""]) => plain(text, { ...gap(6), indent: { right: mm(width / 3) } }),
  edition: ([text = ""]) => small(text, gap(2)),
  // The last clause stays on the page of the signature.
  body: ([text = ""], { isFirst, isLast }) =>
    plain(text, { ...body, ...(isFirst ? gap(6) : {}), ...(isLast ? { keepNext: true, keepLines: true } : {}) }),
  signature: (words) => spread(words, { ...gap(8), keepLines: true }),
  drafter: ([text = ""]) => small(text, gap(4)),
  mailing: ([text = ""]) => small(text, gap(2)),
};

/** The order as paragraphs. */
export const orderParagraphs = (document: OfficialDocument): Paragraph[] =>
  orderParts(document).map(({ kind, words }, index, parts) =>
    paragraphs[kind](words, {
      isTop: index === 0,
      isFirst: parts[index - 1]?.kind !== kind,
      isLast: parts[index + 1]?.kind !== kind,
    }),
  );
