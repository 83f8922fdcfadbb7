import { editionLines, type OfficialDocument } from "../official-document.ts";
import { requisites } from "./requisites.ts";
import { flatRows } from "./flat-rows.ts";
import { printable } from "./printable.ts";

/** Characters that are markup in Markdown or its HTML (CommonMark 0.31 §2.4). */
const escaped = (text: string): string =>
  printable(text)
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^([-+=]|\d+[.)])(?=\s|$)/, (start) =>
      /^\d/.test(start) ? `${start.slice(0, -1)}\\${start.at(-1)!}` : `\\${start}`,
    );
/** A text inside a line, where markup of line beginnings does not count. */
const inline = (text: string): string =>
  printable(text)
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/\s+/g, " ");

/** The lines of a cell: a row of a table is one line of the text. */
const linesOf = (text: string): string => text.split("\n").map(inline).join("<br>");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** The document as Markdown (GitHub's tables): order, abbreviations, the plan. */
export function writeMarkdown(document: OfficialDocument): string {
  const { order, glossary, columns, title } = document;
  const rows = flatRows(document).map(({ kind, heading, cells }) => {
    const [number = "", activity = "", ...rest] = cells.map(linesOf);
    if (kind === "section") return [`**${number}**`, activity, ...rest];
    return [number, heading && activity !== "" ? `*${activity}*` : activity, ...rest];
  });
  const clauses = order.clauses.flatMap(({ number, text, parts = [] }) => [
    escaped(`${number} ${text}`),
    ...parts.map((part) => escaped(`${part.number} ${part.text}`)),
  ]);
  const orderBlocks = [
    ...document.letterhead.map(escaped),
    `**${inline(order.authority)}**`,
    `**${inline(order.kind)}**`,
    inline(requisites(document).join(", ")),
    escaped(order.title),
    ...editionLines(document).map(escaped),
    escaped(order.preamble),
    ...(order.resolution === undefined ? [] : [escaped(order.resolution)]),
    ...clauses,
    escaped(`${order.signature.post} – ${order.signature.name}`),
    ...[order.drafter, order.mailing].flatMap((text) => (text === undefined ? [] : [escaped(text)])),
  ];
  const blocks = [
    ...(document.hasOrder ? orderBlocks : []),
    ...(document.approval.length === 0 ? [] : [document.approval.map(inline).join(" ")]),
    `# ${inline(title)}`,
    ...(glossary.terms.length === 0
      ? []
      : [
          `## ${inline(glossary.title)}`,
          table(
            ["", ""],
            glossary.terms.map(({ term, meaning }) => [inline(term), inline(meaning)]),
          ),
        ]),
    table(columns.map(inline), rows),
  ];
  return `${blocks.join("\n\n")}\n`;
}
