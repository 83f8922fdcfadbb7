import type { LanguageCode } from "../locale/languages.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import type { Edit, Entry } from "./entries.ts";
import { diffWordings, type DiffView, type PartySection } from "./view.ts";

/** Both hosts refuse longer comments (GitHub at 65,536 characters); what does not fit is said to be left out. */
export const markdownLimit = 60_000;

/** Known by it, the comment of an earlier run is replaced instead of repeated. */
export const commentMark = "<!-- srok diff -->";

const pairsShown = 8;
const editsShown = 20;
const longest = 300;

const cell = (text: string): string => escapeMarkdown(text.length > longest ? `${text.slice(0, longest)}…` : text);

const place = ({ file, line }: Edit): string => (file === null ? "" : ` (<code>${cell(file)}:${line}</code>)`);

function sidesOf({ pairs }: Entry, language: LanguageCode): readonly [string, string] {
  const shown = pairs.slice(0, pairsShown);
  const more = pairs.length > pairsShown ? [diffWordings[language].more(pairs.length - pairsShown)] : [];
  const side = (key: "from" | "to"): string => {
    const texts = shown.flatMap((pair) => (pair[key] === null ? [] : [cell(pair[key])]));
    return [...texts, ...(texts.length > 0 ? more : [])].join("<br>");
  };
  return [side("from"), side("to")];
}

function entryRow(entry: Entry, language: LanguageCode): string {
  const say = diffWordings[language];
  const [from, to] = sidesOf(entry, language);
  const why = entry.why
    .map((edit) => `${edit.text === say.edits ? "" : cell(edit.text)}${place(edit)}`.trim())
    .join("<br>");
  return `| **${cell(entry.item)}** ${cell(entry.title)} | ${cell(entry.what)} | ${from} | ${to} | ${why} |`;
}

function partyDetails({ label, summary, entries }: PartySection, open: boolean, language: LanguageCode): string[] {
  const say = diffWordings[language];
  return [
    `<details${open ? " open" : ""}><summary><b>${cell(label)}</b> – ${cell(summary)}</summary>`,
    "",
    `| ${say.item} | ${say.what} | ${say.was} | ${say.now} | ${say.why} |`,
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
      const kept: string[] = [];
      for (const line of block.slice(0, -3)) {
        if (kept.join("\n").length + line.length + 40 > room) break;
        kept.push(line);
      }
      return [...lines, ...(kept.length > 4 ? [...kept, "", "</details>", ""] : []), cutOff].join("\n");
    }
    lines.push(...block);
    room -= length;
  }
  return lines.join("\n").trimEnd();
}

/** A comparison as a comment: a summary line, what was edited, and for each party a table that opens. Under `limit` characters. */
export function renderDiffMarkdown(view: DiffView, language: LanguageCode, limit = markdownLimit): string {
  const say = diffWordings[language];
  const edits = view.edits
    .slice(0, editsShown)
    .map(
      (edit) =>
        `- ${cell(edit.text)}${place(edit)}${edit.excerpt === null ? "" : `: <code>${cell(edit.excerpt)}</code>`}`,
    );
  const more = view.edits.length > editsShown ? [`- ${say.more(view.edits.length - editsShown)}`] : [];
  const head = [
    `### ${say.title}`,
    "",
    `**${cell(view.summary)}**`,
    ...view.notes.map((note) => `\n${escapeMarkdown(note)}`),
    "",
    ...(edits.length === 0
      ? []
      : [`<details><summary>${say.edits}</summary>`, "", ...edits, ...more, "", "</details>", ""]),
  ];
  return fitted(
    head,
    view.parties.map((party, index) => partyDetails(party, index === 0 || view.parties.length <= 3, language)),
    say.cutOff,
    limit,
  );
}
