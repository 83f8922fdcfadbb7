import type { OfficialDocument } from "../official-document.ts";
import { flatRows } from "./flat-rows.ts";
import { orderParts, type OrderPart } from "./order-parts.ts";
import { printable } from "./printable.ts";

/** Characters that are markup in Markdown or its HTML (CommonMark 0.31 §2.4). */
const withoutMarkup = (text: string): string => printable(text).replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");

const escaped = (text: string): string =>
  withoutMarkup(text).replace(/^([-+=]|\d+[.)])(?=\s|$)/, (start) =>
    /^\d/.test(start) ? `${start.slice(0, -1)}\\${start.at(-1)!}` : `\\${start}`,
  );
/** A text inside a line, where markup of line beginnings does not count. */
const inline = (text: string): string => withoutMarkup(text).replace(/\s+/g, " ");

/** The lines of a cell: a row of a table is one line of the text. */
const linesOf = (text: string): string => text.split("\n").map(inline).join("<br>");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function partOf({ kind, words }: OrderPart): string {
  if (kind === "authority" || kind === "kind") return `**${inline(words.join())}**`;
  return kind === "requisites" ? inline(words.join(", ")) : escaped(words.join(" – "));
}

/** The document as Markdown (GitHub's tables): order, abbreviations, the plan. */
export function writeMarkdown(document: OfficialDocument): string {
  const { glossary, columns, title } = document;
  const rows = flatRows(document).map(({ kind, heading, cells }) => {
    const [number = "", activity = "", ...rest] = cells.map(linesOf);
    if (kind === "section") return [`**${number}**`, activity, ...rest];
    return [number, heading && activity !== "" ? `*${activity}*` : activity, ...rest];
  });
  const blocks = [
    ...(document.hasOrder ? orderParts(document).map(partOf) : []),
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
