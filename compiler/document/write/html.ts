import {
  cellNames,
  columnCount,
  inBrackets,
  type DocumentRow,
  type DocumentSection,
  type OfficialDocument,
} from "../official-document.ts";
import { columnWidths, glossaryWidths } from "./layout.ts";
import { orderParts, type OrderPart } from "./order-parts.ts";
import { printableMarkup } from "./printable.ts";

/** Two kinds of pages, as in the DOCX; the table's head on each, no row torn. */
const style = `@page{size:A4;margin:20mm 10mm 20mm 30mm}@page plan{size:A4 landscape;margin:20mm 10mm 20mm 20mm}
body{font:13pt/1.2 "Times New Roman",Times,serif;margin:0 auto;color:#000;background:#fff}
.order{max-width:170mm;margin:0 auto}.plan{page:plan;break-before:page}h1{font-size:13pt;text-align:center}
.centre{text-align:center}.line{display:flex;justify-content:space-between;gap:1em}.body{text-align:justify;text-indent:12.5mm;margin:0}.title{max-width:60%}.small{font-size:9pt}.approval{margin-left:65%}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:11pt;line-height:1.15;margin-bottom:6mm}td,th{border:1px solid #000;padding:.6mm 1.6mm;vertical-align:top;text-align:left;overflow-wrap:break-word}
thead{display:table-header-group}thead th,.section th{text-align:center}tr{break-inside:avoid}.section,.heading{break-after:avoid}
@media screen{body{padding:8mm;max-width:267mm}}`;

const columnsOf = (widths: readonly number[]): string => {
  const sum = widths.reduce((total, width) => total + width, 0);
  return `<colgroup>${widths.map((width) => `<col style="width:${((width * 100) / sum).toFixed(2)}%">`).join("")}</colgroup>`;
};

/** The lines of a cell. */
const linesOf = (text: string): string => text.split("\n").map(printableMarkup).join("<br>");

function rowOf({ number, activity, heading, marks, cells }: DocumentRow): string {
  const rest = cellNames.flatMap((name) => {
    const { text, rows } = cells[name];
    return rows === 0 ? [] : [`<td${rows > 1 ? ` rowspan="${rows}"` : ""}>${linesOf(text)}</td>`];
  });
  const words = linesOf(activity);
  const marked = marks.map((mark) => `<br><small>${printableMarkup(inBrackets(mark))}</small>`).join("");
  return `<tr${heading ? ' class="heading"' : ""}><td>${printableMarkup(number)}</td><td>${heading ? `<i>${words}</i>` : words}${marked}</td>${rest.join("")}</tr>`;
}

const sectionOf = ({ heading, rows }: DocumentSection): string =>
  `<tr class="section"><th colspan="${columnCount}">${printableMarkup(heading)}</th></tr>\n${rows.map(rowOf).join("\n")}`;

const paragraph = (className: string, text: string): string => `<p class="${className}">${printableMarkup(text)}</p>`;
const line = (words: readonly string[]): string =>
  `<p class="line">${words.map((word) => `<span>${printableMarkup(word)}</span>`).join("\t")}</p>`;

const classes = {
  letterhead: "centre small",
  title: "title",
  edition: "small",
  body: "body",
  drafter: "small",
  mailing: "small",
} as const;

function partOf({ kind, words }: OrderPart): string {
  if (kind === "requisites" || kind === "signature") return line(words);
  if (kind === "authority" || kind === "kind") return `<p class="centre"><b>${printableMarkup(words.join())}</b></p>`;
  return paragraph(classes[kind], words.join());
}

/** The document as one HTML file for print, without scripts and external resources. */
export function writeHtml(document: OfficialDocument): string {
  const { glossary, columns, sections, title, language, approval } = document;
  const terms = glossary.terms.map(
    ({ term, meaning }) => `<tr><td>${printableMarkup(term)}</td><td>${printableMarkup(meaning)}</td></tr>`,
  );
  const parts = [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${printableMarkup(title)}</title>\n<style>\n${style}\n</style>\n</head>\n<body>`,
    ...(document.hasOrder ? [`<section class="order">`, ...orderParts(document).map(partOf), "</section>"] : []),
    `<section class="plan">`,
    ...(approval.length === 0 ? [] : [`<p class="approval">${approval.map(printableMarkup).join("<br>")}</p>`]),
    `<h1>${printableMarkup(title)}</h1>`,
    ...(terms.length === 0
      ? []
      : [
          `<p>${printableMarkup(glossary.title)}</p>\n<table>${columnsOf(glossaryWidths)}<tbody>`,
          ...terms,
          "</tbody></table>",
        ]),
    `<table>${columnsOf(columnWidths)}<thead><tr>${columns.map((text) => `<th scope="col">${printableMarkup(text)}</th>`).join("")}</tr></thead>\n<tbody>`,
    ...sections.map(sectionOf),
    "</tbody></table>\n</section>\n</body>\n</html>\n",
  ];
  return parts.join("\n");
}
