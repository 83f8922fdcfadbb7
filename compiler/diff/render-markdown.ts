import type { LanguageCode } from "../locale/languages.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import type { EditedLine, DiffEntry } from "./entries.ts";
import { diffMessages, type DiffView, type PartySection } from "./view.ts";

/** Both hosts refuse longer comments (GitHub at 65,536 characters); what does not fit is said to be left out. */
export const markdownLimit = 60_000;

/** Known by it, the comment of an earlier run is replaced instead of repeated. */
export const commentMark = "<!-- srok diff -->";

const pairsShown = 8;
const editsShown = 20;
const longest = 300;

const cell = (text: string): string => escapeMarkdown(text.length > longest ? `${text.slice(0, longest)}…` : text);

const place = ({ file, line }: EditedLine): string => (file === null ? "" : ` (<code>${cell(file)}:${line}</code>)`);

function sidesOf({ pairs }: DiffEntry, language: LanguageCode): readonly [string, string] {
  const shown = pairs.slice(0, pairsShown);
  const more = pairs.length > pairsShown ? [diffMessages[language].more(pairs.length - pairsShown)] : [];
  const side = (key: "from" | "to"): string => {
    const texts = shown.flatMap((pair) => (pair[key] === null ? [] : [cell(pair[key])]));
    return [...texts, ...(texts.length > 0 ? more : [])].join("<br>");
  };
  return [side("from"), side("to")];
}

function entryRow(entry: DiffEntry, language: LanguageCode): string {
  const messages = diffMessages[language];
  const [from, to] = sidesOf(entry, language);
  const why = entry.why
    .map((edit) => `${edit.text === messages.edits ? "" : cell(edit.text)}${place(edit)}`.trim())
    .join("<br>");
  return `| **${cell(entry.item)}** ${cell(entry.title)} | ${cell(entry.what)} | ${from} | ${to} | ${why} |`;
}

function partyDetails({ label, summary, entries }: PartySection, open: boolean, language: LanguageCode): string[] {
  const messages = diffMessages[language];
  return [
    `<details${open ? " open" : ""}><summary><b>${cell(label)}</b> – ${cell(summary)}</summary>`,
    "",
    `| ${messages.item} | ${messages.what} | ${messages.was} | ${messages.now} | ${messages.why} |`,
    "|---|---|---|---|---|",
    ...entries.map((entry) => entryRow(entry, language)),
    "",
    "</details>",
    "",
  ];
}

/** Lines as long as there is room; whole parties are left out first, then rows. */
function fitted(
  head: readonly string[],
  blocks: readonly (readonly string[])[],
  cutOff: string,
  limit: number,
): string {
  const lines = [...head];
  let room = limit - lines.join("\n").length - cutOff.length - 40;
  for (const block of blocks) {
    const length = block.join("\n").length + 1;
    if (length > room) {
      const fitting: string[] = [];
      for (const line of block.slice(0, -3)) {
        if (fitting.join("\n").length + line.length + 40 > room) break;
        fitting.push(line);
      }
      return [...lines, ...(fitting.length > 4 ? [...fitting, "", "</details>", ""] : []), cutOff].join("\n");
    }
    lines.push(...block);
    room -= length;
  }
  return lines.join("\n").trimEnd();
}

/** A comparison as a comment: a summary line, what was edited, and for each party a table that opens. Under `limit` characters. */
export function renderDiffMarkdown(view: DiffView, language: LanguageCode, limit = markdownLimit): string {
  const messages = diffMessages[language];
  const edits = view.edits
    .slice(0, editsShown)
    .map(
      (edit) =>
        `- ${cell(edit.text)}${place(edit)}${edit.excerpt === null ? "" : `: <code>${cell(edit.excerpt)}</code>`}`,
    );
  const more = view.edits.length > editsShown ? [`- ${messages.more(view.edits.length - editsShown)}`] : [];
  const head = [
    `### ${messages.title}`,
    "",
    `**${cell(view.summary)}**`,
    ...view.notes.map((note) => `\n${escapeMarkdown(note)}`),
    "",
    ...(edits.length === 0
      ? []
      : [`<details><summary>${messages.edits}</summary>`, "", ...edits, ...more, "", "</details>", ""]),
  ];
  return fitted(
    head,
    view.parties.map((party, index) => partyDetails(party, index === 0 || view.parties.length <= 3, language)),
    messages.cutOff,
    limit,
  );
}
