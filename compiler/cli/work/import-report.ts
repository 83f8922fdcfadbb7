import type { Imported } from "../../document/import-document.ts";
import { noteText, type Certainty, type Note } from "../../document/report.ts";
import { languages } from "../../locale/languages.ts";
import { documentMessages } from "../messages/document-messages.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

/** How many lines of a kind a person is shown; the rest is in `--format json`. */
const mostLines = 200;

const counts = (notes: readonly Note[]): Readonly<Record<Certainty, number>> => {
  const result = { certain: 0, guessed: 0, left: 0 };
  for (const { certainty } of notes) result[certainty] += 1;
  return result;
};

/** The report for a person: what is certain as a figure, what was guessed and what was left line by line. */
export function reportText({ notes, format, draft }: Imported, path: string, terminal: Terminal): string {
  const { language, paint } = terminal;
  const messages = documentMessages[language];
  const count = counts(notes);
  const group = (certainty: Exclude<Certainty, "certain">): string[] => {
    const own = notes.filter((note) => note.certainty === certainty);
    if (own.length === 0) return [];
    const lines = own
      .slice(0, mostLines)
      .map((note) => `  ${paint("strong", (note.item ?? "").padEnd(8))} ${noteText(note, language)}`);
    return [
      "",
      paint(certainty === "left" ? "warning" : "info", filled(messages[certainty], { count: own.length })),
      ...lines,
      ...(own.length > mostLines ? [`  ${filled(messages.and, { count: own.length - mostLines })}`] : []),
    ];
  };
  return [
    filled(messages.read, { path, format: messages.formats[format], year: draft.year }),
    filled(messages.certain[languages[language].form(count.certain)]!, { count: count.certain }),
    ...group("guessed"),
    ...group("left"),
    "",
  ].join("\n");
}

/** The report as data: every reading with its certainty, the files, the findings of the check. */
export function reportJson(
  { notes, format, encoding, draft }: Imported,
  path: string,
  findings: readonly unknown[] | null,
  terminal: Terminal,
): string {
  const list = notes.map((note) => ({
    certainty: note.certainty,
    code: note.code,
    ...(note.item === undefined ? {} : { item: note.item }),
    text: noteText(note, terminal.language),
    values: note.values,
  }));
  return JSON.stringify(
    {
      file: path,
      format,
      encoding,
      year: draft.year,
      folder: draft.folder,
      files: draft.files.map(({ path: name }) => name),
      counts: counts(notes),
      notes: list,
      diagnostics: findings,
    },
    null,
    1,
  );
}
